using CaseNumerique.Contracts.Labelling;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

internal enum ApplicationKind
{
    Initial,
    Renewal,
}

/// <summary>An EPN's file: its request for the label, what it answers, how it is assessed and decided.</summary>
/// <remarks>Its status changes through <see cref="ApplicationMove"/> only.</remarks>
[AuditedAs("Dossier")]
internal sealed class LabelApplication : IKnownBy
{
    public const int NumberMaxLength = 20;
    public const int ProjectMaxLength = 4000;
    public const int OperatorMaxLength = 160;
    public const int NameMaxLength = 120;
    public const int FunctionMaxLength = 120;
    public const int EmailMaxLength = 254;
    public const int ReasonMaxLength = 4000;
    public const int ActNumberMaxLength = 60;

    private const char Separator = ' ';

    public Guid Id { get; private init; }

    /// <summary>« CN-2026-0001 », from the filing on.</summary>
    [AuditedAs("Numéro")]
    public string? Number { get; private set; }

    [AuditedAs("Espace")]
    public required Guid EpnId { get; init; }

    [AuditedAs("Type")]
    public required ApplicationKind Kind { get; init; }

    /// <summary>The label that it renews.</summary>
    [AuditedAs("Label renouvelé")]
    public Guid? RenewsLabelId { get; init; }

    /// <summary>The file that its first answers were taken from.</summary>
    [AuditedAs("Repris du dossier")]
    public Guid? CopiedFromId { get; init; }

    /// <summary>The version it is judged by; it may still change while the file is a draft.</summary>
    [AuditedAs("Référentiel")]
    public required Guid CriteriaSetId { get; set; }

    [AuditedAs("Contexte")]
    public required EpnContext Context { get; set; }

    [AuditedAs("État")]
    public ApplicationStatus Status { get; private set; }

    /// <summary>Where the file goes back to once it is completed.</summary>
    public ApplicationStatus? ReturnsTo { get; private set; }

    [AuditedAs("Commencé le")]
    public required DateTime StartedAt { get; init; }

    [AuditedAs("Commencé par")]
    public required string StartedBy { get; set; }
    public Guid? StartedById { get; init; }

    /// <summary>When a step was last saved.</summary>
    public DateTime? SavedAt { get; private set; }

    /// <summary>The structure that answers for the EPN.</summary>
    [AuditedAs("Gestionnaire")]
    public string? OperatorName { get; set; }

    /// <summary>Ten digits: RID (7) and establishment (3).</summary>
    [AuditedAs("RIDET")]
    public string? Ridet { get; set; }

    /// <summary>Why there is no RIDET, where an agent has agreed to it.</summary>
    [AuditedAs("Dispense de RIDET")]
    public string? RidetWaiver { get; set; }

    [AuditedAs("Projet")]
    public string? Project { get; set; }

    /// <summary>The version of the charter that was signed.</summary>
    [AuditedAs("Charte")]
    public Guid? CharterId { get; set; }

    [AuditedAs("Charte signée par")]
    public string? CharterSignedBy { get; set; }

    [AuditedAs("En qualité de")]
    public string? CharterFunction { get; set; }

    [AuditedAs("Charte signée le")]
    public DateTime? CharterSignedAt { get; set; }
    public Guid? CharterSignedById { get; set; }

    [AuditedAs("Déposé le")]
    public DateTime? SubmittedAt { get; private set; }

    [AuditedAs("Déposé par")]
    public string? SubmittedBy { get; set; }
    public Guid? SubmittedById { get; private set; }

    /// <summary>SHA-256, in lower-case hexadecimal, of what was filed last: the receipt bears it.</summary>
    [AuditedAs("Empreinte du dépôt")]
    public string? Seal { get; set; }

    [AuditedAs("Instructeur")]
    public string? AssessorName { get; set; }

