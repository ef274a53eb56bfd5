using System.Security.Claims;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Privacy;

/// <summary>Gathers what all modules keep of one person.</summary>
internal sealed class PersonalDataReader(IEnumerable<IPersonalData> modules)
{
    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken)
    {
        List<PersonalRecord> records = [];
        foreach (var module in modules)
        {
            records.AddRange(await module.ReadAsync(person, cancellationToken));
        }

        return records;
    }

    /// <summary>The key of a signed-in person.</summary>
    public static PersonKey KeyOf(ClaimsPrincipal person) =>
        new(person.AccountId, person.FindFirstValue(ClaimTypes.Email)!, person.Identity!.Name!);
}
