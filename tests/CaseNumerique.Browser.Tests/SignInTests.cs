using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseNumerique.Browser.Tests;

public sealed class SignInTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_wrong_password_is_told_and_the_address_stays(bool hasJavaScript)
    {
        var page = await Site.OpenAsync(person: null, width: 360, hasJavaScript);
        await page.GotoAsync("/connexion");

        await page.GetByLabel("Adresse électronique").FillAsync(People.Agent);
        await page.GetByLabel("Mot de passe").FillAsync("pas celui-là");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await page.Locator(".errors li").CountAsync(), Is.EqualTo(1));
            Assert.That(await page.GetByLabel("Adresse électronique").InputValueAsync(), Is.EqualTo(People.Agent));
            Assert.That(await page.GetByLabel("Mot de passe").InputValueAsync(), Is.Empty);
        });
    }

    [Test]
    public async Task The_office_asks_who_comes_and_leads_on()
    {
        var page = await Site.OpenAsync(person: null);

        await page.GotoAsync("/gestion/relances");

        Assert.That(new Uri(page.Url).AbsolutePath, Is.EqualTo("/connexion"));
    }
}
