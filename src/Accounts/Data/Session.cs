using CaseNumerique.Accounts.Access;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Accounts.Data;

/// <summary>One sign-in on one machine, until it ends. The cookie holds its id alone: ending the row ends every copy.</summary>
[NotAudited]
internal sealed class Session
{
    public const int DeviceNameMaxLength = 120;
    public const int AddressMaxLength = 45;
    public const int MethodMaxLength = 20;

    public static readonly TimeSpan LongestView = TimeSpan.FromMinutes(30);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>The machine's own cookie, which stays when sessions end.</summary>
    public required Guid DeviceId { get; init; }

    /// <summary>Browser and system, as people call them.</summary>
    public required string DeviceName { get; init; }

    public required string Address { get; init; }

    /// <summary>How the person signed in: see <see cref="SignInMethod"/>.</summary>
    public required string Method { get; init; }

    public required DateTime StartedAt { get; init; }
    public DateTime LastSeenAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>When a second factor was last shown; without it, the roles of ÉcoNum sleep.</summary>
    public DateTime? StrongSince { get; set; }

    /// <summary>When the person last proved who they are: sensitive changes ask again.</summary>
    public DateTime ProvedAt { get; set; }

    /// <summary>Whose view of the site is shown, read-only.</summary>
    public Guid? SeesAsId { get; private set; }

    public DateTime? SeesAsSince { get; private set; }

    public void SeeAs(Guid accountId, DateTime now)
    {
        SeesAsId = accountId;
        SeesAsSince = now;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.Property(s => s.DeviceName).HasMaxLength(DeviceNameMaxLength);
            builder.Property(s => s.Address).HasMaxLength(AddressMaxLength);
            builder.Property(s => s.Method).HasMaxLength(MethodMaxLength);
            builder.HasIndex(s => new { s.AccountId, s.DeviceId });
            builder.HasIndex(s => s.StartedAt);
            builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        }
    }
}

internal static class SessionQueries
{
    /// <summary>Those that still open the site.</summary>
    public static IQueryable<Session> Alive(this IQueryable<Session> sessions, DateTime now)
    {
        var (oldest, idle) = (now - SessionCookie.Longest, now - SessionCookie.Idle);
        return sessions.Where(s => s.EndedAt == null && s.StartedAt >= oldest && s.LastSeenAt >= idle);
    }
}

internal static class SignInMethod
{
    public const string Password = "mot-de-passe";
    public const string Passkey = "cle-d-acces";
    public const string Link = "lien";
    public const string Provider = "fournisseur";
}
