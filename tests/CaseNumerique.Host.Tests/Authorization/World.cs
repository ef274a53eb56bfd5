using System.Text.RegularExpressions;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Events.Data;
using CaseNumerique.Host.Startup;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Charters;
using CaseNumerique.Labelling.Features.CriteriaSets;
using CaseNumerique.Labelling.Features.SelfChecks;
using CaseNumerique.Network.Data;
using CaseNumerique.Platform.Data;
using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Affiliation = CaseNumerique.Network.Data.Affiliation;
using Epn = CaseNumerique.Network.Data.Epn;

namespace CaseNumerique.Host.Tests.Authorization;

/// <summary>The host with two spaces, what belongs to each, and everybody who may come to its door.</summary>
internal sealed partial class World : IAsyncDisposable
{
    public const string Own = "sien";
    public const string Another = "autre";
    public const string Unknown = "inconnu";

    /// <summary>A route without an id of anything.</summary>
    public const string Nothing = "–";

    /// <summary>Of nothing that exists.</summary>
    private const string NoId = "0190a3b4-0000-7000-8000-00000000abcd";

    private readonly Dictionary<string, Sample> _samples = [];

    private World(App app) => App = app;

    public App App { get; }

    public IReadOnlyList<Ask> Asks { get; private set; } = [];

    public IReadOnlyList<Visitor> Visitors { get; private set; } = [];

    /// <summary>Whoever sees but the spaces they act for, or none.</summary>
    public static IReadOnlyList<string> Narrow { get; } =
    ["anonyme", "animateur", "délégué", "gestionnaire", "suppléant"];

    public static async Task<World> MakeAsync(
        string environment = "Development",
        Action<IServiceCollection>? configure = null
    )
    {
        var app = await App.StartAsync(new() { ["Demo:Seed"] = "true" }, configure, environment: environment);
        await app.DispatchAsync();
        var world = new World(app);
        var own = await world.AddSamplesAsync();
        world.Visitors = await world.InviteAsync(own);
        var sources = app.Services.GetServices<EndpointDataSource>();
        world.Asks =
        [
            .. Ask.Of(await EndpointPolicies.ReadAsync(app.Services, sources))
                .OrderBy(a => a.Name, StringComparer.Ordinal),
        ];
        return world;
    }

