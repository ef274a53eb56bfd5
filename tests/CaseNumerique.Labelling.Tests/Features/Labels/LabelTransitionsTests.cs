using System.Globalization;
using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Labels;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Labels;

/// <summary>
/// What can be done with a label in each of its states, asked for on the pages. After a change of rules or words, run once
/// with <c>APPROVE=true</c> and read the difference before it is committed.
/// </summary>
internal sealed class LabelTransitionsTests
{
    /// <summary>An act of another kind than those that are proposed and decided.</summary>
    /// <param name="From">The states in which it is possible; not null where the domain has no list of its own.</param>
    /// <param name="To">Where it leads; null where the state stays.</param>
    private sealed record Act(string Words, string Maker, LabelStatus[] From, LabelStatus? To);

    private static readonly LabelStatus[] _held = [LabelStatus.Active, LabelStatus.UnderRenewal, LabelStatus.Suspended];

    private static readonly Act _renounce = new("rendre le label", "gestionnaire", _held, LabelStatus.Renounced);
    private static readonly Act _close = new("fermer quelques jours", "gestionnaire", _held, null);
    private static readonly Act _begin = new("commencer le renouvellement", "gestionnaire", [LabelStatus.Active], null);
    private static readonly Act _note = new(
        "noter un renouvellement déposé",
        "agent",
        [LabelStatus.Active],
        LabelStatus.UnderRenewal
    );
    private static readonly Act _warn = new("mettre en demeure", "agent", _held, null);
    private static readonly Act _postpone = new("reporter l’échéance", "admin", [.. _held, LabelStatus.Expired], null);
    private static readonly Act _expire = new(
        "laisser passer la fin",
        "tâche du jour",
        [LabelStatus.Active, LabelStatus.UnderRenewal],
        LabelStatus.Expired
    );

    [Test]
    public async Task Every_act_in_every_state_is_done_or_refused_with_its_reason()
    {
        await using var desk = await Desk.OpenAsync();
        var proposed = Enum.GetValues<LabelStatus>()
            .SelectMany(LabelAct.For)
            .Distinct()
            .Select(a => (a.Path, Act: new Act(LowerFirst(a.Verb), "agent, puis admin", a.From, a.To)));
        (string Path, Act Act)[] acts =
        [
            .. proposed,
            ("renonciation", _renounce),
            ("fermeture", _close),
            ("", _begin),
            ("renouvellement", _note),
            ("mise-en-demeure", _warn),
            ("", _postpone),
            ("", _expire),
        ];
        List<string> rows = ["le label est;on veut;qui;le label est alors;la personne lit"];
        List<string> faults = [];
        foreach (var status in Enum.GetValues<LabelStatus>())
        {
            foreach (var (path, act) in acts)
            {
                var number = await desk.LabelAsync(status, isPast: act == _expire);
                var said = await desk.DoAsync(act, path, number);
                var after = await desk.StatusAsync(number);
                rows.Add(
                    string.Join(';', Label.StatusWord(status), act.Words, act.Maker, Label.StatusWord(after), said)
                );
                var expected = act.From.Contains(status) ? act.To ?? status : status;
                if (after != expected && !(act == _postpone && status is LabelStatus.Expired))
                {
                    faults.Add($"{rows[^1]}: {Label.StatusWord(expected)} expected");
                }

                if (said.Length == 0 && act != _expire)
                {
                    faults.Add($"{rows[^1]}: the person is told nothing");
                }
            }
        }

        var table = string.Join('\n', rows) + '\n';
        var approved = Approved.Text("passages.csv", table);
        Assert.That(faults, Is.Empty);
        Assert.That(rows.Except(approved.Split('\n')), Is.Empty);
        Assert.That(approved.Split('\n').Except(rows), Is.EqualTo(new[] { "" }));
    }

    private static string LowerFirst(string text) => char.ToLower(text[0], FrenchText.Culture) + text[1..];

    /// <summary>Three people, and a label of its own space for each thing that they try.</summary>
    private sealed class Desk : IAsyncDisposable
    {
        private const string Reason = "Le réseau en a parlé le 12 novembre.";

        private readonly App _app;
        private readonly List<Guid> _epns;
        private readonly Dictionary<string, (Browser Browser, Page Page)> _people = [];
        private int _labels;

        private Desk(App app, List<Guid> epns) => (_app, _epns) = (app, epns);

