using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Network.Features.Epns;

/// <summary>
/// Draws fictional spaces and people, the same ones for the same seed. Communes are true, with more spaces where more people
/// live; everything else is invented, and addresses end in <c>.example</c>, which nobody can own.
/// </summary>
internal sealed class ExampleWorld(int seed, DateOnly today)
{
    private const int OneInHowManyHasNoEmail = 15;
    private const int OneInHowManyIsItinerant = 12;
    private const int MaxAttempts = 50;

    private static readonly IReadOnlyList<Commune> _communes =
    [
        .. Commune.All,
        .. Commune.All.Where(c => c.Name is "Nouméa" or "Lifou" or "Koné" or "Poindimié" or "Bourail" or "Maré"),
        .. Commune.All.Where(c => c.Name is "Nouméa" or "Dumbéa" or "Mont-Dore" or "Païta"),
        .. Commune.All.Where(c => c.Name is "Nouméa"),
    ];

    private static readonly int[] _mobilePrefixes = [7, 8, 9];
    private static readonly int[] _landlinePrefixes = [2, 3, 4];

    private readonly Random _random = new(seed);
    private readonly HashSet<(string InseeCode, string FoldedName)> _names = [];
    private readonly HashSet<string> _slugs = [];

    /// <param name="operatorOf">The operator of a name, new or known.</param>
    public Epn DrawEpn(Func<string, OperatorKind, Operator> operatorOf)
    {
        var commune = Pick(_communes);
        var name = DrawName(commune);
        var slug = Epn.Slugs(name, commune).First(_slugs.Add);
        var isItinerant = OneIn(OneInHowManyIsItinerant);
        var hasEmail = !OneIn(OneInHowManyHasNoEmail);
        var isMunicipal = OneIn(3);
        var epn = new Epn
        {
            Name = name,
            Slug = slug,
            OperatorId = isMunicipal
                ? operatorOf($"Commune {commune.WithDe}", OperatorKind.Commune).Id
                : operatorOf(
                    $"{Pick(ExampleWords.Societies)} {Pick(ExampleWords.Motifs)}",
                    OperatorKind.Association
                ).Id,
            InseeCode = commune.InseeCode,
            Province = Pick(commune.Provinces),
            Address = Pick(ExampleWords.Addresses),
            Latitude = Jitter(commune.Latitude),
            Longitude = Jitter(commune.Longitude),
            Phone = DrawLandline(),
            Email = hasEmail ? $"accueil@{Domain(slug)}" : null,
            OpeningHours = Pick(ExampleWords.OpeningHours),
            IsItinerant = isItinerant,
            Presentation = Pick(ExampleWords.Presentations),
            UpdatedOn = today.AddDays(-Next(120)),
            Contacts = [.. DrawPeople(hasEmail ? Domain(slug) : null)],
        };
        epn.FoldForSearch();
        return epn;
    }

    private IEnumerable<Contact> DrawPeople(string? domain)
    {
        yield return DrawPerson(ContactRole.Manager, domain, "");
        for (var facilitators = OneIn(3) ? 1 + Next(3) : 0; facilitators > 0; facilitators--)
        {
            yield return DrawPerson(ContactRole.Facilitator, domain, $"{facilitators}");
        }
    }

    private Contact DrawPerson(ContactRole role, string? domain, string suffix)
    {
        var firstName = Pick(ExampleWords.FirstNames);
        var initial = (char)('A' + Next(26));
        return new Contact
        {
            Role = role,
            Name = $"{firstName} {initial}.",
            Email = domain is null
                ? null
                : $"{FrenchText.Slug(firstName)}.{char.ToLowerInvariant(initial)}{suffix}@{domain}",
            Phone = $"+687{Pick(_mobilePrefixes)}{Next(100_000):00000}",
        };
    }

    private string DrawLandline() => $"+687{Pick(_landlinePrefixes)}{Next(100_000):00000}";

    private string DrawName(Commune commune)
    {
        var name = OneIn(5)
            ? Pick(ExampleWords.Names)
            : $"{Pick(ExampleWords.Kinds)} {(OneIn(8) ? LocalityOf(commune) : Pick(ExampleWords.Motifs))}";
        for (var attempt = 1; !_names.Add((commune.InseeCode, FrenchText.Fold(name))); attempt++)
        {
            name = $"{Pick(ExampleWords.Kinds)} {Pick(ExampleWords.Motifs)} {Pick(ExampleWords.Suffixes)}".Trim();
            // Words do run out in a world of more than a hundred thousand spaces; numbers do not.
            name = attempt < MaxAttempts ? name : $"{name} {attempt}";
        }

        return name;
    }

    private static string LocalityOf(Commune commune) =>
        commune.Locality == "village" ? "du village" : $"de {commune.Locality}";

    /// <summary>The mail domain of a space; a label of a domain has 63 characters at most.</summary>
    private static string Domain(string slug) => $"{(slug.Length > 60 ? slug[..60].TrimEnd('-') : slug)}.example";

    /// <summary>Within about a kilometre.</summary>
    private double Jitter(double degrees) => Math.Round(degrees + (Next(2001) - 1000) / 100_000.0, 5);

    private T Pick<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    private bool OneIn(int howMany) => Next(howMany) == 0;

    private int Next(int below) => _random.Next(below);
}
