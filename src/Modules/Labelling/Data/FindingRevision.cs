using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>Something that was once written of a criterion at a visit. Nothing that reached the server is ever lost.</summary>
[NotAudited]
internal sealed class FindingRevision
{
    public Guid Id { get; private init; }
    public Guid VisitId { get; private init; }
    public required Guid CriterionId { get; init; }

    /// <summary>That of the finding once this was written; the one that it was written from, where it was set aside.</summary>
    public required int Version { get; init; }

    /// <summary>False for what was set aside, because somebody else had written meanwhile.</summary>
    public required bool IsKept { get; init; }

    public required string Text { get; init; }
    public int? Score { get; init; }
    public bool IsNotApplicable { get; init; }
    public required DateTime At { get; init; }
    public required string By { get; set; }
    public Guid? ById { get; init; }

    /// <summary>By which a device tells its sendings apart: sent twice, it is written once.</summary>
    public Guid? ClientKey { get; init; }

    public FindingWords Words => new(Text, Score, IsNotApplicable);

    public static FindingRevision Of(
        Guid criterionId,
        int version,
        FindingWords words,
        bool isKept,
        ICurrentUser user,
        DateTime now,
        Guid? key
    ) =>
        new()
        {
            CriterionId = criterionId,
            Version = version,
            IsKept = isKept,
            Text = words.Text,
            Score = words.Score,
            IsNotApplicable = words.IsNotApplicable,
            At = now,
            By = user.Name,
            ById = user.Id,
            ClientKey = key,
        };

    /// <summary>Whether these words are only what a person found in this version, and left as it was.</summary>
    public bool IsUntouched(Guid criterionId, int version, FindingWords words) =>
        IsKept && CriterionId == criterionId && Version == version && Words == words;

    internal sealed class Configuration : IEntityTypeConfiguration<FindingRevision>
    {
        public void Configure(EntityTypeBuilder<FindingRevision> builder)
        {
            builder.Ignore(r => r.Words);
            builder.Property(r => r.Text).HasMaxLength(VisitFinding.TextMaxLength);
            builder.HasIndex(r => new { r.VisitId, r.ClientKey }).HasFilter("ClientKey IS NOT NULL").IsUnique();
            builder.HasIndex(r => r.ById);
            builder.HasOne<Criterion>().WithMany().HasForeignKey(r => r.CriterionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
