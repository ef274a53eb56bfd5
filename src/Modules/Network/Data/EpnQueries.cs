using System.Linq.Expressions;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Network.Data;

internal static class EpnQueries
{
    public static IQueryable<Epn> Open(this IQueryable<Epn> epns) => epns.Where(e => e.ClosedOn == null);

    /// <param name="ids">The EPNs a person may see; null for all.</param>
    public static IQueryable<Epn> Of(this IQueryable<Epn> epns, IReadOnlyCollection<Guid>? ids) =>
        ids is null ? epns : epns.Where(e => ids.Contains(e.Id));

    /// <summary>Each word is found somewhere in the name, the commune or the address.</summary>
    public static IQueryable<Epn> Matching(this IQueryable<Epn> epns, string? search) =>
        FrenchText
            .Fold(search)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(epns, (found, word) => found.Where(e => e.SearchText.Contains(word)));

    public static IQueryable<Epn> InProvince(this IQueryable<Epn> epns, string? province) =>
        string.IsNullOrEmpty(province) ? epns : epns.Where(e => e.Province == province);

    public static IQueryable<Epn> InCommunes(this IQueryable<Epn> epns, IReadOnlyCollection<string> inseeCodes) =>
        inseeCodes.Count == 0 ? epns : epns.Where(e => inseeCodes.Contains(e.InseeCode));

    /// <summary>Agrees with <see cref="LabelStanding.Of"/>; an unknown key leaves all.</summary>
    public static IQueryable<Epn> Standing(this IQueryable<Epn> epns, string? key, DateOnly today) =>
        key switch
        {
            "case-numerique" => epns.Where(e => e.LabelStatus == "actif" && e.LabelExpiresOn >= today),
            "en-renouvellement" => epns.Where(e => e.LabelStatus == "en_renouvellement"),
            "suspendu" => epns.Where(e => e.LabelStatus == "suspendu"),
            "retire" => epns.Where(e => e.LabelStatus == "retire"),
            "renonce" => epns.Where(e => e.LabelStatus == "renonce"),
            "expire" => epns.Where(e =>
                e.LabelStatus == "expire" || (e.LabelStatus == "actif" && e.LabelExpiresOn < today)
            ),
            "recense" => epns.Where(e => e.LabelStatus == null),
            _ => epns,
        };

    /// <summary>Whether it may call itself « Case numérique » on a day.</summary>
    public static Expression<Func<Epn, bool>> IsLabelled(DateOnly today) =>
        e => (e.LabelStatus == "actif" && e.LabelExpiresOn >= today) || e.LabelStatus == "en_renouvellement";

    /// <summary>Reminders cannot be mailed to any of its managers.</summary>
    public static IQueryable<Epn> WithoutAddress(this IQueryable<Epn> epns) =>
        epns.Where(e => !e.Contacts.Any(c => c.Role == ContactRole.Manager && c.Email != null));

    /// <summary>By name, as a dictionary sorts.</summary>
    public static IOrderedQueryable<Epn> ByName(this IQueryable<Epn> epns) =>
        epns.OrderBy(e => e.SearchText).ThenBy(e => e.Id);
}
