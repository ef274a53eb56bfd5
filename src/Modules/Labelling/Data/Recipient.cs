using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Data;

/// <summary>Someone a milestone is for.</summary>
/// <param name="Key">Tells recipients of one milestone apart, whatever becomes of their address.</param>
internal sealed record Recipient(string Key, string Role, string Name, string? Address, string? Phone)
{
    public const string Assessor = "instructeur";
    public const string Administration = "administration";
    public const string Member = "comité";
    public const string Person = "tiers";

    /// <summary>Stands for a milestone that nobody was reminded of.</summary>
    public static readonly Recipient Nobody = new("", "", "", null, null);

    /// <summary>The people a label's milestone is for; one per address, the first in rank.</summary>
    public static IReadOnlyList<Recipient> Of(
        Recipients wanted,
        Label label,
        IEnumerable<EpnContact> contacts,
        ReminderRules rules,
        string authority
    ) => Of(wanted, (label.AssessorName, label.AssessorEmail), contacts, rules.AdministrationEmail, authority);

    /// <param name="follower">Name and address of whoever follows it at ÉcoNum, or of the one person it is for.</param>
    public static IReadOnlyList<Recipient> Of(
        Recipients wanted,
        (string? Name, string? Address) follower,
        IEnumerable<EpnContact> contacts,
        string? administrationAddress,
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

        foreach (var (flag, role) in new[] { (Recipients.Assessor, Assessor), (Recipients.Person, Person) })
        {
            if (wanted.HasFlag(flag) && Blank(follower.Address) is { } address)
            {
                all.Add(new(role, role, follower.Name ?? authority, address, null));
            }
        }

        if (wanted.HasFlag(Recipients.Administration) && Blank(administrationAddress) is { } administration)
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
