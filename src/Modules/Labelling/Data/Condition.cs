using CaseNumerique.Contracts.Labelling;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>What an EPN has yet to do for a label that it was granted: by when, and what will show it.</summary>
/// <remarks>The EPN sends a proof, somebody of ÉcoNum proposes to lift the condition, another lifts it (ADR 15).</remarks>
[AuditedAs("Réserve")]
internal sealed class Condition
{
    public const int WhatMaxLength = 500;
    public const int ProofMaxLength = 300;
    public const int AnswerMaxLength = 2000;
    public const int RemarkMaxLength = 1000;

    // What is announced of it.
    public const string Answered = "reponse";
    public const string TurnedDown = "autre-preuve";
    public const string Lifted = "levee";

    private const char Separator = ' ';

    public Guid Id { get; private init; }

    [AuditedAs("Dossier")]
    public required Guid ApplicationId { get; init; }

    [AuditedAs("Label")]
    public required Guid LabelId { get; init; }

    [AuditedAs("Critère")]
    public required Guid CriterionId { get; init; }

    /// <summary>As the decision says it.</summary>
    [AuditedAs("À faire")]
    public required string What { get; init; }

    /// <summary>Last day, inclusive.</summary>
    [AuditedAs("À lever avant le")]
    public required DateOnly DueOn { get; set; }

    [AuditedAs("Preuve attendue")]
    public required string ExpectedProof { get; init; }

    /// <summary>What the EPN answers; null until it does, and again once its proof was found wanting.</summary>
    [AuditedAs("Réponse de l’espace")]
    public string? Answer { get; private set; }

    [AuditedAs("Pièce")]
    public Guid? EvidenceId { get; private set; }

    [AuditedAs("Répondu le")]
    public DateTime? AnsweredAt { get; private set; }

    [AuditedAs("Répondu par")]
    public string? AnsweredBy { get; set; }
    public Guid? AnsweredById { get; private set; }

    /// <summary>Why the last proof did not do; the EPN reads it.</summary>
    [AuditedAs("Observation")]
    public string? Remark { get; private set; }

    [AuditedAs("Levée proposée le")]
    public DateTime? ProposedAt { get; private set; }

    [AuditedAs("Levée proposée par")]
    public string? ProposedBy { get; set; }
    public Guid? ProposedById { get; private set; }

    /// <summary>Whoever answered for the proposal on its day: none of them lifts the condition.</summary>
    public string ProposalAnswerableIds { get; private set; } = "";

    [AuditedAs("Levée le")]
    public DateTime? LiftedAt { get; private set; }

    [AuditedAs("Levée par")]
    public string? LiftedBy { get; set; }
    public Guid? LiftedById { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => LiftedAt is null;

    public bool IsLate(DateOnly today) => IsOpen && DueOn < today;

    public void NoteAnswer(string answer, Guid? evidenceId, ICurrentUser user, DateTime now)
    {
        Answer = answer;
        EvidenceId = evidenceId;
        AnsweredAt = now;
        AnsweredBy = user.Name;
        AnsweredById = user.Id;
        Version++;
    }

    public void ProposeLifting(ICurrentUser user, DateTime now)
    {
        ProposedAt = now;
        ProposedBy = user.Name;
        ProposedById = user.Id;
        ProposalAnswerableIds = string.Join(Separator, user.AnswerableIds);
        Version++;
    }

    public void Lift(ICurrentUser user, DateTime now)
    {
        LiftedAt = now;
        LiftedBy = user.Name;
        LiftedById = user.Id;
        Version++;
    }

    /// <summary>The proof does not do: the EPN answers anew.</summary>
    public void TurnDown(string remark)
    {
        Remark = remark;
        AnsweredAt = null;
        ProposedAt = null;
        ProposalAnswerableIds = "";
        Version++;
    }

    public LabelConditionChanged ToChanged(string change) => new(Id, LabelId, change, Version);

    public bool IsProposedBy(IEnumerable<Guid> ids) =>
        ProposalAnswerableIds
            .Split(Separator, StringSplitOptions.RemoveEmptyEntries)
            .Select(Guid.Parse)
            .Intersect(ids)
            .Any();

    internal sealed class Configuration : IEntityTypeConfiguration<Condition>
    {
        public void Configure(EntityTypeBuilder<Condition> builder)
        {
            builder.Property(c => c.What).HasMaxLength(WhatMaxLength);
            builder.Property(c => c.ExpectedProof).HasMaxLength(ProofMaxLength);
            builder.Property(c => c.Answer).HasMaxLength(AnswerMaxLength);
            builder.Property(c => c.Remark).HasMaxLength(RemarkMaxLength);
            builder.Property(c => c.Version).IsConcurrencyToken();
            builder.HasIndex(c => new { c.LabelId, c.LiftedAt });
            builder.HasOne<LabelApplication>().WithMany().HasForeignKey(c => c.ApplicationId);
            builder.HasOne<Label>().WithMany().HasForeignKey(c => c.LabelId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Criterion>().WithMany().HasForeignKey(c => c.CriterionId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Evidence>().WithMany().HasForeignKey(c => c.EvidenceId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
