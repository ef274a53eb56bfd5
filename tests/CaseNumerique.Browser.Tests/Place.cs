using Microsoft.Playwright;

namespace CaseNumerique.Browser.Tests;

/// <summary>A page of the site, and how one gets there.</summary>
/// <param name="Person">Who looks; null for the public.</param>
/// <param name="Path">Where one starts.</param>
/// <param name="Links">The links that one follows from there, each the first that answers.</param>
public sealed record Place(string? Person, string Path, params string[] Links)
{
    public const string Nowhere = "/nulle-part";

    public static IEnumerable<Place> Everywhere =>
        [
            new(null, "/"),
            new(null, "/connexion"),
            new(null, "/connexion/cle-d-acces"),
            new(null, "/espaces"),
            new(null, "/espaces?q=introuvable"),
            new(null, "/espaces", ".lines h3 a"),
            new(null, "/ateliers"),
            new(null, "/ateliers", ".lines h3 a"),
            new(null, "/rencontres"),
            new(null, "/rencontres", ".lines h3 a"),
            new(null, "/verification"),
            new(null, "/verification?numero=dix-sept"),
            new(null, "/verification/CASE-001"),
            new(null, Nowhere),
            new(People.Manager, "/gestion/labellisation/mes-labels"),
            new(People.Manager, "/gestion/labellisation/mes-labels", "a[href$=kit]"),
            new(People.Manager, "/gestion/labellisation/mes-labels", "a[href$=fermeture]"),
            new(People.Manager, "/gestion/labellisation/mes-labels", "a[href$=renonciation]"),
            new(People.Agent, "/gestion/labellisation/labels", "tbody th a", "a[href$=mise-en-demeure]"),
            new(People.Manager, "/mon-compte"),
            new(People.Manager, "/mon-compte/nom"),
            new(People.Manager, "/mon-compte/adresse"),
            new(People.Manager, "/mon-compte/mot-de-passe"),
            new(People.Manager, "/mon-compte/double-authentification"),
            new(People.Manager, "/mon-compte/double-authentification/retrait"),
            new(People.Manager, "/mon-compte/codes-de-secours"),
            new(People.Manager, "/mon-compte/verification"),
            new(People.Manager, "/mon-compte/sessions"),
            new(People.Manager, "/mon-compte/accords"),
            new(People.Manager, "/gestion/labellisation/demandes"),
            new(People.Manager, "/gestion/labellisation/demandes/nouvelle"),
            new(People.Manager, "/gestion/labellisation/demandes", "tbody th a"),
            new(People.Manager, "/gestion/labellisation/demandes", "tbody th a", "a[href$=gestionnaire]"),
            new(
                People.Manager,
                "/gestion/labellisation/demandes",
                "tbody th a",
                "a[href$=gestionnaire]",
                "a[href$='/C']"
            ),
            new(
                People.Manager,
                "/gestion/labellisation/demandes",
                "tbody th a",
                "a[href$=gestionnaire]",
                "a[href$=charte]"
            ),
            new(
                People.Manager,
                "/gestion/labellisation/demandes",
                "tbody th a",
                "a[href$=gestionnaire]",
                "a[href$=depot]"
            ),
            new(People.Manager, "/gestion/labellisation/demandes", "tbody th a", "a[href$=abandon]"),
            new(People.Manager, "/gestion/labellisation/demandes", "tbody th a", "a[href$=pieces]"),
            new(People.Manager, "/gestion/labellisation/pieces"),
            new(People.Manager, "/gestion/labellisation/pieces", ".head a[href*=nouvelle]"),
            new(People.Manager, "/gestion/labellisation/pieces", ".lines a[href*=nouvelle]"),
            new(People.Manager, "/gestion/labellisation/pieces", ".lines a[href$=retrait]"),
            new(People.Agent, "/gestion/labellisation/demandes", "tbody th a"),
            new(People.Agent, "/gestion/labellisation/demandes", "tbody th a", "a[href$=recepisse]"),
            new(People.Agent, "/gestion/labellisation/dispense-ridet"),
            new(People.Agent, "/gestion/labellisation/pilotage"),
            new(People.Agent, "/gestion/labellisation/calendrier?mois=12"),
            new(People.Manager, "/mon-compte/cles-d-acces"),
            new(People.Manager, "/mon-compte/cles-d-acces/ajout"),
            new(People.Agent, "/mon-compte"),
            new(People.Agent, "/mon-compte/codes-de-secours"),
            new(People.Agent, "/mon-compte/double-authentification"),
            new(People.Agent, "/mon-compte/double-authentification/retrait"),
            new(People.Agent, "/gestion"),
            new(People.Agent, "/gestion/relances"),
            new(People.Agent, "/gestion/relances?etat=Refused"),
            new(People.Agent, "/gestion/relances", "table a[href*=apercu]"),
            new(People.Agent, "/gestion/courriels"),
            // A mail with a secret link, as other tests send them, is neither shown nor sent again.
            new(People.Agent, "/gestion/courriels?q=expire", "tbody th a"),
            new(People.Agent, "/gestion/courriels?q=expire", "tbody th a", ".actions a[href$=renvoi]"),
            new(People.Agent, "/gestion/labellisation/labels"),
            new(People.Agent, "/gestion/labellisation/labels", "tbody th a"),
            new(People.Agent, "/gestion/reseau"),
            new(People.Agent, "/gestion/reseau", "tbody th a"),
            new(People.Agent, "/gestion/reseau", "tbody th a", ".actions a[href$=contacts]"),
            new(People.Agent, "/gestion/reseau", "tbody th a", ".actions a[href$=fermer]"),
            new(People.Agent, "/gestion/reseau", "tbody th a", "main a[href$=modifier]"),
            new(People.Agent, "/gestion/reseau", "tbody th a", "main a[href$=retirer]"),
            new(People.Agent, "/gestion/reseau", "tbody th a", ".actions a[href$=acces]"),
            new(People.Agent, "/gestion/reseau/nouveau"),
            new(People.Agent, "/gestion/ateliers/nouveau"),
            new(People.Agent, "/ateliers", ".lines h3 a", "a[href$=fichiers]"),
            new(People.Agent, "/gestion/rencontres/nouvelle"),
            new(People.Administrator, "/gestion/parametres/relances"),
            new(People.Administrator, "/gestion/parametres/charte"),
            new(People.Administrator, "/gestion/parametres/charte/1"),
            new(People.Administrator, "/gestion/parametres/charte/nouvelle"),
            new(People.Administrator, "/gestion/parametres/notifications"),
            new(People.Administrator, "/gestion/parametres/horloge"),
            new(People.Administrator, "/gestion/labellisation/labels/nouveau"),
            new(People.Administrator, "/gestion/labellisation/labels", "tbody th a", ".actions a.danger"),
            new(People.Administrator, "/gestion/labellisation/labels", "tbody th a", "main a[href$=renouvellement]"),
            new(People.Administrator, "/gestion/labellisation/propositions"),
            new(People.Administrator, "/gestion/labellisation/interets"),
            new(People.Administrator, "/gestion/labellisation/reports"),
            new(People.Agent, "/gestion/comptes"),
            new(People.Agent, "/gestion/comptes?q=introuvable"),
            new(People.Agent, "/gestion/comptes?q=joseph", "tbody th a"),
            new(People.Agent, "/gestion/comptes?q=joseph", "tbody th a", "a[href$=voir]"),
            new(People.Agent, "/mon-compte/delegations"),
            new(People.Agent, "/mon-compte/delegations/nouvelle"),
            new(People.Administrator, "/gestion/comptes/inviter"),
            new(People.Administrator, "/gestion/comptes/delegations"),
            new(People.Administrator, "/gestion/comptes?q=bastien", "tbody th a"),
            new(People.Administrator, "/gestion/comptes?q=bastien", "tbody th a", "a[href$=roles]"),
            new(People.Administrator, "/gestion/comptes?q=bastien", "tbody th a", "a[href$=nom]"),
            new(People.Administrator, "/gestion/comptes?q=bastien", "tbody th a", "a[href$=second-facteur]"),
            new(People.Administrator, "/gestion/comptes?q=bastien", "tbody th a", "a[href$=remplacement]"),
            new(People.Administrator, "/gestion/comptes?q=bastien", "tbody th a", "a.danger"),
        ];

    public override string ToString() => string.Join(" > ", [Path, .. Links]);

    public async Task<IResponse> GoAsync(IPage page)
    {
        var response = await page.GotoAsync(Path);
        foreach (var link in Links)
        {
            var href = await page.Locator(link).First.GetAttributeAsync("href");
            response = await page.GotoAsync(new Uri(new Uri(page.Url), href).ToString());
        }

        return response!;
    }
}