        public static async Task<Desk> OpenAsync()
        {
            var app = await App.StartAsync();
            List<Guid> epns = [.. Enumerable.Range(0, 80).Select(_ => Guid.CreateVersion7())];
            await app.WithAsync(
                (LabellingDbContext db) =>
                {
                    db.Epns.AddRange(
                        epns.Select(
                            (id, i) =>
                                new Epn
                                {
                                    Id = id,
                                    Name = $"Espace {i}",
                                    Slug = $"espace-{i}",
                                    Commune = "Koné",
                                    Province = "Nord",
                                }
                        )
                    );
                    return db.SaveChangesAsync();
                }
            );
            var desk = new Desk(app, epns);
            (string Name, Person Person)[] people =
            [
                ("gestionnaire", new("helene@desk.example", Roles.Manager) { EpnIds = epns }),
                ("agent", new("agent@desk.example", Roles.Agent)),
                ("admin", new("admin@desk.example", Roles.Administrator)),
            ];
            foreach (var (name, person) in people)
            {
                var browser = await app.BrowserAsync(person);
                desk._people[name] = (browser, await browser.GetAsync("/gestion"));
            }

            return desk;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        /// <param name="isPast">Its time is over, continuity included; otherwise it ends within the time of a renewal, on a day of its own.</param>
        public Task<string> LabelAsync(LabelStatus status, bool isPast) =>
            _app.WithAsync(
                async (LabellingDbContext db) =>
                {
                    var endsOn = isPast ? Given.Today.AddMonths(-7) : Given.Today.AddDays(20 + (2 * _labels));
                    var startsOn = endsOn.AddMonths(-36).AddDays(1);
                    var label = Label.Grant(_labels + 1, _epns[_labels], startsOn, startsOn, 36, null, null);
                    label.ExpiresOn = endsOn;
                    label.MoveTo(status);
                    _labels++;
                    db.Labels.Add(label);
                    await db.SaveChangesAsync();
                    return label.Number;
                }
            );

        public async Task<LabelStatus> StatusAsync(string number) => (await FindAsync(number)).Status;

        /// <returns>What the person is told.</returns>
        public async Task<string> DoAsync(Act act, string path, string number)
        {
            if (act == _expire)
            {
                await _app.RunJobAsync("label-renewal-reminders");
                return "";
            }

            var (url, values) = await FormAsync(act, path, number);
            var isProposed = act.Maker.StartsWith("agent, ", StringComparison.Ordinal);
            var page = await PostAsync(isProposed ? "agent" : act.Maker, url, values);
            if (page.Document.QuerySelector("input[name='Form.Seen']") is not null)
            {
                page = await _people["admin"].Browser.SubmitAsync(page, "main form", []);
            }

            if (isProposed && page.Url.Contains("/propositions/", StringComparison.Ordinal))
            {
                page = await PostAsync("admin", page.Url, new() { ["Form.IsAccepted"] = "true" });
            }

            var said = page
                .Document.QuerySelectorAll(".errors li, .note[role=status] p")
                .Select(e => e.TextContent.Trim().Replace('\u00A0', ' ').Replace('\u202F', ' '));
            return page.Status is HttpStatusCode.OK ? string.Join(' ', said) : $"{(int)page.Status}";
        }

        private async Task<(string Url, Dictionary<string, string> Values)> FormAsync(
            Act act,
            string path,
            string number
        )
        {
            var label = await FindAsync(number);
            var end = label.ExpiresOn.ToString("O", CultureInfo.InvariantCulture);
            Dictionary<string, string> values = new()
            {
                ["Form.Reason"] = Reason,
                ["Form.Reasons"] = Reason,
                ["Form.Version"] = $"{label.Version}",
                ["Form.IsSure"] = "true",
                ["Form.DueOn"] = "2027-01-24",
                ["Form.FirstOn"] = "2026-11-24",
                ["Form.LastOn"] = "2026-11-27",
                ["Form.Kind"] = "Cyclone",
                ["Form.From"] = end,
                ["Form.To"] = end,
                ["Form.Days"] = "1",
            };
            var url =
                act == _begin ? $"/gestion/labellisation/renouveler/{number}"
                : act == _postpone ? "/gestion/labellisation/reports?handler=Show"
                : $"/gestion/labellisation/labels/{number}/{path}";
            return (url, values);
        }

        private async Task<Page> PostAsync(string person, string url, Dictionary<string, string> values)
        {
            var (browser, page) = _people[person];
            return await browser.PostAsync(page with { Url = new Uri(new Uri(page.Url), url).ToString() }, values);
        }

        private Task<Label> FindAsync(string number) =>
            _app.WithAsync((LabellingDbContext db) => db.Labels.AsNoTracking().SingleAsync(l => l.Number == number));
    }
}