    [AuditedAs("Adresse de l’instructeur")]
    public string? AssessorEmail { get; set; }
    public Guid? AssessorId { get; set; }

    [AuditedAs("Recevable le")]
    public DateTime? AdmittedAt { get; set; }

    /// <summary>The opinion is promised for this day; it moves when the EPN must complete its file.</summary>
    [AuditedAs("Avis attendu le")]
    public DateOnly? OpinionDueOn { get; set; }

    /// <summary>Until when the EPN may send what is missing.</summary>
    [AuditedAs("À compléter avant le")]
    public DateOnly? CompletionDueOn { get; set; }

    [AuditedAs("Délai prolongé")]
    public bool IsCompletionExtended { get; set; }

    [AuditedAs("Avis")]
    public OpinionKind? Opinion { get; private set; }

    [AuditedAs("Motifs de l’avis")]
    public string? OpinionReasons { get; private set; }

    [AuditedAs("Avis rendu le")]
    public DateTime? OpinionAt { get; private set; }

    [AuditedAs("Avis rendu par")]
    public string? OpinionBy { get; set; }
    public Guid? OpinionById { get; private set; }

    /// <summary>Whoever answered for the opinion on its day: its author, and those in whose place they stood. None of them decides.</summary>
    public string OpinionAnswerableIds { get; private set; } = "";

    [AuditedAs("Motifs de la décision")]
    public string? DecisionReasons { get; set; }

    /// <summary>Number of the act (arrêté) by which the label is granted.</summary>
    [AuditedAs("Numéro de l’acte")]
    public string? ActNumber { get; set; }

    [AuditedAs("Date de l’acte")]
    public DateOnly? ActOn { get; set; }

    /// <summary>First day for which the decision grants the label, whatever becomes of the label afterwards.</summary>
    [AuditedAs("Label accordé à partir du")]
    public DateOnly? GrantedFrom { get; private set; }

    /// <summary>Last day of the same, inclusive.</summary>
    [AuditedAs("Label accordé jusqu’au")]
    public DateOnly? GrantedUntil { get; private set; }

    [AuditedAs("Décidé le")]
    public DateTime? DecidedAt { get; set; }

    [AuditedAs("Décidé par")]
    public string? DecidedBy { get; set; }
    public Guid? DecidedById { get; set; }

    /// <summary>The label that the decision granted.</summary>
    [AuditedAs("Label accordé")]
    public Guid? GrantedLabelId { get; set; }

    public int Version { get; private set; }

    /// <summary>The sessions of the committee that it comes before.</summary>
    public List<CommitteeItem> CommitteeItems { get; init; } = [];

    public bool IsOpen => Status < ApplicationStatus.Granted;

    /// <summary>Whether the EPN may still change what it answers.</summary>
    public bool IsEditable => Status is ApplicationStatus.Draft or ApplicationStatus.ToComplete;

    public bool IsDecided =>
        Status is ApplicationStatus.Granted or ApplicationStatus.GrantedWithConditions or ApplicationStatus.Refused;

    /// <summary>The number, or what stands for it before the filing.</summary>
    public string Reference => Number ?? "brouillon";

    public static string NumberOf(int year, int sequence) => $"CN-{year}-{sequence:0000}";

    /// <summary>Changes the status; the caller has asked <see cref="ApplicationMove.ReasonAgainst"/> before.</summary>
    /// <param name="what">As the history tells it, where it tells more than the move.</param>
    /// <returns>The line of history, which the caller adds, and announces.</returns>
    /// <exception cref="InvalidOperationException">The move is not possible from here.</exception>
    public ApplicationEvent Make(
        ApplicationMove move,
        ICurrentUser user,
        DateTime now,
        string? reason = null,
        string? what = null
    )
    {
        if (move.ReasonAgainst(this) is { } against)
        {
            throw new InvalidOperationException(against);
        }

        var from = Status;
        Status = move.To ?? ReturnsTo ?? throw new InvalidOperationException($"{Reference} has nowhere to go back to.");
        ReturnsTo = Status is ApplicationStatus.ToComplete ? from : null;
        Version++;
        return ApplicationEvent.Of(this, move.Path, what ?? move.Done, user, now, reason);
    }

