using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseNumerique.Browser.Tests;

public sealed class EditReminderRulesTests
{
    private const int MostSteps = 150;

    [Test]
    public async Task An_administrator_changes_a_rule_with_the_keyboard_alone()
    {
        var page = await Site.OpenAsync(People.Administrator);
        await page.GotoAsync("/gestion/parametres/relances");

        await StepToAsync(page, "#Form_Hour");
        await page.Keyboard.TypeAsync("6");
        await StepToAsync(page, "#Form_Reason");
        await page.Keyboard.TypeAsync("Les espaces ouvrent tôt");
        await StepToAsync(page, "main form button");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Les espaces ouvrent tôt").WaitForAsync();

        await page.GotoAsync("/gestion/parametres/relances");
        Assert.That(await page.Locator("#Form_Hour").InputValueAsync(), Is.EqualTo("6"));
    }

    [Test]
    public async Task The_first_step_leads_past_the_menu()
    {
        var page = await Site.OpenAsync(People.Administrator);
        await page.GotoAsync("/gestion/parametres/relances");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        Assert.That(await page.Locator("main:focus").CountAsync(), Is.EqualTo(1));
    }

    private static async Task StepToAsync(IPage page, string field)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (await page.Locator($"{field}:focus").CountAsync() == 1)
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach {field}.");
    }
}
