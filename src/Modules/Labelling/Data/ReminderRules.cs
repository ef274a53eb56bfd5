using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>
/// When and whom to remind, and how long a label holds. A change is a new version; the old ones stay, since reminders say
/// under which one they were decided.
/// </summary>
[AuditedAs("Règles de validité et de relance")]
internal sealed class ReminderRules
{
    public const int AddressMaxLength = 320;
    public const int ReasonMaxLength = 500;

    public Guid Id { get; private init; }

    /// <summary>1, 2, 3 …: the highest is in force.</summary>
    [AuditedAs("Version")]
    public required int Number { get; init; }

    [AuditedAs("Publiée le")]
    public required DateTime PublishedAt { get; init; }

    [AuditedAs("Publiée par")]
    public required string PublishedBy { get; init; }
    public Guid? PublishedById { get; init; }

    [AuditedAs("Motif")]
    public required string Reason { get; init; }

    /// <summary>How long a newly granted label holds.</summary>
    [AuditedAs("Mois de validité")]
    public required int ValidityMonths { get; init; }

    /// <summary>The hour of the day, in Nouméa, from which a day's reminders go out.</summary>
    [AuditedAs("Heure des envois")]
    public required int Hour { get; init; }

    /// <summary>Where ÉcoNum's administration reads its copies; none are sent while it is empty.</summary>
    [AuditedAs("Adresse de l’administration")]
    public string? AdministrationEmail { get; init; }

    public List<ReminderMilestone> Milestones { get; init; } = [];

    /// <summary>Of all other deadlines.</summary>
    public List<DeadlineMilestone> DeadlineMilestones { get; init; } = [];

    public IEnumerable<ReminderMilestone> InForce => Milestones.Where(m => m.IsEnabled);

    public IEnumerable<DeadlineMilestone> InForceFor(DeadlineKind kind) =>
        DeadlineMilestones.Where(m => m.Kind == kind && m.IsEnabled);

    /// <summary>Milestones are meant for the administration, which has no address: its copies do not go.</summary>
    public bool LacksAdministration =>
        string.IsNullOrWhiteSpace(AdministrationEmail)
        && InForce.Any(m => m.Recipients.HasFlag(Recipients.Administration));

    /// <summary>The last day whose reminders may go: before the hour, that is yesterday.</summary>
    public DateOnly LastOpenDay(DateTime noumeaNow) =>
        DateOnly.FromDateTime(noumeaNow).AddDays(noumeaNow.Hour < Hour ? -1 : 0);

    internal sealed class Configuration : IEntityTypeConfiguration<ReminderRules>
    {
        public static readonly Guid FirstId = new("01990000-0000-7000-8000-000000000001");

        public void Configure(EntityTypeBuilder<ReminderRules> builder)
        {
            builder.Property(r => r.AdministrationEmail).HasMaxLength(AddressMaxLength);
            builder.Property(r => r.Reason).HasMaxLength(ReasonMaxLength);
            builder.HasIndex(r => r.Number).IsUnique();
            builder.HasMany(r => r.Milestones).WithOne().HasForeignKey(m => m.RulesId);
            builder.HasMany(r => r.DeadlineMilestones).WithOne().HasForeignKey(m => m.RulesId);
            builder.Ignore(r => r.InForce);
            builder.Ignore(r => r.LacksAdministration);
            builder.HasData(
                new
                {
                    Id = FirstId,
                    Number = 1,
                    PublishedAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
                    PublishedBy = "Système",
                    Reason = "Première version, proposée : ÉcoNum y met ses propres règles.",
                    ValidityMonths = 36,
                    Hour = 7,
                }
            );
        }

        internal static object Seed(int index, int daysBefore, bool isEnabled, Recipients recipients) =>
            new
            {
                Id = new Guid($"01990000-0000-7000-8000-0000000001{index:00}"),
                RulesId = FirstId,
                DaysBefore = daysBefore,
                IsEnabled = isEnabled,
                Recipients = recipients,
            };
    }
}
