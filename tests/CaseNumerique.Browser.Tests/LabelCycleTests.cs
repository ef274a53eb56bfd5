using System.Text.RegularExpressions;
using CaseNumerique.TestKit;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseNumerique.Browser.Tests;

/// <summary>A label from its renewal to the next one: the EPN, its assessor, the committee and the decider, each in their own browser.</summary>
public sealed partial class LabelCycleTests
{
    private static readonly string[] _chapters = ["A", "B", "C", "D", "E", "F", "G", "H"];

    [Test]
    public async Task A_file_goes_from_its_EPN_to_a_decision_without_scripts()
    {
        await using var app = await App.ServeAsync(new() { ["Demo:Seed"] = "true" });
        await app.DispatchAsync();
        var manager = await Site.VisitAsync(app, People.Manager, width: 360, hasJavaScript: false);
        var agent = await Site.VisitAsync(app, People.Agent, hasJavaScript: false);
        var member = await Site.VisitAsync(app, People.Member, width: 360, hasJavaScript: false);
        var administrator = await Site.VisitAsync(app, People.Administrator, hasJavaScript: false);

        var file = await FileAsync(manager);
        await app.DispatchAsync();
        await AssessAsync(agent, file);
        await HoldSessionAsync(agent, member, file);
        var label = await GrantAsync(administrator, file);
        await app.DispatchAsync();

        await manager.GotoAsync(file);
        await Assertions.Expect(manager.Locator(".head .tag")).ToHaveTextAsync("Accordé");
        await Shots.KeepAsync(manager, "cycle-6-accorde-360");
        await manager.GotoAsync($"/verification/{label}");
        await Assertions.Expect(manager.Locator("main")).ToContainTextAsync("Ce label est valide");
    }

