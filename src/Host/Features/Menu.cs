using System.Security.Claims;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Host.Features;

/// <summary>The entries of the two menus. Only what exists stands here.</summary>
internal static class Menu
{
    private static readonly Entry[] _public =
    [
        new("espaces", "/espaces", "Espaces"),
        new("ateliers", "/ateliers", "Ateliers"),
        new("rencontres", "/rencontres", "Rencontres"),
        new("verification", "/verification", "Vérifier"),
    ];

    private static readonly Entry[] _office =
    [
        new("afaire", "/gestion", "À faire"),
        new("dossiers", "/gestion/labellisation/demandes", "Dossiers", Roles.EcoNum),
        new("dossiers", "/gestion/labellisation/demandes", "Mes demandes", [Roles.Manager, Roles.Facilitator]),
        new("labellisation", "/gestion/labellisation/labels", "Labels", Roles.EcoNum),
        new("comites", "/gestion/labellisation/comites", "Comités", [.. Roles.EcoNum, Roles.Committee]),
        new("reseau", "/gestion/reseau", "Réseau", Roles.EcoNum),
        new("reseau", "/gestion/reseau", "Mon espace", [Roles.Manager, Roles.Facilitator]),
        new("mon-label", "/gestion/labellisation/mes-labels", "Mon label", [Roles.Manager, Roles.Facilitator]),
        new("ateliers", "/ateliers", "Ateliers"),
        new("rencontres", "/rencontres", "Rencontres"),
        new("interets", "/gestion/labellisation/interets", "Intérêts", [Roles.Committee]),
        new("referentiel", "/gestion/parametres/referentiels", "Référentiel"),
        new("relances", "/gestion/relances", "Relances", Roles.EcoNum),
        new("comptes", "/gestion/comptes", "Comptes", Roles.EcoNum),
        new("courriels", "/gestion/courriels", "Courriels", Roles.EcoNum),
        new("journal", "/gestion/journal", "Journal", Roles.EcoNum),
    ];

    /// <summary>One link once: whoever works at ÉcoNum and for a space sees the wider entry.</summary>
    public static IEnumerable<Entry> For(ClaimsPrincipal person, bool isOffice) =>
        isOffice ? _office.Where(e => e.For is null || e.For.Any(person.IsInRole)).DistinctBy(e => e.Url) : _public;

    /// <param name="For">The roles it is shown to; null for all.</param>
    public sealed record Entry(string Key, string Url, string Name, string[]? For = null);
}
