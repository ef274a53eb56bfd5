using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>A line of a label's history.</summary>
[NotAudited]
internal sealed class LabelEvent
{
    public const int ReasonMaxLength = 1000;

    /// <summary>What tells of a suspension; since when is read from it.</summary>
    public const string Suspended = "Label suspendu";
    public const string RenewalFiled = "Renouvellement déposé";

    /// <summary>Its first day follows.</summary>
    public const string Renewed = "Label renouvelé";

    public long Id { get; private init; }
    public required Guid LabelId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>What happened, in French.</summary>
    public required string What { get; init; }

    public string? Reason { get; init; }
    public required string By { get; set; }

    /// <summary>The account of <see cref="By"/>; null for the system, and for lines older than accounts.</summary>
    public Guid? ById { get; init; }

    /// <summary>A line that tells what somebody has done.</summary>
    public static LabelEvent Of(Label label, string what, ICurrentUser user, DateTime now, string? reason = null) =>
        new()
        {
            LabelId = label.Id,
            At = now,
            What = what,
            Reason = reason?.Trim(),
            By = user.Name,
            ById = user.Id,
        };

    internal sealed class Configuration : IEntityTypeConfiguration<LabelEvent>
    {
        public void Configure(EntityTypeBuilder<LabelEvent> builder)
        {
            builder.Property(e => e.Reason).HasMaxLength(ReasonMaxLength);
            builder.HasIndex(e => e.ById);
            builder.HasOne<Label>().WithMany().HasForeignKey(e => e.LabelId);
        }
    }
}
