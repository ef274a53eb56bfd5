using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Platform.Data;

internal enum ErasureState
{
    Asked,
    Refused,
    Running,
    Done,
}

/// <summary>What an erasure does, in this order; each step may be done twice.</summary>
internal enum ErasureStep
{
    /// <summary>Gathers by what the person is known, before anything is forgotten.</summary>
    Gather,

    /// <summary>Waits for the notifications under way that name the person: they would bring the name back.</summary>
    Quiet,

    /// <summary>Every module forgets.</summary>
    Modules,

    Mails,
    Notifications,

    /// <summary>What was written down of the erasing itself: the journal.</summary>
    Traces,

    /// <summary>The bytes in the database's files.</summary>
    Files,

    Finished,
}

/// <summary>A person's wish to be forgotten, what was decided, and how far it has come.</summary>
[NotAudited]
internal sealed class Erasure
{
    public const int EmailMaxLength = 254;
    public const int NameMaxLength = 120;
    public const int WordsMaxLength = 1000;

    private const int TracesMaxLength = 4000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Null for a person known by an address alone.</summary>
    public required Guid? AccountId { get; init; }

    /// <summary>The pseudonym once erased.</summary>
    public required string Name { get; set; }

    /// <summary>Empty once erased.</summary>
    public required string Email { get; set; }

    /// <summary>What the person added, or where an administrator had it from.</summary>
    public string? Words { get; set; }

    public required string Pseudonym { get; init; }
    public required DateTime AskedAt { get; init; }

    /// <summary>The administrator who wrote it down; null when the person asked here.</summary>
    public string? AskedBy { get; set; }

    public ErasureState State { get; set; }
    public DateTime? DecidedAt { get; set; }
    public string? DecidedBy { get; set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; set; }

    /// <summary>The step to do next.</summary>
    public ErasureStep Step { get; set; }

    /// <summary>By what the person is known, as JSON; null before <see cref="ErasureStep.Gather"/> and after <see cref="ErasureStep.Traces"/>.</summary>
    public string? Traces { get; set; }

    /// <summary>What it waits for, in French.</summary>
    public string? Waiting { get; set; }

    public DateTime? DoneAt { get; set; }

    public PersonKey Person => new(AccountId, Email, Name);

    internal sealed class Configuration : IEntityTypeConfiguration<Erasure>
    {
        public void Configure(EntityTypeBuilder<Erasure> builder)
        {
            builder.Property(e => e.Email).HasMaxLength(EmailMaxLength);
            builder.Property(e => e.Name).HasMaxLength(NameMaxLength);
            builder.Property(e => e.Words).HasMaxLength(WordsMaxLength);
            builder.Property(e => e.Reason).HasMaxLength(WordsMaxLength);
            builder.Property(e => e.Pseudonym).HasMaxLength(40);
            builder.Property(e => e.Traces).HasMaxLength(TracesMaxLength);
            // Two decisions at once: the second finds it decided.
            builder.Property(e => e.State).IsConcurrencyToken();
            builder.HasIndex(e => e.State);
        }
    }
}
