using System.Collections.Frozen;
using System.Globalization;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Accounts.Access;

/// <summary>Long passwords that come first to mind: words with a number after them, doubled words, rows of keys.</summary>
internal static class CommonPasswords
{
    private const int FewestDifferentCharacters = 5;

    private static readonly string[] _words =
    [
        "motdepasse",
        "monmotdepasse",
        "password",
        "passe",
        "secret",
        "azerty",
        "azertyuiop",
        "qwerty",
        "qwertyuiop",
        "bonjour",
        "bienvenue",
        "welcome",
        "soleil",
        "chocolat",
        "jetaime",
        "maman",
        "doudou",
        "loulou",
        "famille",
        "administrateur",
        "administrator",
        "admin",
        "utilisateur",
        "ordinateur",
        "internet",
        "numerique",
        "connexion",
        "noumea",
        "caledonie",
        "nouvellecaledonie",
        "kanaky",
        "caillou",
        "cagou",
        "lifou",
        "ouvea",
        "econum",
        "football",
        "marseille",
        "princesse",
        "iloveyou",
        "superman",
        "dragon",
        "monkey",
        "sunshine",
        "letmein",
    ];

    private static readonly string[] _rows =
    [
        "abcdefghijklmnopqrstuvwxyz",
        "azertyuiopqsdfghjklmwxcvbn",
        "qwertyuiopasdfghjklzxcvbnm",
        "01234567890123456789",
        "09876543210987654321",
        "1234567890azertyuiop",
        "1q2w3e4r5t6y7u8i9o0p",
        "1a2z3e4r5t6y7u8i9o0p",
        "azertyuiop1234567890",
        "qwertyuiop1234567890",
    ];

    private static readonly FrozenSet<string> _all = Words().Concat(Rows()).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contain(string password)
    {
        var plain = FrenchText.Fold(password).Replace(" ", "", StringComparison.Ordinal);
        return password.Distinct().Count() < FewestDifferentCharacters || _all.Contains(plain);
    }

    private static IEnumerable<string> Words()
    {
        string[] numbers =
        [
            .. Enumerable.Range(1, 9).Select(length => "123456789"[..length]),
            .. Enumerable.Range(0, 100).Select(n => n.ToString("00", CultureInfo.InvariantCulture)),
            .. Enumerable.Range(1930, 120).Select(year => year.ToString(CultureInfo.InvariantCulture)),
            .. new[] { "0", "00", "000", "007", "98800", "687", "988" },
        ];
        foreach (var word in _words)
        {
            yield return word;
            foreach (var second in _words)
            {
                yield return word + second;
            }

            foreach (var number in numbers)
            {
                yield return word + number;
                yield return number + word;
                yield return word + word + number;
            }
        }
    }

    private static IEnumerable<string> Rows() =>
        from row in _rows
        from start in Enumerable.Range(0, row.Length - Account.PasswordMinLength + 1)
        from length in Enumerable.Range(Account.PasswordMinLength, row.Length - start - Account.PasswordMinLength + 1)
        select row.Substring(start, length);
}
