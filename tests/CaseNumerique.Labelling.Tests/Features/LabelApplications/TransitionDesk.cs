using System.Net;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using static CaseNumerique.Labelling.Data.ApplicationMove;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

/// <summary>People in front of files in every status, each on the page of each move: what they are told, and where the file is then.</summary>
internal sealed class TransitionDesk : IAsyncDisposable
{
    private const string Reasons = "Tout ce qui est demandé est là, pièces comprises.";

    /// <summary>More spaces than files: an EPN has one open file of a kind.</summary>
    private const int Spaces = 100;

    private readonly App _app;
    private readonly Queue<Guid> _epns;
    private readonly Dictionary<ApplicationStatus, Guid> _standing = [];
    private readonly Dictionary<string, (Browser Browser, Page Page)> _people = [];
    private Guid _assessorId;
    private string _agendaUrl = "";
    private Guid _criterionId;

    private TransitionDesk(App app, IEnumerable<Guid> epns) => (_app, _epns) = (app, new(epns));

    /// <summary>By whom each move is made; one that is missing here fails the table.</summary>
    public static IReadOnlyDictionary<ApplicationMove, string> Maker { get; } =
        new Dictionary<ApplicationMove, string>
        {
            [Submit] = "gestionnaire",
            [Abandon] = "gestionnaire",
            [TakeOver] = "instructeur",
            [AskToComplete] = "instructeur",
            [Complete] = "gestionnaire",
            [Lapse] = "tâche du jour",
            [Reopen] = "admin",
            [Admit] = "instructeur",
            [GiveOpinion] = "instructeur",
            [SendToCommittee] = "instructeur",
            [Defer] = "admin",
            [Grant] = "admin",
            [GrantWithConditions] = "admin",
            [Refuse] = "admin",
            [Withdraw] = "gestionnaire",
        };

    public IEnumerable<string> People => _people.Keys;

