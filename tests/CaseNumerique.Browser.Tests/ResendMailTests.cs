using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseNumerique.Browser.Tests;

public sealed class ResendMailTests
{
    private const string Reason = "Le gestionnaire dit ne rien avoir reçu.";

    [Test]
    public async Task What_was_typed_stays_when_a_colleague_was_quicker()
    {
        var page = await Site.OpenAsync(People.Agent);
        await new Place(People.Agent, "/gestion/courriels?q=expire", "tbody th a", ".actions a[href$=renvoi]").GoAsync(
            page
        );
        var colleague = await page.Context.NewPageAsync();
        await colleague.GotoAsync(page.Url);
        await SendAsync(colleague);
        await colleague.GetByText("Le courriel repart.").WaitForAsync();

        await SendAsync(page);

        Assert.Multiple(async () =>
        {
            Assert.That(await page.Locator(".errors").InnerTextAsync(), Does.Contain("déjà en route"));
            Assert.That(await page.GetByLabel("Raison").InputValueAsync(), Is.EqualTo(Reason));
        });
    }

    private static async Task SendAsync(IPage page)
    {
        await page.GetByLabel("Raison").FillAsync(Reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "Renvoyer le courriel" }).ClickAsync();
    }
}
