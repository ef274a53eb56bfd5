using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>A line of a file's history.</summary>
[NotAudited]
internal sealed class ApplicationEvent
{
    public const int MoveMaxLength = 40;

    public Guid Id { get; private init; }
    public required Guid ApplicationId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>The path of the <see cref="ApplicationMove"/>, or a word of its own for what moves nothing.</summary>
    public required string Move { get; init; }

    /// <summary>What happened, in French.</summary>
    public required string What { get; init; }

    public string? Reason { get; init; }
    public required string By { get; set; }

    /// <summary>The account of <see cref="By"/>; null for the system.</summary>
    public Guid? ById { get; init; }

    /// <summary>For ÉcoNum and the committee only: the EPN does not read it.</summary>
    public bool IsInternal { get; init; }

    public static ApplicationEvent Of(
        LabelApplication application,
        string move,
        string what,
        ICurrentUser user,
        DateTime now,
        string? reason = null,
        bool isInternal = false
    ) =>
        new()
        {
            ApplicationId = application.Id,
            At = now,
            Move = move,
            What = what,
            Reason = reason,
            By = user.Name,
            ById = user.Id,
            IsInternal = isInternal,
        };

    internal sealed class Configuration : IEntityTypeConfiguration<ApplicationEvent>
    {
        public void Configure(EntityTypeBuilder<ApplicationEvent> builder)
        {
            builder.Property(e => e.Move).HasMaxLength(MoveMaxLength);
            builder.Property(e => e.Reason).HasMaxLength(LabelApplication.ReasonMaxLength);
            builder.HasIndex(e => e.ById);
            builder.HasOne<LabelApplication>().WithMany().HasForeignKey(e => e.ApplicationId);
        }
    }
}
