using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Accounts.Data;

/// <summary>Failed tries on an account, counted apart for each machine it knows and once for all others.</summary>
/// <remarks>So that whoever guesses from elsewhere closes the door on themselves, and not on the person at their own machine.</remarks>
[NotAudited]
internal sealed class SignInThrottle
{
    /// <summary>The machines that the account has never been used on, all together.</summary>
    public static readonly Guid Strangers = Guid.Empty;

    public const int TriesAllowed = 5;

    public static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    public required Guid AccountId { get; init; }

    public required Guid DeviceId { get; init; }

    public int Failures { get; set; }

    public DateTime? ClosedUntil { get; set; }

    /// <summary>After five failures each further one doubles the wait, up to a quarter of an hour.</summary>
    public void Fail(DateTime now)
    {
        Failures++;
        var beyond = Failures - TriesAllowed;
        if (beyond >= 0)
        {
            var wait = ShortestWait * Math.Pow(2, Math.Min(beyond, 10));
            ClosedUntil = now + (wait < LongestWait ? wait : LongestWait);
        }
    }

    internal sealed class Configuration : IEntityTypeConfiguration<SignInThrottle>
    {
        public void Configure(EntityTypeBuilder<SignInThrottle> builder)
        {
            builder.HasKey(t => new { t.AccountId, t.DeviceId });
            builder.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId);
        }
    }
}
