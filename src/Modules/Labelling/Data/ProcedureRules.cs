using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>The durations and choices of the procedure. A change is a new version; the old ones stay.</summary>
[AuditedAs("Règles de procédure")]
internal sealed class ProcedureRules
{
    public const int ReasonMaxLength = 500;
    public const int AppealTextMaxLength = 2000;

    /// <summary>What the first version says; the legal service has not read it.</summary>
    private const string ProposedAppealText =
        "Texte proposé, à valider par le service juridique. Vous pouvez demander à l’autorité qui a pris cette décision "
        + "de la revoir (recours gracieux), ou la contester devant le tribunal administratif de Nouvelle-Calédonie, "
        + "dans les deux mois qui suivent sa notification.";

    public Guid Id { get; private init; }

    /// <summary>1, 2, 3 …: the highest is in force.</summary>
    [AuditedAs("Version")]
    public required int Number { get; init; }

    [AuditedAs("Publiées le")]
    public required DateTime PublishedAt { get; init; }

    [AuditedAs("Publiées par")]
    public required string PublishedBy { get; set; }
    public Guid? PublishedById { get; init; }

    [AuditedAs("Motif")]
    public required string Reason { get; init; }

    /// <summary>How long an EPN has to send what is missing.</summary>
    [AuditedAs("Jours pour compléter")]
    public required int CompletionDays { get; init; }

    /// <summary>How long after that a file is put aside.</summary>
    [AuditedAs("Jours avant classement")]
    public required int LapseDays { get; init; }

    /// <summary>Working days from admission to opinion, as promised.</summary>
    [AuditedAs("Jours ouvrables d’instruction")]
    public required int AssessmentWorkingDays { get; init; }

    [AuditedAs("Comité")]
    public required bool HasCommittee { get; init; }

    /// <summary>The share of the members who must be there, in percent.</summary>
    [AuditedAs("Quorum")]
    public required int QuorumPercent { get; init; }

    /// <summary>Days before its end from which a label can be renewed.</summary>
    [AuditedAs("Renouvellement ouvert, en jours")]
    public required int RenewalOpensDays { get; init; }

    /// <summary>How long a label holds on while its renewal is assessed.</summary>
    [AuditedAs("Continuité, en mois")]
    public required int ContinuityMonths { get; init; }

    /// <summary>How long an EPN has to answer a formal notice.</summary>
    [AuditedAs("Jours pour répondre à une mise en demeure")]
    public required int NoticeDays { get; init; }

    [AuditedAs("Suspension, en mois au plus")]
    public required int SuspensionMonths { get; init; }

    /// <summary>How long an EPN may close without effect on its label.</summary>
    [AuditedAs("Fermeture temporaire, en jours au plus")]
    public required int ClosureDays { get; init; }

    /// <summary>How long after a withdrawal an EPN may apply again.</summary>
    [AuditedAs("Nouvelle demande après un retrait, en mois")]
    public required int ReapplyMonths { get; init; }

    /// <summary>The ways of appeal, as refusals, suspensions and withdrawals tell them.</summary>
    [AuditedAs("Voies de recours")]
    public string AppealText { get; init; } = ProposedAppealText;

    /// <summary>How long files begun under a referential that is replaced may still be filed, as proposed when a new one is published.</summary>
    [AuditedAs("Jours pour déposer sous un référentiel remplacé")]
    public required int TransitionDays { get; init; }

    /// <summary>How long the link of a self-check works after its last answer.</summary>
    [AuditedAs("Pré-diagnostic gardé, en jours")]
    public required int PreDiagnosticDays { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ProcedureRules>
    {
        public void Configure(EntityTypeBuilder<ProcedureRules> builder)
        {
            builder.Property(r => r.Reason).HasMaxLength(ReasonMaxLength);
            builder.Property(r => r.AppealText).HasMaxLength(AppealTextMaxLength);
            builder.HasIndex(r => r.Number).IsUnique();
            builder.HasData(
                new
                {
                    Id = new Guid("01990000-0000-7000-8000-000000000002"),
                    Number = 1,
                    PublishedAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
                    PublishedBy = "Système",
                    Reason = "Première version, proposée : ÉcoNum y met ses propres règles.",
                    CompletionDays = 30,
                    LapseDays = 15,
                    AssessmentWorkingDays = 90,
                    HasCommittee = true,
                    QuorumPercent = 50,
                    RenewalOpensDays = 180,
                    ContinuityMonths = 6,
                    NoticeDays = 30,
                    SuspensionMonths = 6,
                    ClosureDays = 60,
                    ReapplyMonths = 12,
                    AppealText = ProposedAppealText,
                    TransitionDays = 90,
                    PreDiagnosticDays = 90,
                }
            );
        }
    }
}
