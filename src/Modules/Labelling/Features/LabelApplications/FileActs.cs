using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>What a person may do next with a file, in the order of likelihood: the buttons of its first page.</summary>
/// <param name="Path">After the file's own address.</param>
/// <param name="IsOpenTo">Whether the file's status, and the person's role in it, allow it.</param>
internal sealed record FileAct(
    string Path,
    string Words,
    Func<LabelApplication, ClaimsPrincipal, bool> IsOpenTo,
    bool IsHarmful = false
);

internal static class FileActs
{
    // Each slice that acts on a file has its line here.
    private static readonly FileAct[] _all =
    [
        new(
            "/decision",
            "Décider",
            (file, person) =>
                file.Status is ApplicationStatus.OpinionGiven or ApplicationStatus.InCommittee
                && person.IsInRole(Roles.Administrator)
        ),
    ];

    public static IEnumerable<FileAct> For(LabelApplication file, ClaimsPrincipal person) =>
        _all.Where(a => a.IsOpenTo(file, person));

    extension(ClaimsPrincipal person)
    {
        /// <summary>Whether the person reads what the EPN does not: opinions, internal lines. A member of the committee does, but for their own EPN.</summary>
        public bool ReadsOpinionOn(Guid epnId) =>
            person.IsEcoNum || (person.IsInRole(Roles.Committee) && !person.EpnIds.Contains(epnId));

        /// <summary>Whether the person writes in the EPN's name: the people of ÉcoNum do not.</summary>
        public bool MayApplyFor(Guid epnId) => person.HasClaim(PersonScope.EpnEditClaim, epnId.ToString());
    }
}
