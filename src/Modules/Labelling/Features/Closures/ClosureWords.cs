using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Closures;

internal static class ClosureWords
{
    public static string Of(ClosureKind kind) =>
        kind switch
        {
            ClosureKind.Cyclone => "Cyclone ou intempéries",
            ClosureKind.Works => "Travaux",
            ClosureKind.Mourning => "Deuil",
            ClosureKind.Other => "Autre motif",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