    public static async Task<TransitionDesk> OpenAsync()
    {
        var app = await App.StartAsync();
        var (item, agent) = await app.SessionAsync(members: 1);
        // From here on files are decided without a committee, which keeps its open session.
        await app.RulesAsync();
        var epns = Enumerable.Range(0, Spaces).Select(_ => Guid.CreateVersion7()).ToList();
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.Epns.AddRange(epns.Select(EpnOf));
                return db.SaveChangesAsync();
            }
        );
        var desk = new TransitionDesk(app, epns) { _agendaUrl = GivenCommittee.SessionUrlOf(item, "ordre-du-jour") };
        desk._criterionId = await app.WithAsync(
            async (LabellingDbContext db) => (await db.CriteriaSets.InForceAsync(default)).Criteria.First().Id
        );
        var assessor = new Person("nadege@econum.example", Roles.Agent) { Name = "Nadège K." };
        desk._assessorId = await assessor.EnsureAsync(app);
        (string Name, Person Person)[] people =
        [
            ("gestionnaire", new("helene@desk.example", Roles.Manager) { Name = "Hélène W.", EpnIds = epns }),
            ("animateur", new("jo@desk.example", Roles.Facilitator) { EpnIds = epns }),
            ("autre espace", new("autre@desk.example", Roles.Manager) { EpnIds = [Guid.NewGuid()] }),
            ("comité", GivenCommittee.Member(1)),
            ("autre agent", new("agent@desk.example", Roles.Agent)),
            ("instructeur", assessor),
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

    /// <summary>A file that stands in this status: the same one, until somebody has moved it.</summary>
    public async Task<Guid> FileAsync(ApplicationStatus status)
    {
        if (_standing.TryGetValue(status, out var id) && (await _app.FileAsync(id)).Status == status)
        {
            return id;
        }

        // What is completed was asked for on its page.
        id = await _app.FileAsync(
            status is ApplicationStatus.ToComplete ? ApplicationStatus.Admissibility : status,
            CriteriaSet.MetScore,
            _epns.Dequeue()
        );
        await GiveAsync(id);
        if (status is ApplicationStatus.ToComplete)
        {
            await PostAsync("instructeur", id, AskToComplete);
        }

        if (status is ApplicationStatus.Draft or ApplicationStatus.ToComplete)
        {
            var file = await _app.FileAsync(id);
            await _app.ProveAsync(id, await _app.ProofAsync(epnId: file.EpnId));
        }

        return _standing[status] = id;
    }

    public async Task<ApplicationStatus> StatusAsync(Guid id) => (await _app.FileAsync(id)).Status;

    /// <returns>What the person is told.</returns>
    public async Task<string> DoAsync(string person, Guid id, ApplicationMove move)
    {
        if (move == Lapse)
        {
            await SetDueAsync(id, Given.Today.AddDays(-60));
            await _app.RunJobAsync("application-lapse");
            await SetDueAsync(id, null);
            return "";
        }

        var page = await PostAsync(person, id, move);
        var summary = page.Document.QuerySelectorAll(".errors li").Select(l => l.TextContent.Trim());
        var notice = page.Document.QuerySelectorAll(".note.ok[role=status] p").Select(l => l.TextContent.Trim());
        return page.Status switch
        {
            // Files that are made for tests have no sealed version to show.
            _ when page.Url.EndsWith("/recepisse", StringComparison.Ordinal) => "→ récépissé",
            HttpStatusCode.NotFound => "introuvable",
            HttpStatusCode.Forbidden => "interdit",
            HttpStatusCode.OK => string.Join(' ', summary.Concat(notice)).Replace('\u00A0', ' ').Replace('\u202F', ' '),
            _ => page.Status.ToString(),
        };
    }

    /// <summary>Whether the file's first page has this button for the person.</summary>
    /// <param name="path">After the file's own address.</param>
    public async Task<bool> IsOfferedAsync(string person, Guid id, string path)
    {
        var url = $"/gestion/labellisation/demandes/{id}";
        var page = await _people[person].Browser.GetAsync(url);
        return page.Document.QuerySelector($"main .actions a[href='{url}{path}']") is not null;
    }

    private async Task<Page> PostAsync(string person, Guid id, ApplicationMove move)
    {
        var file = await _app.FileAsync(id);
        var (url, values) = await FormAsync(file, move);
        var (browser, page) = _people[person];
        return await browser.PostAsync(page with { Url = new Uri(new Uri(page.Url), url).ToString() }, values);
    }

    private async Task<(string Url, Dictionary<string, string> Values)> FormAsync(
        LabelApplication file,
        ApplicationMove move
    )
    {
        Dictionary<string, string> values = new() { ["Form.Version"] = $"{file.Version}" };
        var url = $"/gestion/labellisation/demandes/{file.Id}";
        switch (move)
        {
            case var _ when move == Submit:
                return ($"{url}/depot", new() { ["version"] = $"{file.Version}" });
            case var _ when move == Abandon:
                return ($"{url}/abandon", values);
            case var _ when move == TakeOver:
                return ($"{url}/prise-en-charge", values);
            case var _ when move == AskToComplete:
                values["Form.DueOn"] = "2026-12-24";
                values["Form.Lines[0].What"] = "Le planning des ateliers";
                return ($"{url}/complements/demande", values);
            case var _ when move == Complete:
                var item = await _app.WithAsync(
                    (LabellingDbContext db) =>
                        db
                            .Completions.Where(r => r.ApplicationId == file.Id)
                            .SelectMany(r => r.Items)
                            .Select(i => i.Id)
                            .FirstOrDefaultAsync()
                );
                values["Form.Replies[0].ItemId"] = $"{item}";
                values["Form.Replies[0].Text"] = "Le voici.";
                values["Form.IsSent"] = "true";
                return ($"{url}/complements", values);
            case var _ when move == Reopen:
                values["Form.Reason"] = Reasons;
                return ($"{url}/reouverture", values);
            case var _ when move == Admit:
                return ($"{url}/recevabilite", values);
            case var _ when move == GiveOpinion:
                values["Form.Opinion"] = nameof(OpinionKind.Favourable);
                values["Form.Reasons"] = Reasons;
                return ($"{url}/avis", values);
            case var _ when move == SendToCommittee:
                return (_agendaUrl, new() { ["Form.FileIds"] = $"{file.Id}" });
            case var _ when move == Withdraw:
                values["Form.Reason"] = Reasons;
                return ($"{url}/retrait", values);
            case var _ when move == Defer:
                values["Form.Reasons"] = Reasons;
                values["Form.OpinionDueOn"] = "2027-01-24";
                return ($"{url}/decision/ajournement", values);
            case var _ when move == Refuse:
                values["Form.Reasons"] = Reasons;
                return ($"{url}/decision/refus", values);
            case var _ when move == Grant || move == GrantWithConditions:
                values["Form.ActNumber"] = "2026-1234";
                values["Form.ActOn"] = "2026-11-20";
                values["Form.StartsOn"] = "2026-12-01";
                values["Form.IsWithConditions"] = move == Grant ? "false" : "true";
                values["Form.Conditions[0].CriterionId"] = move == Grant ? "" : $"{_criterionId}";
                values["Form.Conditions[0].What"] = move == Grant ? "" : "Compléter le planning";
                values["Form.Conditions[0].ExpectedProof"] = "Le planning";
                values["Form.Conditions[0].DueOn"] = "2027-01-24";
                return ($"{url}/decision/octroi", values);
            default:
                throw new InvalidOperationException($"Nobody has said on which page one may {move.Verb}.");
        }
    }

    /// <summary>The file is followed by the one who sits here.</summary>
    private Task GiveAsync(Guid id) =>
        _app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Applications.Where(a => a.Id == id && a.AssessorId != null)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.AssessorId, _assessorId))
        );

    private Task SetDueAsync(Guid id, DateOnly? day) =>
        _app.WithAsync(
            (LabellingDbContext db) =>
                db
                    .Applications.Where(a => a.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.CompletionDueOn, day))
        );

    private static Epn EpnOf(Guid id, int rank) =>
        new()
        {
            Id = id,
            Name = $"Espace {rank}",
            Slug = $"espace-{rank}",
            Commune = "Koné",
            Province = "Nord",
        };
}
