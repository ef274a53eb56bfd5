using System.Security.Claims;

namespace CaseNumerique.SharedKernel;

/// <summary>What a signed-in person may touch: the EPNs they are affiliated with today, or all for the people of ÉcoNum.</summary>
/// <remarks>Built anew from the database at each request, so that an affiliation that ends today is gone today.</remarks>
public static class PersonScope
{
    /// <summary>The id of an EPN, once an affiliation.</summary>
    public const string EpnClaim = "case:epn";

    /// <summary>The id of an EPN whose own facts and file the person may change.</summary>
    public const string EpnEditClaim = "case:epn-edit";

    /// <summary>The id of an EPN that the person manages: they alone bind it.</summary>
    public const string EpnManageClaim = "case:epn-manage";

    /// <summary>The id of a person who is away, and in whose place this one acts.</summary>
    public const string ActsForClaim = "case:acts-for";

    extension(ClaimsPrincipal person)
    {
        public Guid? AccountId =>
            Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

        /// <summary>The person, and those in whose place they act today.</summary>
        public IReadOnlyCollection<Guid> AnswerableIds =>
            [
                .. person.AccountId is { } own ? [own] : Array.Empty<Guid>(),
                .. person.FindAll(ActsForClaim).Select(c => Guid.Parse(c.Value)),
            ];

        public bool IsEcoNum => Roles.EcoNum.Any(person.IsInRole);

        /// <summary>The EPNs of the person's own affiliations; empty for those of ÉcoNum, who see all.</summary>
        public IReadOnlyCollection<Guid> EpnIds => [.. person.FindAll(EpnClaim).Select(c => Guid.Parse(c.Value))];

        public bool MaySee(Guid epnId) => person.IsEcoNum || person.HasClaim(EpnClaim, epnId.ToString());

        public bool MayEdit(Guid epnId) => person.IsEcoNum || person.HasClaim(EpnEditClaim, epnId.ToString());

        /// <summary>Whether the person binds the EPN: a role that they hold elsewhere, or leave to change its facts, does not do.</summary>
        public bool Manages(Guid epnId) => person.HasClaim(EpnManageClaim, epnId.ToString());
    }
}
