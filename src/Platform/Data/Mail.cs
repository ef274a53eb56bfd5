using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Platform.Data;

internal enum MailState
{
    Planned,

    /// <summary>A host holds it; nothing has left.</summary>
    Claimed,

    /// <summary>The server has accepted the recipient and the content is about to leave, or has left.</summary>
    Transmitting,

    Sent,

    /// <summary>The server said no for good, or the address cannot be written to.</summary>
    Refused,

    /// <summary>The content may have left, and no answer came: only a probe or a person can tell.</summary>
    Unknown,

    /// <summary>What it said was no longer true when it was about to leave.</summary>
    Withdrawn,
}

/// <summary>A mail to one person: its exact bytes, and how far it has come.</summary>
[NotAudited]
internal sealed class Mail
{
    public const int KeyMaxLength = 160;
    public const int KindMaxLength = 60;
    public const int AddressMaxLength = 320;
    public const int WordsMaxLength = 1000;

    /// <summary>What <see cref="Mime"/> is once its text is forgotten; EF cannot translate the length of bytes.</summary>
    public static readonly byte[] NoBytes = [];

    public Guid Id { get; private init; }
    public required string Key { get; init; }

    /// <summary>Made from <see cref="Key"/> alone, so that a second copy, if there must be one, is known for what it is.</summary>
    public required string MessageId { get; init; }

    public required string Kind { get; init; }
    public required Guid AboutId { get; init; }
    public required string ToName { get; init; }
    public required string ToAddress { get; init; }
    public required string Subject { get; init; }

    /// <summary>The message as it goes over the wire, written once before the first attempt.</summary>
    public required byte[] Mime { get; set; }

    /// <summary>Its text opens an account: it is shown to nobody, and <see cref="Mime"/> is emptied once it has left.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Its text is there to be read by those who may see mails.</summary>
    public bool IsReadable => !IsSecret && Mime.Length > 0;

    public required string Sha256 { get; init; }
    public required DateTime QueuedAt { get; init; }
    public MailState State { get; set; }
    public DateTime DueAt { get; set; }
    public int Attempts { get; set; }
    public Guid? Lease { get; set; }
    public DateTime? LeaseUntil { get; set; }

    /// <summary>When the last transmission began.</summary>
    public DateTime? TransmittingAt { get; set; }

    public DateTime? SettledAt { get; set; }

    /// <summary>The server's last words, or the reason for the state.</summary>
    public string? Words { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Mail>
    {
        public void Configure(EntityTypeBuilder<Mail> builder)
        {
            builder.Property(m => m.Key).HasMaxLength(KeyMaxLength);
            builder.Property(m => m.Kind).HasMaxLength(KindMaxLength);
            builder.Property(m => m.ToAddress).HasMaxLength(AddressMaxLength);
            builder.Property(m => m.Sha256).HasMaxLength(64);
            builder.Property(m => m.Words).HasMaxLength(WordsMaxLength);
            builder.HasIndex(m => m.Key).IsUnique();
            builder.HasIndex(m => new { m.State, m.DueAt });
            builder.HasIndex(m => m.QueuedAt);
        }
    }
}
