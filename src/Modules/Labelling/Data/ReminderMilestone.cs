using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

[Flags]
internal enum Recipients
{
    None = 0,
    Manager = 1,
    Facilitators = 2,
    Assessor = 4,
    Administration = 8,

    /// <summary>The members of the committee.</summary>
    Members = 16,

    /// <summary>The one person that a deadline is for.</summary>
    Person = 32,
}

/// <summary>A day before (or after) the end of a label on which people are reminded.</summary>
[AuditedAs("Jalon")]
internal sealed class ReminderMilestone
{
    public Guid Id { get; private init; }
    public Guid RulesId { get; private init; }

    /// <summary>Days before the last day of validity; 0 is that day, -1 the day after.</summary>
    [AuditedAs("Jours avant l’échéance")]
    public required int DaysBefore { get; init; }

    [AuditedAs("En service")]
    public required bool IsEnabled { get; init; }

    [AuditedAs("Destinataires")]
    public required Recipients Recipients { get; init; }

    public string Name => NameOf(DaysBefore);

    public DateOnly DayFor(DateOnly expiresOn) => expiresOn.AddDays(-DaysBefore);

    /// <summary>« J‑30 », « J », « J+1 », with a no-break hyphen.</summary>
    public static string NameOf(int daysBefore) =>
        daysBefore switch
        {
            0 => "J",
            > 0 => $"J\u2011{daysBefore}",
            _ => $"J+{-daysBefore}",
        };

    internal sealed class Configuration : IEntityTypeConfiguration<ReminderMilestone>
    {
        private const Recipients EcoNum = Recipients.Assessor | Recipients.Administration;

        public void Configure(EntityTypeBuilder<ReminderMilestone> builder)
        {
            builder.HasIndex(m => new { m.RulesId, m.DaysBefore }).IsUnique();
            builder.HasData(
                ReminderRules.Configuration.Seed(1, 180, isEnabled: true, Recipients.Manager),
                ReminderRules.Configuration.Seed(2, 90, isEnabled: true, Recipients.Manager | Recipients.Facilitators),
                ReminderRules.Configuration.Seed(3, 30, isEnabled: true, Recipients.Manager | Recipients.Assessor),
                ReminderRules.Configuration.Seed(4, 7, isEnabled: true, Recipients.Manager | EcoNum),
                ReminderRules.Configuration.Seed(5, 0, isEnabled: false, Recipients.Manager | EcoNum),
                ReminderRules.Configuration.Seed(
                    6,
                    -1,
                    isEnabled: true,
                    Recipients.Manager | Recipients.Facilitators | Recipients.Administration
                )
            );
        }
    }
}
