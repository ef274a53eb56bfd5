using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.SharedKernel;

/// <summary>
/// A line of the journal: what was done, by which account, when, to what. It is written with the change it speaks of, never
/// altered, and linked to the line before it when it is sealed. Whatever may name a person stands in <see cref="AuditDetail"/>,
/// of which this keeps a commitment, so that a person can be forgotten and the chain still be followed.
/// </summary>
[NotAudited]
public sealed class AuditEntry
{
    /// <summary>The module that owns the table; every module writes to it.</summary>
    public const string Module = "platform";

    public const int ActionMaxLength = 120;
    public const int TitleMaxLength = 200;
    public const int SubjectMaxLength = 300;
    public const int SearchTextMaxLength = 500;
    public const int HashLength = 64;

    /// <summary>What stands in place of a line before the first.</summary>
    public static readonly string NoHash = new('0', HashLength);

    public required Guid Id { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Null when the system itself acts, or a visitor without an account.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The slice that ran, like <c>Labelling.GrantLabel</c>, or a fact's name, like <c>access.refused</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The same in French, as it was called on that day.</summary>
    public required string Title { get; init; }

    public required string Subject { get; init; }

    /// <summary>Title and subject without accents or case.</summary>
    public required string SearchText { get; init; }

    public required AuditOutcome Outcome { get; init; }
    public string? FromHash { get; init; }
    public string? ChangesHash { get; init; }

    /// <summary>1, 2, 3 … without a gap; null until the line is sealed.</summary>
    public long? Sequence { get; private set; }

    public string? PreviousHash { get; private set; }
    public string? Hash { get; private set; }

    public void Seal(long sequence, string previousHash)
    {
        Sequence = sequence;
        PreviousHash = previousHash;
        Hash = ComputeHash();
    }

    /// <summary>The link: over the place in the chain, the link before, and every column that tells something.</summary>
    public string ComputeHash()
    {
        // An array in JSON says where each value ends, so that no two lines read the same.
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new object?[]
            {
                Sequence,
                PreviousHash,
                Id,
                At.Ticks,
                ActorId,
                Action,
                Title,
                Subject,
                SearchText,
                (int)Outcome,
                FromHash,
                ChangesHash,
            }
        );
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>What the line keeps of a detail: it proves the detail, and tells nothing of it once the salt is gone.</summary>
    public string? CommitmentTo(AuditPart part) => part is AuditPart.From ? FromHash : ChangesHash;

    // On SQLite a migration that rebuilds the table drops its triggers: it must create them again.
    public sealed class Configuration : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.Property(e => e.Action).HasMaxLength(ActionMaxLength);
            builder.Property(e => e.Title).HasMaxLength(TitleMaxLength);
            builder.Property(e => e.Subject).HasMaxLength(SubjectMaxLength);
            builder.Property(e => e.SearchText).HasMaxLength(SearchTextMaxLength);
            builder.Property(e => e.FromHash).HasMaxLength(HashLength);
            builder.Property(e => e.ChangesHash).HasMaxLength(HashLength);
            builder.Property(e => e.PreviousHash).HasMaxLength(HashLength);
            builder.Property(e => e.Hash).HasMaxLength(HashLength);
            // Two hosts that seal the same lines: one of them finds them sealed.
            builder.Property(e => e.Sequence).IsConcurrencyToken();
            builder.HasIndex(e => e.Sequence).IsUnique();
            builder.HasIndex(e => e.At);
            builder.HasIndex(e => new { e.ActorId, e.At });
            builder.HasIndex(e => new { e.Action, e.At });
        }
    }
}

/// <summary>What a detail tells.</summary>
public enum AuditPart
{
    /// <summary>Who and from where: name, e-mail, IP address, browser.</summary>
    From,

    /// <summary>What was there before, and what after.</summary>
    Changes,
}

/// <summary>What a line of the journal tells that may be personal. It may be deleted, for a reason that the journal tells; never altered.</summary>
[NotAudited]
public sealed class AuditDetail
{
    private const int SaltLength = 32;

    public required Guid EntryId { get; init; }
    public required AuditPart Part { get; init; }

    /// <summary>Drawn at random, so that nobody finds an erased name by trying names.</summary>
    public required string Salt { get; init; }

    public required string Json { get; init; }

    public static AuditDetail Of(Guid entryId, AuditPart part, string json) =>
        new()
        {
            EntryId = entryId,
            Part = part,
            Salt = RandomNumberGenerator.GetHexString(SaltLength, lowercase: true),
            Json = json,
        };

    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Salt + Json)));

    public sealed class Configuration : IEntityTypeConfiguration<AuditDetail>
    {
        public void Configure(EntityTypeBuilder<AuditDetail> builder)
        {
            builder.HasKey(d => new { d.EntryId, d.Part });
            builder.Property(d => d.Salt).HasMaxLength(SaltLength);
            // As long as what was changed.
            builder.Property(d => d.Json).HasMaxLength(-1);
            builder.HasOne<AuditEntry>().WithMany().HasForeignKey(d => d.EntryId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class AuditTables
{
    /// <summary>Every module writes to the platform's journal; the platform's own migrations make its tables.</summary>
    public static void MapAuditTables(this ModelBuilder modelBuilder, bool isSqlServer, string module)
    {
        Map<AuditEntry>("AuditEntry_Kept");
        Map<AuditDetail>("AuditDetail_Kept");

        void Map<TEntity>(string trigger)
            where TEntity : class
        {
            var name = typeof(TEntity).Name;
            modelBuilder
                .Entity<TEntity>()
                .ToTable(
                    isSqlServer ? name : $"{AuditEntry.Module}_{name}",
                    isSqlServer ? AuditEntry.Module : null,
                    table =>
                    {
                        table.HasTrigger(trigger);
                        if (module != AuditEntry.Module)
                        {
                            table.ExcludeFromMigrations();
                        }
                    }
                );
        }
    }
}
