using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>A list of what is missing from a file, which the EPN answers point by point before a day.</summary>
[AuditedAs("Demande de compléments")]
internal sealed class CompletionRequest : IKnownBy
{
    public const int ReasonMaxLength = 1000;

    public Guid Id { get; private init; }

    [AuditedAs("Dossier")]
    public required Guid ApplicationId { get; init; }

    /// <summary>1, 2 … within the file.</summary>
    [AuditedAs("Rang")]
    public required int Number { get; init; }

    [AuditedAs("Demandée le")]
    public required DateTime AskedAt { get; init; }

    [AuditedAs("Demandée par")]
    public required string AskedBy { get; set; }
    public Guid? AskedById { get; init; }

    /// <summary>The EPN wants more time, and why; once.</summary>
    [AuditedAs("Délai demandé le")]
    public DateTime? TimeAskedAt { get; private set; }

    [AuditedAs("Motif du délai")]
    public string? TimeReason { get; private set; }

    /// <summary>The answer of the assessor; null while there is none.</summary>
    [AuditedAs("Délai accordé")]
    public bool? IsTimeGranted { get; private set; }

    [AuditedAs("Réponse envoyée le")]
    public DateTime? AnsweredAt { get; private set; }

    [AuditedAs("Réponse envoyée par")]
    public string? AnsweredBy { get; set; }
    public Guid? AnsweredById { get; private set; }

    public List<MissingItem> Items { get; init; } = [];

    string IKnownBy.KnownBy => $"Demande n° {Number}";

    public void AskForTime(string reason, DateTime now)
    {
        TimeReason = reason;
        TimeAskedAt = now;
    }

    public void SettleTime(bool isGranted) => IsTimeGranted = isGranted;

    public void NoteAnswer(ICurrentUser user, DateTime now)
    {
        AnsweredAt = now;
        AnsweredBy = user.Name;
        AnsweredById = user.Id;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<CompletionRequest>
    {
        public void Configure(EntityTypeBuilder<CompletionRequest> builder)
        {
            builder.Property(r => r.TimeReason).HasMaxLength(ReasonMaxLength);
            builder.HasIndex(r => new { r.ApplicationId, r.Number }).IsUnique();
            builder.HasOne<LabelApplication>().WithMany().HasForeignKey(r => r.ApplicationId);
            builder.HasMany(r => r.Items).WithOne().HasForeignKey(i => i.RequestId);
        }
    }
}
