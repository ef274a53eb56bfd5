using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>What was seen of one criterion.</summary>
[AuditedAs("Constat de visite")]
internal sealed class VisitFinding
{
    public const int TextMaxLength = 1000;

    public Guid Id { get; private init; }
    public Guid VisitId { get; private init; }

    [AuditedAs("Critère")]
    public required Guid CriterionId { get; init; }

    /// <summary>Empty once it is taken back: the row stays, so that its versions go on counting.</summary>
    [AuditedAs("Constat")]
    public required string Text { get; set; }

    /// <summary>0 to 3, as it seemed on the spot: a help for the score, which is given elsewhere.</summary>
    [AuditedAs("Note sur place")]
    public int? Score { get; private set; }

    [AuditedAs("Sans objet sur place")]
    public bool IsNotApplicable { get; private set; }

    [AuditedAs("Modifié le")]
    public DateTime? ChangedAt { get; private set; }

    [AuditedAs("Modifié par")]
    public string? ChangedBy { get; set; }
    public Guid? ChangedById { get; private set; }

    /// <summary>Grows with each change: two devices at one criterion are told of each other.</summary>
    public int Version { get; private set; }

    public FindingWords Words => new(Text, Score, IsNotApplicable);

    public void Say(FindingWords words, ICurrentUser user, DateTime now)
    {
        (Text, Score, IsNotApplicable) = words;
        ChangedAt = now;
        ChangedBy = user.Name;
        ChangedById = user.Id;
        Version++;
    }

    /// <summary>Of all that was ever written at a visit, what does not stand here: what was set aside, and the last words of each other person.</summary>
    public IEnumerable<FindingRevision> SetAside(IEnumerable<FindingRevision> written) =>
        written
            .Where(r => r.CriterionId == CriterionId && r.Words != Words && r.Words != FindingWords.None)
            .Where(r => !r.IsKept || r.ById != ChangedById)
            .GroupBy(r => (r.IsKept, r.ById))
            .SelectMany(g => g.Key.IsKept ? g.TakeLast(1) : g)
            .DistinctBy(r => r.Words);

    internal sealed class Configuration : IEntityTypeConfiguration<VisitFinding>
    {
        public void Configure(EntityTypeBuilder<VisitFinding> builder)
        {
            builder.Ignore(f => f.Words);
            builder.Property(f => f.Text).HasMaxLength(TextMaxLength);
            builder.Property(f => f.Version).IsConcurrencyToken();
            builder.HasIndex(f => new { f.VisitId, f.CriterionId }).IsUnique();
            builder.HasIndex(f => f.ChangedById);
            builder.HasOne<Criterion>().WithMany().HasForeignKey(f => f.CriterionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What somebody writes of a criterion, and the score that they think of.</summary>
internal sealed record FindingWords(string Text, int? Score, bool IsNotApplicable)
{
    public static readonly FindingWords None = new("", null, false);
}
