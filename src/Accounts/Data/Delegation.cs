using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Accounts.Data;

/// <summary>While one person is away, another stands in: with the roles and EPNs of the first, and answerable for both.</summary>
[AuditedAs("Délégation")]
internal sealed class Delegation
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid FromId { get; init; }
    public required Guid ToId { get; init; }
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day, inclusive: a delegation always ends.</summary>
    public required DateOnly EndsOn { get; init; }

    public required string Reason { get; init; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? RevokedAt { get; set; }

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

internal static class DelegationQueries
{
    /// <param name="today">The day in Nouméa.</param>
    public static IQueryable<Delegation> Current(this IQueryable<Delegation> delegations, DateOnly today) =>
        delegations.Where(d => d.RevokedAt == null && d.StartsOn <= today && d.EndsOn >= today);
}
