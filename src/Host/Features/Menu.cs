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
    ];

    private static readonly Entry[] _office =
    [
        new("afaire", "/gestion", "À faire"),
        new("labellisation", "/gestion/labellisation/labels", "Labels", IsForEcoNum: true),
        new("reseau", "/gestion/reseau", "Réseau", IsForEcoNum: true),
        new("ateliers", "/ateliers", "Ateliers"),
        new("rencontres", "/rencontres", "Rencontres"),
        new("relances", "/gestion/relances", "Relances", IsForEcoNum: true),
        new("comptes", "/gestion/comptes", "Comptes", IsForEcoNum: true),
        new("courriels", "/gestion/courriels", "Courriels", IsForEcoNum: true),
        new("journal", "/gestion/journal", "Journal", IsForEcoNum: true),
    ];

    public static IEnumerable<Entry> For(ClaimsPrincipal person, bool isOffice) =>
        isOffice ? _office.Where(e => !e.IsForEcoNum || Roles.EcoNum.Any(person.IsInRole)) : _public;

    public sealed record Entry(string Key, string Url, string Name, bool IsForEcoNum = false);
}