    /// <summary>To be called with each change that does not move the file, so that two people do not overwrite each other.</summary>
    public void Touch() => Version++;

    /// <param name="number">See <see cref="NumberOf"/>; given once.</param>
    public void NoteFiling(string number, string seal, ICurrentUser user, DateTime now)
    {
        Number ??= number;
        Seal = seal;
        SubmittedAt = now;
        SubmittedBy = user.Name;
        SubmittedById = user.Id;
    }

    public void NoteOpinion(OpinionKind opinion, string reasons, ICurrentUser user, DateTime now)
    {
        Opinion = opinion;
        OpinionReasons = reasons;
        OpinionAt = now;
        OpinionBy = user.Name;
        OpinionById = user.Id;
        OpinionAnswerableIds = string.Join(Separator, user.AnswerableIds);
    }

    public void NoteGrant(DateOnly firstDay, DateOnly lastDay) => (GrantedFrom, GrantedUntil) = (firstDay, lastDay);

    public void NoteDecision(string? reasons, ICurrentUser user, DateTime now)
    {
        DecisionReasons = reasons;
        DecidedAt = now;
        DecidedBy = user.Name;
        DecidedById = user.Id;
    }

    /// <summary>Whether one of these people follows the file, or answered for its opinion.</summary>
    public bool IsAssessedBy(IReadOnlyCollection<Guid> ids) =>
        (AssessorId is { } assessor && ids.Contains(assessor))
        || OpinionAnswerableIds
            .Split(Separator, StringSplitOptions.RemoveEmptyEntries)
            .Select(Guid.Parse)
            .Intersect(ids)
            .Any();

    public LabelApplicationMoved ToMoved(ApplicationEvent line) => new(Id, EpnId, Number, line.Move, line.Id);

    string IKnownBy.KnownBy => Reference;

    internal sealed class Configuration : IEntityTypeConfiguration<LabelApplication>
    {
        public void Configure(EntityTypeBuilder<LabelApplication> builder)
        {
            builder.Property(a => a.Number).HasMaxLength(NumberMaxLength);
            builder.Property(a => a.OperatorName).HasMaxLength(OperatorMaxLength);
            builder.Property(a => a.Ridet).HasMaxLength(10);
            builder.Property(a => a.Project).HasMaxLength(ProjectMaxLength);
            builder.Property(a => a.Seal).HasMaxLength(64);
            builder.Property(a => a.AssessorEmail).HasMaxLength(EmailMaxLength);
            builder.Property(a => a.OpinionReasons).HasMaxLength(ReasonMaxLength);
            builder.Property(a => a.DecisionReasons).HasMaxLength(ReasonMaxLength);
            builder.Property(a => a.ActNumber).HasMaxLength(ActNumberMaxLength);
            builder.Property(a => a.Version).IsConcurrencyToken();
            builder.HasIndex(a => a.Number).HasFilter("Number IS NOT NULL").IsUnique();
            // One open file of a kind for an EPN. The numbers are those of ApplicationStatus.
            builder.HasIndex(a => new { a.EpnId, a.Kind }).HasFilter("Status < 7").IsUnique();
            builder.HasIndex(a => new { a.Status, a.AssessorId });
            builder.HasOne<Epn>().WithMany().HasForeignKey(a => a.EpnId).OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<CriteriaSet>()
                .WithMany()
                .HasForeignKey(a => a.CriteriaSetId)
                .OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Charter>().WithMany().HasForeignKey(a => a.CharterId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Label>().WithMany().HasForeignKey(a => a.RenewsLabelId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Label>().WithMany().HasForeignKey(a => a.GrantedLabelId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
