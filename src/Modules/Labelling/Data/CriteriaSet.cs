using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

internal enum CriteriaSetStatus
{
    /// <summary>Being written: no file is judged by it.</summary>
    Draft,

    /// <summary>In force: new files are judged by it.</summary>
    Published,

    /// <summary>Replaced: files that were filed under it are still judged by it.</summary>
    Archived,
}

/// <summary>
/// One version of the referential: what an EPN is judged by. A published version never changes, and a file keeps the version
/// that it was filed under.
/// </summary>
[AuditedAs("Référentiel")]
internal sealed class CriteriaSet : IKnownBy
{
    public const int TitleMaxLength = 120;
    public const int NoticeMaxLength = 1000;
    public const int ReasonMaxLength = 1000;

    /// <summary>The best score of a criterion; 0 is « non conforme », 1 « partiel », 2 « conforme », 3 « exemplaire ».</summary>
    public const int BestScore = 3;

    /// <summary>The score from which a criterion is met.</summary>
    public const int MetScore = 2;

    public Guid Id { get; private init; }

    /// <summary>1, 2, 3 …</summary>
    [AuditedAs("Version")]
    public required int Number { get; init; }

    [AuditedAs("Titre")]
    public required string Title { get; set; }

    /// <summary>What people must know of this version: that it is a proposal, what it changes.</summary>
    [AuditedAs("Avertissement")]
    public string? Notice { get; set; }

    [AuditedAs("État")]
    public CriteriaSetStatus Status { get; private set; }

    [AuditedAs("Créé le")]
    public required DateTime CreatedAt { get; init; }

    [AuditedAs("Créé par")]
    public required string CreatedBy { get; set; }
    public Guid? CreatedById { get; init; }

    [AuditedAs("Publié le")]
    public DateTime? PublishedAt { get; private set; }

    [AuditedAs("Publié par")]
    public string? PublishedBy { get; set; }
    public Guid? PublishedById { get; private set; }

    /// <summary>Why it was published; null for the first.</summary>
    [AuditedAs("Motif de la publication")]
    public string? PublicationReason { get; private set; }

    /// <summary>Until this day, inclusive, files already begun may still be filed under this version once it is replaced.</summary>
    [AuditedAs("Tient jusqu’au")]
    public DateOnly? HoldsUntil { get; private set; }

    /// <summary>A favourable opinion wants this share of all points, in percent.</summary>
    [AuditedAs("Score global requis")]
    public required int OverallPercent { get; set; }

    /// <summary>A favourable opinion wants this share of the points of each chapter, in percent.</summary>
    [AuditedAs("Score requis par chapitre")]
    public required int ChapterPercent { get; set; }

    /// <summary>How many mandatory criteria may be met in part only, for an opinion with conditions.</summary>
    [AuditedAs("Critères sous réserve, au plus")]
    public required int MaxConditions { get; set; }

    /// <summary>How long an EPN has to lift a condition, at most.</summary>
    [AuditedAs("Mois pour lever une réserve")]
    public required int ConditionMonths { get; set; }

    public int Version { get; private set; }

    public List<Chapter> Chapters { get; init; } = [];

    public IEnumerable<Criterion> Criteria =>
        Chapters.OrderBy(c => c.Position).SelectMany(c => c.Criteria.OrderBy(k => k.Position));

    /// <summary>« Référentiel version 2 », as files and letters name it.</summary>
    public string Name => $"Référentiel version\u00A0{Number}";

    /// <summary>A draft with nothing in it.</summary>
    public static CriteriaSet Empty(int number) =>
        new()
        {
            Number = number,
            Title = "",
            CreatedAt = default,
            CreatedBy = "",
            OverallPercent = 0,
            ChapterPercent = 0,
            MaxConditions = 0,
            ConditionMonths = 0,
        };

    /// <summary>A draft that begins as another version stands.</summary>
    public static CriteriaSet DraftFrom(CriteriaSet model, int number, ICurrentUser user, DateTime now) =>
        new()
        {
            Number = number,
            Title = model.Title,
            Notice = model.Notice,
            CreatedAt = now,
            CreatedBy = user.Name,
            CreatedById = user.Id,
            OverallPercent = model.OverallPercent,
            ChapterPercent = model.ChapterPercent,
            MaxConditions = model.MaxConditions,
            ConditionMonths = model.ConditionMonths,
            Chapters = [.. model.Chapters.Select(c => c.Copy())],
        };

    /// <summary>Whether a file begun under this version may still be filed under it.</summary>
    public bool IsOpenForFiling(DateOnly today) =>
        Status is CriteriaSetStatus.Published || (Status is CriteriaSetStatus.Archived && today <= HoldsUntil);

    /// <exception cref="InvalidOperationException">It is not a draft.</exception>
    public void PutInForce(ICurrentUser user, DateTime now, string? reason = null)
    {
        if (Status is not CriteriaSetStatus.Draft)
        {
            throw new InvalidOperationException($"Criteria set {Number} is {Status}: only a draft is published.");
        }

        Status = CriteriaSetStatus.Published;
        PublishedAt = now;
        PublishedBy = user.Name;
        PublishedById = user.Id;
        PublicationReason = reason;
        Version++;
    }

    /// <summary>Another version takes its place.</summary>
    /// <param name="holdsUntil">Last day on which a file begun under this version may be filed.</param>
    public void Archive(DateOnly holdsUntil)
    {
        Status = CriteriaSetStatus.Archived;
        HoldsUntil = holdsUntil;
        Version++;
    }

    /// <summary>To be called with each change of a draft, so that two editors do not overwrite each other.</summary>
    public void Touch() => Version++;

    string IKnownBy.KnownBy => Name;

    internal sealed class Configuration : IEntityTypeConfiguration<CriteriaSet>
    {
        public void Configure(EntityTypeBuilder<CriteriaSet> builder)
        {
            builder.Property(s => s.Title).HasMaxLength(TitleMaxLength);
            builder.Property(s => s.Notice).HasMaxLength(NoticeMaxLength);
            builder.Property(s => s.PublicationReason).HasMaxLength(ReasonMaxLength);
            builder.Property(s => s.Version).IsConcurrencyToken();
            builder.Ignore(s => s.Criteria);
            builder.Ignore(s => s.Name);
            builder.HasIndex(s => s.Number).IsUnique();
            // One version in force, one in the making.
            builder.HasIndex(s => s.Status).HasFilter("Status <> 2").IsUnique();
            builder.HasMany(s => s.Chapters).WithOne().HasForeignKey(c => c.CriteriaSetId);
            builder.HasData(FirstCriteriaSet.Set);
        }
    }
}
