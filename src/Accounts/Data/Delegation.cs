using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Accounts.Data;

/// <summary>While one person is away, another stands in: with the roles and EPNs of the first, and answerable for both.</summary>
[AuditedAs("Délégation")]
internal sealed class Delegation
{
    public const int LongestDays = 60;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid FromId { get; init; }
    public required Guid ToId { get; init; }
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day, inclusive: a delegation always ends.</summary>
    public required DateOnly EndsOn { get; init; }

    public required string Reason { get; init; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? RevokedAt { get; set; }

    /// <param name="today">The day in Nouméa.</param>
    public bool IsOver(DateOnly today) => RevokedAt is not null || EndsOn < today;

    internal sealed class Configuration : IEntityTypeConfiguration<Delegation>
    {
        public void Configure(EntityTypeBuilder<Delegation> builder)
        {
            builder.Property(d => d.Reason).HasMaxLength(Account.ReasonMaxLength);
            builder.HasIndex(d => d.ToId);
            // Two ways from an account to its delegations: SQL Server refuses to cascade along both.
            builder.HasOne<Account>().WithMany().HasForeignKey(d => d.FromId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Account>().WithMany().HasForeignKey(d => d.ToId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What a list of stand-ins shows of one.</summary>
internal sealed record DelegationRow(Delegation Delegation, string From, string To);

internal static class DelegationQueries
{
    /// <param name="today">The day in Nouméa.</param>
    public static IQueryable<Delegation> Current(this IQueryable<Delegation> delegations, DateOnly today) =>
        delegations.Where(d => d.RevokedAt == null && d.StartsOn <= today && d.EndsOn >= today);

    /// <summary>With the names of both, the latest first.</summary>
    public static IQueryable<DelegationRow> WithNames(this IQueryable<Delegation> delegations, AccountsDbContext db) =>
        delegations
            .OrderByDescending(d => d.StartsOn)
            .ThenBy(d => d.Id)
            .Select(d => new DelegationRow(
                d,
                db.Accounts.Where(a => a.Id == d.FromId).Select(a => a.DisplayName).First(),
                db.Accounts.Where(a => a.Id == d.ToId).Select(a => a.DisplayName).First()
            ));

    /// <summary>To come, or under way.</summary>
    /// <param name="today">The day in Nouméa.</param>
    public static IQueryable<Delegation> NotOver(this IQueryable<Delegation> delegations, DateOnly today) =>
        delegations.Where(d => d.RevokedAt == null && d.EndsOn >= today);
}
