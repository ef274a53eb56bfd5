using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>A day before (or after) a deadline of one kind on which people are reminded; part of a version of the rules.</summary>
[AuditedAs("Jalon d’une échéance")]
internal sealed class DeadlineMilestone
{
    public Guid Id { get; private init; }
    public Guid RulesId { get; private init; }

    [AuditedAs("Type d’échéance")]
    public required DeadlineKind Kind { get; init; }

    /// <summary>Days before the last day; 0 is that day, -1 the day after.</summary>
    [AuditedAs("Jours avant")]
    public required int DaysBefore { get; init; }

    [AuditedAs("En service")]
    public required bool IsEnabled { get; init; }

    [AuditedAs("Destinataires")]
    public required Recipients Recipients { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<DeadlineMilestone>
    {
        private static readonly (DeadlineKind Kind, int DaysBefore, Recipients Recipients)[] _first =
        [
            (DeadlineKind.Completion, 7, Recipients.Manager),
            (DeadlineKind.Completion, 1, Recipients.Manager),
            (DeadlineKind.Opinion, 7, Recipients.Assessor),
            (DeadlineKind.Opinion, -1, Recipients.Assessor | Recipients.Administration),
            (DeadlineKind.Condition, 30, Recipients.Manager),
            (DeadlineKind.Condition, 7, Recipients.Manager),
            (DeadlineKind.Condition, -1, Recipients.Manager | Recipients.Administration),
            (DeadlineKind.Notice, 7, Recipients.Manager),
            (DeadlineKind.Notice, 1, Recipients.Manager),
            (DeadlineKind.Visit, 7, Recipients.Manager | Recipients.Assessor),
            (DeadlineKind.Visit, 1, Recipients.Manager | Recipients.Assessor),
            (DeadlineKind.Committee, 15, Recipients.Members),
            (DeadlineKind.Committee, 2, Recipients.Members),
            (DeadlineKind.ExternalOpinion, 7, Recipients.Person),
            (DeadlineKind.ExternalOpinion, 1, Recipients.Person),
        ];

        public void Configure(EntityTypeBuilder<DeadlineMilestone> builder)
        {
            builder
                .HasIndex(m => new
                {
                    m.RulesId,
                    m.Kind,
                    m.DaysBefore,
                })
                .IsUnique();
            builder.HasData([
                .. _first.Select(
                    (m, i) =>
                        (object)
                            new
                            {
                                Id = new Guid($"01990000-0000-7000-8000-0000000003{i + 1:00}"),
                                RulesId = ReminderRules.Configuration.FirstId,
                                m.Kind,
                                m.DaysBefore,
                                IsEnabled = true,
                                m.Recipients,
                            }
                ),
            ]);
        }
    }
}
