using System.Text.Json;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>What shows that a file was filed, when, and what it said: to be printed, and verified by its seal.</summary>
internal static class ShowReceipt
{
    public sealed record Query(Guid Id) : IRequest<View?>;

    /// <param name="Charter">The version that was signed; null where none is known.</param>
    /// <param name="Versions">What was filed, on each occasion, newest first.</param>
    public sealed record View(
        int SetNumber,
        Charter? Charter,
        int Answered,
        IReadOnlyList<FiledVersion> Versions,
        IReadOnlyList<string> Proofs,
        int WorkingDays
    )
    {
        public FiledVersion Last => Versions[0];

        /// <summary>Which version the receipt is of, and how it came to be.</summary>
        public string VersionInWords =>
            Last.Number == 1
                ? "Version 1, celle du dépôt"
                : $"Version {Last.Number}, complétée le {FrenchText.Instant(Last.FiledAt)} (heure de Nouméa)";
    }

    /// <summary>What the receipt states, on the screen and on paper.</summary>
    public static IReadOnlyList<PrintFact> FactsOf(LabelApplication file, Epn epn, View view) =>
        [
            new("Espace", $"{epn.Name}, {epn.Commune}"),
            new("Demande", file.Kind is ApplicationKind.Renewal ? "Renouvellement" : "Première demande"),
            new(
                "Gestionnaire",
                file.Ridet is { } ridet ? $"{file.OperatorName}, RIDET {Ridet.Format(ridet)}" : $"{file.OperatorName}"
            ),
            new(
                "Déposée le",
                $"{FrenchText.Instant(file.SubmittedAt!.Value)} (heure de Nouméa), par {file.SubmittedBy}"
            ),
            new("Contenu", view.VersionInWords),
            new(
                "Charte",
                $"{(view.Charter is { } charter ? $"Version {charter.Number}, signée" : "Signée")} par {file.CharterSignedBy}, {file.CharterFunction}"
            ),
            new(
                "Référentiel",
                $"Version {view.SetNumber}, {FrenchText.Count(view.Answered, "critère répondu", "critères répondus")}"
            ),
            new("Pièces", view.Proofs.Count == 0 ? "Aucune" : string.Join(", ", view.Proofs)),
        ];

    /// <summary>What comes after the filing.</summary>
    public static IReadOnlyList<string> NextSteps(View view, string authority) =>
        [
            $"L’équipe {authority} vérifie que le dossier est complet, et vous écrit s’il manque quelque chose.",
            $"Elle l’instruit, et peut visiter l’espace. L’avis est attendu {FrenchText.Count(view.WorkingDays, "jour ouvrable", "jours ouvrables")} après que le dossier est déclaré complet.",
            "La décision vous est envoyée par courriel.",
        ];

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var versions = await db
                .FiledVersions.AsNoTracking()
                .Where(v => v.ApplicationId == query.Id)
                .OrderByDescending(v => v.Number)
                .ToListAsync(cancellationToken);
            if (versions.Count == 0)
            {
                return null;
            }

            // What was sealed, not what the file says today: it may be in completion.
            using var sealedContent = JsonDocument.Parse(versions[0].Json);
            var answers = sealedContent.RootElement.GetProperty("answers").EnumerateArray().ToList();
            var proofs = answers.SelectMany(a => a.GetProperty("proofs").EnumerateArray());
            var charter = sealedContent.RootElement.GetProperty("charter");
            var charterNumber = charter.ValueKind is JsonValueKind.Number ? charter.GetInt32() : 0;
            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
            return new View(
                sealedContent.RootElement.GetProperty("referential").GetInt32(),
                await db
                    .Charters.AsNoTracking()
                    .SingleOrDefaultAsync(c => c.Number == charterNumber, cancellationToken),
                answers.Count,
                versions,
                [.. proofs.Select(p => p.GetProperty("title").GetString()!).Distinct().Order()],
                rules.AssessmentWorkingDays
            );
        }
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page(IOptions<PortalOptions> portal) : FilePage
    {
        public View Shown { get; private set; } = null!;

        public PortalOptions Portal => portal.Value;

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id) || await SendAsync(new Query(id)) is not { } view)
            {
                return NotFound();
            }

            Shown = view;
            return Page();
        }
    }
}