    /// <summary>The ids a route can be asked with: of one's own, of another's, and of nothing.</summary>
    /// <exception cref="InvalidOperationException">Nobody has said what may stand in the route.</exception>
    public IEnumerable<(string Ownership, IReadOnlyDictionary<string, string> Values)> Variants(Ask ask)
    {
        var samples = ask.Parameters.ToDictionary(p => p, p => SampleOf(ask.Route, p));
        string[] ownerships =
            samples.Values.All(s => s.Own == s.Unknown) ? [Nothing]
            : samples.Values.All(s => s.Own == s.Another || s.Another == s.Unknown) ? [Own, Unknown]
            : [Own, Another, Unknown];
        return ownerships.Select(o =>
            (o, (IReadOnlyDictionary<string, string>)samples.ToDictionary(s => s.Key, s => s.Value.Of(o)))
        );
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>The same at each run: whether a contact can be taken away depends on its role.</summary>
    private static Contact ContactOf(Epn epn) => epn.Contacts.OrderBy(c => c.Role).ThenBy(c => c.Name).First();

    private Sample SampleOf(string route, string parameter)
    {
        var plain = Constraint().Replace(route, "");
        var end = plain.IndexOf($"{{{parameter}}}", StringComparison.Ordinal) + parameter.Length + 2;
        return _samples.GetValueOrDefault(plain[..end])
            ?? _samples.GetValueOrDefault($"{{{parameter}}}")
            ?? throw new InvalidOperationException(
                $"World.AddSamplesAsync says nothing of « {parameter} » in {route}: add what it may be."
            );
    }

    /// <returns>The id of the space that people of spaces act for.</returns>
    private async Task<Guid> AddSamplesAsync()
    {
        var labelled = await App.WithAsync(
            (LabellingDbContext db) =>
                db.Labels.Where(l => l.Status == LabelStatus.Active).OrderBy(l => l.Number).Take(2).ToListAsync()
        );
        var epns = await App.WithAsync((NetworkDbContext db) => db.Epns.Include(e => e.Contacts).ToListAsync());
        var own = epns.Single(e => e.Id == labelled[0].EpnId);
        var another = epns.Single(e => e.Id == labelled[1].EpnId);
        var slug = new Sample(own.Slug, another.Slug, "aucun-espace");
        _samples["/espaces/{slug}"] = _samples["/gestion/reseau/{slug}"] = slug;
        _samples["{contactId}"] = Ids(ContactOf(own).Id, ContactOf(another).Id);
        _samples["{numero}"] = new(labelled[0].Number, labelled[1].Number, "CN-2020-9999");
        _samples["{usage}"] = Sample.Public("suspension", "rien");
        _samples["{forme}"] = Sample.Always("json");
        _samples["{empreinte}"] = Sample.Public(
            await App.WithAsync((LabellingDbContext db) => db.IssuerKeys.Select(k => k.Thumbprint).SingleAsync()),
            "rien"
        );
        var notices = labelled.ConvertAll(Notice);
        await App.WithAsync(
            (LabellingDbContext db) =>
            {
                db.FormalNotices.AddRange(notices);
                return db.SaveChangesAsync();
            }
        );
        _samples["/gestion/labellisation/mises-en-demeure/{id}"] = Ids(notices[0].Id, notices[1].Id);
        _samples["{acte}"] = Sample.Always("suspension");
        Guid[] files = [await AddFileAsync(own.Id), await AddFileAsync(another.Id)];
        _samples["/gestion/labellisation/demandes/{id}"] = Ids(files[0], files[1]);
        _samples["/gestion/labellisation/reserves/{id}"] = Ids(
            await AddConditionAsync(files[0], labelled[0]),
            await AddConditionAsync(files[1], labelled[1])
        );
        _samples["/gestion/labellisation/demandes/{id}/depots/{numero}"] = Sample.Always("1");
        _samples["{chapitre}"] = Sample.Always("A");
        Guid[] proofs = [await AddProofAsync(own.Id), await AddProofAsync(another.Id)];
        _samples["/gestion/labellisation/pieces/{id}"] = Ids(proofs[0], proofs[1]);
        _samples["/fichiers/{id}"] = Ids(await KeepAsync(proofs[0]), await KeepAsync(proofs[1]));
        _samples["/ateliers/{slug}"] = Sample.Public(
            await App.WithAsync((ResourcesDbContext db) => db.Kits.Select(k => k.Slug).FirstAsync()),
            "aucun-atelier"
        );
        _samples["/rencontres/{slug}"] = Sample.Public(
            await App.WithAsync((EventsDbContext db) => db.Gatherings.Select(g => g.Slug).FirstAsync()),
            "aucune-rencontre"
        );
        await App.WithAsync((IMailer mailer) => mailer.QueueAsync(_mail, default));
        var mail = await App.WithAsync((PlatformDbContext db) => db.Mails.Select(m => m.Id).FirstAsync());
        _samples["/gestion/courriels/{id}"] = Ids(mail, mail);
        _samples["/gestion/ateliers/{slug}"] = _samples["/ateliers/{slug}"];
        // Of these the slices' own tests keep one.
        foreach (
            var route in (string[])
                [
                    "/fichiers/envois/{id}",
                    "/gestion/ateliers/{slug}/fichiers/{id}",
                    "/gestion/comptes/{id}/invitations/{lienId}",
                    "/gestion/comptes/effacements/{id}",
                    "/gestion/labellisation/interets/{id}",
                    "/gestion/labellisation/propositions/{id}",
                    "/gestion/parametres/jours-feries/{id}",
                ]
        )
        {
            _samples[route] = Sample.Always(NoId);
        }

        Affiliation[] affiliations = [.. new[] { own, another }.Select(Affiliated)];
        await App.WithAsync(
            (NetworkDbContext db) =>
            {
                db.Affiliations.AddRange(affiliations);
                return db.SaveChangesAsync();
            }
        );
        _samples["/gestion/reseau/{slug}/acces/{id}"] = Ids(affiliations[0].Id, affiliations[1].Id);
        var line = await App.WithAsync((PlatformDbContext db) => db.Set<AuditEntry>().Select(e => e.Id).FirstAsync());
        _samples["/gestion/journal/{id}"] = Sample.Public($"{line}", NoId);
        var kept = await App.WithAsync((IEnumerable<IRetention> kinds) => Task.FromResult(kinds.First().Key));
        _samples["{cle}"] = Sample.Public(kept, "rien");
        _samples["/gestion/labellisation/demandes/{id}/notation/{code}"] = Sample.Always("A1");
        _samples["/gestion/labellisation/demandes/{id}/complements/{n}"] = Sample.Always("1");
        _samples["/avis-exterieur/{jeton}"] = Sample.Always("aucun");
        var item = await App.WithAsync((LabellingDbContext db) => db.CommitteeItems.AsNoTracking().FirstAsync());
        _samples["/gestion/labellisation/comites/{id}"] = Sample.Public($"{item.SessionId}", NoId);
        _samples["/gestion/labellisation/comites/dossiers/{id}"] = Sample.Public($"{item.Id}", NoId);
        await AddReferentialAsync();
        // No provider is connected.
        _samples["{number}"] = Sample.Always("0");
        _samples["/erreur/{code}"] = Sample.Always("404");
        _samples["/hangfire/{path}"] = Sample.Always("");
        return own.Id;
    }

    /// <summary>A draft: its EPN may change it, and nobody else sees it.</summary>
    private Task<Guid> AddFileAsync(Guid epnId) =>
        App.WithAsync(
            async (LabellingDbContext db) =>
            {
                var set = await db.CriteriaSets.InForceAsync(default);
                // The example gestionnaire has begun a renewal.
                var file = await db.Applications.FirstOrDefaultAsync(a => a.EpnId == epnId);
                if (file is null)
                {
                    file = new LabelApplication
                    {
                        EpnId = epnId,
                        Kind = ApplicationKind.Renewal,
                        CriteriaSetId = set.Id,
                        Context = EpnContext.Rural,
                        StartedAt = App.Clock.UtcNow,
                        StartedBy = "Hélène W.",
                    };
                    db.Applications.Add(file);
                    await db.SaveChangesAsync();
                }

                return file.Id;
            }
        );

    private Task<Guid> AddProofAsync(Guid epnId) =>
        App.WithAsync(
            async (LabellingDbContext db) =>
            {
                var proof = new Evidence
                {
                    EpnId = epnId,
                    Title = "Planning",
                    AddedAt = App.Clock.UtcNow,
                    AddedBy = "Hélène W.",
                };
                db.Evidence.Add(proof);
                await db.SaveChangesAsync();
                return proof.Id;
            }
        );

    private Task<Guid> KeepAsync(Guid proofId) =>
        App.WithAsync(
            async (IFileStore store) =>
            {
                using var content = new MemoryStream("%PDF-1.4 un planning\n%%EOF\n"u8.ToArray());
                var file = await store.KeepAsync(
                    "planning.pdf",
                    content,
                    Evidence.Rule,
                    Evidence.OwnerOf(proofId),
                    default
                );
                return file.Id;
            }
        );

    private Task<Guid> AddConditionAsync(Guid fileId, Label label) =>
        App.WithAsync(
            async (LabellingDbContext db) =>
            {
                var condition = new Condition
                {
                    ApplicationId = fileId,
                    LabelId = label.Id,
                    CriterionId = (await db.CriteriaSets.InForceAsync(default)).Criteria.First().Id,
                    What = "Compléter le planning",
                    DueOn = App.Clock.Today.AddDays(60),
                    ExpectedProof = "Le planning",
                };
                db.Conditions.Add(condition);
                await db.SaveChangesAsync();
                return condition.Id;
            }
        );

    /// <summary>Drafts of the referential and of the charter, and a self-check behind its link.</summary>
    private async Task AddReferentialAsync()
    {
        var draft = await App.SendAsync(new StartDraft.Command { Title = "Référentiel revu" });
        _samples["/gestion/parametres/referentiels/{numero}"] = Sample.Public($"{draft}", "99");
        _samples["{chapitre}"] = Sample.Always("A");
        _samples["{critere}"] = Sample.Always("A1");
        var charter = await App.SendAsync(new StartCharter.Command { Text = "L’espace reste ouvert." });
        _samples["/gestion/parametres/charte/{numero}"] = Sample.Public($"{charter}", "99");
        var token = await App.SendAsync(new StartSelfCheck.Command { Context = EpnContext.Rural });
        _samples["{jeton}"] = Sample.Public(token, "inconnu");
    }

    private static readonly OutgoingMail _mail = new(
        "essai.1",
        "essai",
        Guid.CreateVersion7(),
        "Hélène W.",
        "helene@banians.example",
        "Essai",
        "Bonjour.",
        "<p>Bonjour.</p>"
    );

    private async Task<IReadOnlyList<Visitor>> InviteAsync(Guid own)
    {
        var app = App;
        var facilitator = await new Person("animateur@w.example", Roles.Facilitator) { EpnIds = [own] }.EnsureAsync(
            app
        );
        var trusted = new Person("delegue@w.example", Roles.Facilitator) { EpnIds = [own], CanEdit = true };
        var manager = await new Person("gestionnaire@w.example", Roles.Manager) { EpnIds = [own] }.EnsureAsync(app);
        var substitute = await new Person("suppleant@w.example", Roles.Facilitator).EnsureAsync(app);
        var agent = await new Person("agent@w.example", Roles.Agent).EnsureAsync(app);
        var administrator = await new Person("admin@w.example", Roles.Administrator).EnsureAsync(app);
        var closed = await new Person("ferme@w.example", Roles.Administrator).EnsureAsync(app);
        var standsIn = StandIn(manager, substitute);
        var another = StandIn(agent, closed);
        await app.WithAsync(
            (AccountsDbContext db) =>
            {
                db.Delegations.AddRange(standsIn, another);
                return db.SaveChangesAsync();
            }
        );
        _samples["/gestion/comptes/{id}"] = Sample.Public($"{manager}", NoId);
        _samples["/mon-compte/delegations/{id}"] = Ids(standsIn.Id, another.Id);
        List<Visitor> visitors =
        [
            await Visitor.WithoutAccountAsync(app, "anonyme"),
            await Visitor.OfAsync(app, "animateur", facilitator),
            await Visitor.OfAsync(app, "délégué", await trusted.EnsureAsync(app)),
            await Visitor.OfAsync(app, "gestionnaire", manager),
            await Visitor.OfAsync(app, "suppléant", substitute),
            await Visitor.OfAsync(
                app,
                "comité",
                await new Person("comite@w.example", Roles.Committee).EnsureAsync(app)
            ),
            await Visitor.OfAsync(app, "agent", agent, isStrong: true),
            await Visitor.OfAsync(app, "voit comme", agent, isStrong: true, seesAs: manager),
            await Visitor.OfAsync(app, "admin", administrator, isStrong: true),
            await Visitor.OfAsync(app, "admin sans 2e", administrator),
            await Visitor.OfAsync(app, "fermé", closed, isStrong: true),
        ];
        await app.WithAsync(
            (AccountsDbContext db) =>
                db
                    .Accounts.Where(a => a.Id == closed)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, app.Clock.UtcNow))
        );
        return visitors;
    }

    private FormalNotice Notice(Label label) =>
        new()
        {
            LabelId = label.Id,
            EpnId = label.EpnId,
            Reasons = "Deux bilans manquent.",
            DueOn = App.Clock.Today.AddDays(30),
            SentAt = App.Clock.UtcNow,
            SentBy = "Nadège K.",
        };

    private Affiliation Affiliated(Epn epn) =>
        new()
        {
            EpnId = epn.Id,
            Role = ContactRole.Manager,
            CanEdit = true,
            PersonName = "Hélène W.",
            Email = $"{epn.Slug}@w.example",
            StartsOn = App.Clock.Today,
        };

    private Delegation StandIn(Guid from, Guid to) =>
        new()
        {
            FromId = from,
            ToId = to,
            StartsOn = App.Clock.Today,
            EndsOn = App.Clock.Today.AddDays(7),
            Reason = "Congés",
            CreatedAt = App.Clock.UtcNow,
        };

    private static Sample Ids(Guid own, Guid another) => new(own.ToString(), another.ToString(), NoId);

    /// <summary>What a parameter must be, as it stands in a route.</summary>
    [GeneratedRegex(@"(?<=\{)\*+|:\w+\??(?=\})")]
    private static partial Regex Constraint();

    private sealed record Sample(string Own, string Another, string Unknown)
    {
        /// <summary>What belongs to nobody in particular.</summary>
        public static Sample Public(string known, string unknown) => new(known, known, unknown);

        public static Sample Always(string value) => new(value, value, value);

        public string Of(string ownership) =>
            ownership switch
            {
                World.Another => Another,
                World.Unknown => Unknown,
                _ => Own,
            };
    }
}
