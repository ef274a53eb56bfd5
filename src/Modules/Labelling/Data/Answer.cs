using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>What a file says of one criterion: the EPN's score, and beside it the assessor's, never over it.</summary>
[AuditedAs("Réponse à un critère")]
internal sealed class Answer
{
    public const int CommentMaxLength = 2000;

    public Guid Id { get; private init; }

    [AuditedAs("Dossier")]
    public required Guid ApplicationId { get; init; }

    [AuditedAs("Critère")]
    public required Guid CriterionId { get; init; }

    /// <summary>0 to 3, by the EPN; null while it has not answered, or says that the criterion does not apply.</summary>
    [AuditedAs("Note de l’espace")]
    public int? SelfScore { get; set; }

    [AuditedAs("Sans objet")]
    public bool IsNotApplicable { get; set; }

    [AuditedAs("Commentaire de l’espace")]
    public string? Comment { get; set; }

    [AuditedAs("Répondu le")]
    public DateTime? AnsweredAt { get; set; }

    [AuditedAs("Répondu par")]
    public string? AnsweredBy { get; set; }
    public Guid? AnsweredById { get; set; }

    /// <summary>For a renewal: the EPN says that the former answer still holds.</summary>
    [AuditedAs("Toujours vrai")]
    public bool IsStillTrue { get; set; }

    /// <summary>0 to 3, by the assessor.</summary>
    [AuditedAs("Note de l’instructeur")]
    public int? AssessorScore { get; set; }

    /// <summary>The assessor agrees that the criterion does not apply.</summary>
    [AuditedAs("Sans objet selon l’instructeur")]
    public bool IsNotApplicableToAssessor { get; set; }

    [AuditedAs("Commentaire de l’instructeur")]
    public string? AssessorComment { get; set; }

    [AuditedAs("Noté le")]
    public DateTime? ScoredAt { get; set; }

    [AuditedAs("Noté par")]
    public string? ScoredBy { get; set; }
    public Guid? ScoredById { get; set; }

    public int Version { get; private set; }

    public bool IsAnswered => SelfScore is not null || IsNotApplicable;

    public bool IsScored => AssessorScore is not null || IsNotApplicableToAssessor;

    /// <summary>What the EPN says of the criterion.</summary>
    /// <returns>Whether that is something else than before.</returns>
    public bool Say(int? score, bool isNotApplicable, string? comment, ICurrentUser user, DateTime now)
    {
        if (Says(score, isNotApplicable, comment))
        {
            return false;
        }

        SelfScore = isNotApplicable ? null : score;
        IsNotApplicable = isNotApplicable;
        Comment = comment;
        AnsweredAt = now;
        AnsweredBy = user.Name;
        AnsweredById = user.Id;
        IsStillTrue = false;
        return true;
    }

    /// <summary>Whether the EPN’s answer is this one.</summary>
    public bool Says(int? score, bool isNotApplicable, string? comment) =>
        SelfScore == (isNotApplicable ? null : score) && IsNotApplicable == isNotApplicable && Comment == comment;

    /// <summary>To be called with each change: two people at one criterion are told of each other.</summary>
    public void Touch() => Version++;

    internal sealed class Configuration : IEntityTypeConfiguration<Answer>
    {
        public void Configure(EntityTypeBuilder<Answer> builder)
        {
            builder.Property(a => a.Comment).HasMaxLength(CommentMaxLength);
            builder.Property(a => a.AssessorComment).HasMaxLength(CommentMaxLength);
            builder.Property(a => a.Version).IsConcurrencyToken();
            builder.HasIndex(a => new { a.ApplicationId, a.CriterionId }).IsUnique();
            builder.HasOne<LabelApplication>().WithMany().HasForeignKey(a => a.ApplicationId);
            builder.HasOne<Criterion>().WithMany().HasForeignKey(a => a.CriterionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
