using System.Text.Json;
using CaseNumerique.Host.Tests.Startup;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Commands;

internal sealed class CommandsTests
{
    private const string Password = "quatre mots sans lien";

    [Test]
    public async Task The_command_line_runs_a_command_of_two_words()
    {
        var host = await HostProcess.RunAsync(
            "Development",
            new Dictionary<string, string>(),
            "reminders",
            "preview",
            "--on",
            "2027-13-01"
        );

        Assert.That(host.Output, Does.Contain("écrivez aaaa-MM-jj"));
        Assert.That(host.ExitCode, Is.EqualTo(2));
    }

    [TestCase("2027-13-01")]
    [TestCase("01/03/2027")]
    [TestCase("demain")]
    public async Task A_day_that_is_none_is_answered_with_how_to_write_one(string day)
    {
        await using var app = await App.StartAsync();

        var (code, output) = await RunAsync(app, "reminders preview", ("--on", day));

        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.StartWith($"« {day} » n’est pas un jour").And.Contain("2027-03-01"));
    }

    [Test]
    public async Task A_preview_tells_a_program_who_would_be_reminded()
    {
        await using var app = await App.StartAsync();
        await app.LabelEndingInAsync(40);

        var (code, output) = await RunAsync(app, "reminders preview", ("--on", "2026-12-04"), ("--json", "true"));

        Assert.That(code, Is.Zero);
        using var json = JsonDocument.Parse(output);
        Assert.That(json.RootElement.GetProperty("on").GetString(), Is.EqualTo("2026-12-04"));
        Assert.That(
            json.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("address").GetString()),
            Does.Contain("marie-rose@banians.example")
        );
    }

    [Test]
    public async Task The_state_of_the_mails_is_told_to_a_program()
    {
        await using var app = await App.StartAsync();
        await app.LabelEndingInAsync(30);
        await app.FindRemindersAsync();

        var (code, output) = await RunAsync(app, "mail status", ("--json", "true"));

        Assert.That(code, Is.Zero);
        using var json = JsonDocument.Parse(output);
        Assert.That(json.RootElement.GetProperty("counts").GetProperty("Planned").GetInt32(), Is.Positive);
    }

    [Test]
    public async Task The_link_of_a_new_administrator_works_once()
    {
        await using var app = await App.StartAsync();

        var (code, output) = await RunAsync(app, "create-admin", ("--email", "cheffe@econum.example"));

        Assert.That(code, Is.Zero);
        var link = new Uri(output.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)));
        Assert.That(await ActivateAsync(app, link.PathAndQuery), Does.EndWith("/gestion"));
        Assert.That(
            (await app.Anonymous().GetAsync(link.PathAndQuery)).Text,
            Does.Contain("Ce lien n’est plus valable")
        );
    }

    [Test]
    public async Task An_administrator_who_is_there_already_is_refused_in_one_sentence()
    {
        await using var app = await App.StartAsync();
        await RunAsync(app, "create-admin", ("--email", "cheffe@econum.example"));

        var again = await RunAsync(app, "create-admin", ("--email", "cheffe@econum.example"));

        Assert.That(again, Is.EqualTo((1, "Cette adresse a déjà un compte.")));
    }

    internal static Task<(int Code, string Output)> RunAsync(
        App app,
        string name,
        params (string Option, string Value)[] values
    ) =>
        app.WithAsync(
            async (IEnumerable<IConsoleCommand> commands) =>
            {
                await using var output = new StringWriter();
                var call = new ConsoleCall(values.ToDictionary(v => v.Option, v => v.Value), output);
                var code = await commands.Single(c => c.Name == name).RunAsync(call, default);
                return (code, output.ToString().Trim());
            }
        );

    private static async Task<string> ActivateAsync(App app, string link)
    {
        var browser = app.Anonymous();
        var page = await browser.SubmitAsync(
            await browser.GetAsync(link),
            "main form",
            new() { ["Form.Password"] = Password, ["Form.Repeated"] = Password }
        );
        return page.Url;
    }
}