    /// <summary>The renewal that the example EPN has begun: completed, signed, filed.</summary>
    /// <returns>The file's own address.</returns>
    private static async Task<string> FileAsync(IPage page)
    {
        await page.GotoAsync("/gestion/labellisation/demandes");
        await page.Locator("tbody th a").ClickAsync();
        var file = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{file}/gestionnaire");
        await ContinueAsync(page);
        foreach (var chapter in _chapters)
        {
            await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/criteres/{chapter}$"));
            await AnswerAsync(page);
            await Shots.KeepAsync(page, $"cycle-1-criteres-{chapter}-360");
            await ContinueAsync(page);
        }

        await page.GetByLabel("Nom de la personne qui signe").FillAsync("Joseph Waheo");
        await page.GetByLabel("Sa fonction").FillAsync("Président");
        await page.Locator("#Form_IsAccepted").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Signer et continuer" }).ClickAsync();
        await Shots.KeepAsync(page, "cycle-2-depot-360");
        await page.GetByRole(AriaRole.Button, new() { Name = "Déposer le dossier" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("CN-2026-");
        await Shots.KeepAsync(page, "cycle-3-recepisse-360");
        return file;
    }

    /// <summary>Every criterion « conforme », each with the proof that its EPN has.</summary>
    private static async Task AnswerAsync(IPage page)
    {
        foreach (var name in await NamesAsync(page, "input[type=radio][name$='.Score']"))
        {
            await page.Locator($"input[name='{name}'][value='2']").CheckAsync();
            var proofs = page.Locator($"input[name='{name.Replace(".Score", ".Proofs")}']");
            if (await proofs.CountAsync() > 0)
            {
                await proofs.Last.CheckAsync();
            }
        }

        foreach (var box in await page.Locator("input[name$='.IsStillTrue']").AllAsync())
        {
            await box.CheckAsync();
        }
    }

    private static async Task AssessAsync(IPage page, string file)
    {
        await page.GotoAsync($"{file}/prise-en-charge");
        await page.GetByRole(AriaRole.Button, new() { Name = "Prendre en charge le dossier" }).ClickAsync();
        await page.GotoAsync($"{file}/recevabilite");
        await page.GetByRole(AriaRole.Button, new() { Name = "Déclarer le dossier complet" }).ClickAsync();
        await page.GotoAsync($"{file}/notation/A1");
        // One criterion leads to the next, and the last one to them all.
        while (CriterionUrl().IsMatch(page.Url))
        {
            await page.Locator("input[name='Form.Choice'][value='2']").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et passer au suivant" }).ClickAsync();
        }

        await Shots.KeepAsync(page, "cycle-4-notation-1280");
        await page.GotoAsync($"{file}/avis");
        await page.Locator("input[name='Form.Opinion'][value='Favourable']").CheckAsync();
        await page.GetByLabel("Motifs")
            .FillAsync("Tous les critères sont conformes, pièces à l’appui, comme au dossier précédent.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rendre l’avis" }).ClickAsync();
        await Assertions.Expect(page.Locator(".head .tag")).ToHaveTextAsync("Avis rendu");
    }

    /// <summary>A session for this file alone: planned, convened, voted, closed.</summary>
    private static async Task HoldSessionAsync(IPage agent, IPage member, string file)
    {
        await agent.GotoAsync("/gestion/labellisation/comites/nouvelle");
        await agent.Locator("#Form_HeldOn").FillAsync("2026-11-24");
        await agent.Locator("#Form_HeldAt").FillAsync("09:00");
        await agent.Locator("#Form_Place").FillAsync("Nouméa");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Prévoir la séance" }).ClickAsync();
        var session = SessionUrl().Match(agent.Url).Value;
        await agent.GotoAsync($"{session}/ordre-du-jour");
        await agent.Locator($"input[value='{file[^36..]}']").CheckAsync();
        await agent.GetByRole(AriaRole.Button, new() { Name = "Inscrire à l’ordre du jour" }).ClickAsync();
        await agent.GotoAsync($"{session}/convocation");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Convoquer les membres" }).ClickAsync();
        await agent.GotoAsync($"{session}/presences");
        await agent.Locator("input[name='Form.PresentIds']").First.CheckAsync();
        await agent.GetByRole(AriaRole.Button, new() { Name = "Noter les présences" }).ClickAsync();

        await member.GotoAsync(session);
        var item = (await member.Locator("a[href*='/comites/dossiers/']").First.GetAttributeAsync("href"))!;
        await member.GotoAsync($"{item}/vote");
        await member.Locator("input[name='Form.Choice']").First.CheckAsync();
        await Shots.KeepAsync(member, "cycle-5-vote-360");
        await member.GetByRole(AriaRole.Button, new() { Name = "Voter", Exact = true }).ClickAsync();

        await agent.GotoAsync($"{item}/resultat");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Noter le résultat" }).ClickAsync();
        await agent.GotoAsync($"{session}/cloture");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Clore la séance" }).ClickAsync();
        await Assertions.Expect(agent.Locator(".note.ok")).ToBeVisibleAsync();
        await agent.GotoAsync($"{session}/pv");
        await Shots.KeepAsync(agent, "cycle-5-pv-1280");
        await Assertions.Expect(agent.Locator("main")).ToContainTextAsync("favorable");
    }

    /// <returns>The label's number.</returns>
    private static async Task<string> GrantAsync(IPage page, string file)
    {
        await page.GotoAsync($"{file}/decision/octroi");
        await page.Locator("#Form_ActNumber").FillAsync("2026-1234");
        await page.Locator("#Form_ActOn").FillAsync("2026-11-24");
        await Shots.KeepAsync(page, "cycle-6-octroi-1280");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accorder le label" }).ClickAsync();
        await Shots.KeepAsync(page, "cycle-6-decision-1280");
        var words = await page.Locator("main").InnerTextAsync();
        return LabelNumber().Match(words).Value;
    }

    private static Task ContinueAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et continuer" }).Last.ClickAsync();

    private static async Task<IEnumerable<string>> NamesAsync(IPage page, string selector)
    {
        var fields = await page.Locator(selector).AllAsync();
        var names = await Task.WhenAll(fields.Select(f => f.GetAttributeAsync("name")));
        return names.OfType<string>().Distinct();
    }

    [GeneratedRegex("/notation/[A-Z][0-9]+$")]
    private static partial Regex CriterionUrl();

    [GeneratedRegex("/gestion/labellisation/comites/[0-9a-f-]{36}")]
    private static partial Regex SessionUrl();

    [GeneratedRegex("CASE-[0-9]{3,}")]
    private static partial Regex LabelNumber();
}
