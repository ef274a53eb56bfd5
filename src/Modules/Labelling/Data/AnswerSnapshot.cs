using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>What the EPN had answered to a criterion when it was asked to complete its file.</summary>
[NotAudited]
internal sealed class AnswerSnapshot
{
    public const int ProofsMaxLength = 8000;

    public long Id { get; private init; }
    public required Guid RequestId { get; init; }
    public required Guid CriterionId { get; init; }
    public int? SelfScore { get; init; }
    public bool IsNotApplicable { get; init; }
    public string? Comment { get; init; }

    /// <summary>The titles of the proofs in alphabetical order, one a line.</summary>
    public required string Proofs { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<AnswerSnapshot>
    {
        public void Configure(EntityTypeBuilder<AnswerSnapshot> builder)
        {
            builder.Property(s => s.Comment).HasMaxLength(Answer.CommentMaxLength);
            builder.Property(s => s.Proofs).HasMaxLength(ProofsMaxLength);
            builder.HasIndex(s => new { s.RequestId, s.CriterionId }).IsUnique();
            builder.HasOne<CompletionRequest>().WithMany().HasForeignKey(s => s.RequestId);
            builder.HasOne<Criterion>().WithMany().HasForeignKey(s => s.CriterionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
