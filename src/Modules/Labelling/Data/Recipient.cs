using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Data;

/// <summary>Someone a milestone is for.</summary>
/// <param name="Key">Tells recipients of one milestone apart, whatever becomes of their address.</param>
internal sealed record Recipient(string Key, string Role, string Name, string? Address, string? Phone)
{
    public const string Assessor = "instructeur";
    public const string Administration = "administration";

    /// <summary>Stands for a milestone that nobody was reminded of.</summary>
    public static readonly Recipient Nobody = new("", "", "", null, null);

    /// <summary>The people a milestone is for; one per address, the first in rank.</summary>
    public static IReadOnlyList<Recipient> Of(
        Recipients wanted,
        Label label,
        IEnumerable<EpnContact> contacts,
        ReminderRules rules,
        string authority
    )
    {
        List<Recipient> all = [];
        foreach (var contact in contacts.OrderByDescending(c => c.Role).ThenBy(c => c.Name))
        {
            var flag = contact.Role == EpnContact.Manager ? Recipients.Manager : Recipients.Facilitators;
            if (wanted.HasFlag(flag))
            {
                all.Add(new(contact.Id.ToString("N"), contact.Role, contact.Name, Blank(contact.Email), contact.Phone));
            }
        }

        if (wanted.HasFlag(Recipients.Manager) && all.All(r => r.Role != EpnContact.Manager))
        {
            all.Insert(0, new(EpnContact.Manager, EpnContact.Manager, "Aucun contact connu", null, null));
        }

        if (wanted.HasFlag(Recipients.Assessor) && Blank(label.AssessorEmail) is { } assessor)
        {
            all.Add(new(Assessor, Assessor, label.AssessorName ?? authority, assessor, null));
        }

        if (wanted.HasFlag(Recipients.Administration) && Blank(rules.AdministrationEmail) is { } administration)
        {
            all.Add(new(Administration, Administration, authority, administration, null));
        }

        return
        [
            .. all.Where(r => r.Address is null),
            .. all.Where(r => r.Address is not null).DistinctBy(r => FrenchText.Culture.TextInfo.ToLower(r.Address!)),
        ];
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
