using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Accounts.Data;

/// <summary>Copy of Network's affiliation: for which EPN the account acts, from when, until when.</summary>
[AuditedAs("Affiliation")]
internal sealed class Affiliation
{
    public const int EpnNameMaxLength = 120;

    /// <summary>Network's id.</summary>
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }
    public required Guid EpnId { get; init; }
    public required string EpnName { get; set; }
    public required string Role { get; set; }
    public required bool CanEdit { get; set; }
    public required DateOnly StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }
    public required int Revision { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Affiliation>
    {
        public void Configure(EntityTypeBuilder<Affiliation> builder)
        {
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.Property(a => a.EpnName).HasMaxLength(EpnNameMaxLength);
            builder.Property(a => a.Role).HasMaxLength(20);
            builder.HasIndex(a => a.AccountId);
            builder.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
        }
    }
}

internal static class AffiliationQueries
{
    /// <param name="today">The day in Nouméa.</param>
    public static IQueryable<Affiliation> Current(this IQueryable<Affiliation> affiliations, DateOnly today) =>
        affiliations.Where(a => a.StartsOn <= today && (a.EndsOn == null || a.EndsOn >= today));
}
