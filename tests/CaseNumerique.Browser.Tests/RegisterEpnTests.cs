using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseNumerique.Browser.Tests;

public sealed class RegisterEpnTests
{
    [TestCase(360, false)]
    [TestCase(1280, true)]
    public async Task A_space_without_a_mail_address_shows_that_it_must_be_called(int width, bool hasJavaScript)
    {
        var page = await Site.OpenAsync(People.Agent, width, hasJavaScript);
        await page.GotoAsync("/gestion/reseau/nouveau");

        await page.Locator("#Form_Name").FillAsync($"Relais d’essai {width}");
        await page.Locator("#Form_InseeCode").SelectOptionAsync("Koné");
        await page.Locator("#Form_OperatorName").FillAsync("Association d’essai");
        await page.Locator("#Form_ManagerName").FillAsync("Marie-Rose T.");
        await page.Locator("#Form_ManagerPhone").FillAsync("75 12 34");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer l’espace" }).ClickAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await page.Locator("h1").InnerTextAsync(), Is.EqualTo($"Relais d’essai {width}"));
            Assert.That(await page.Locator(".note.warn").InnerTextAsync(), Does.Contain("Aucun courriel"));
        });
    }
}
