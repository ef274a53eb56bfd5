using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>The letter that tells a decision to the structure of the EPN; the same bytes whenever it is asked for.</summary>
internal static class PrintLetter
{
    [Authorize(Policies.ReadFile)]
    public sealed class Page(IPrinter printer, IOptions<PortalOptions> portal) : FilePage
    {
        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id) || !User.MaySee(Application.EpnId))
            {
                return NotFound();
            }

            var view = await SendAsync(new DecideApplication.Query(id));
            return Of(Application, Epn, view, portal.Value.Authority) is { } letter
                ? File(printer.Print(letter), IPrinter.ContentType, $"decision-{Application.Number}.pdf")
                : NotFound();
        }
    }

    /// <returns>Null while nothing is decided.</returns>
    internal static Printout? Of(LabelApplication file, Epn epn, DecideApplication.View view, string authority)
    {
        // The deferral keeps its letter whatever follows, until a decision has its own.
        if ((file.IsDecided ? file.DecidedAt : view.Deferral?.At) is not { } at)
        {
            return null;
        }

        var day = NoumeaTime.DayOf(at);
        return new Printout(
            TitleOf(file),
            at,
            [
                new PrintBlock.Paragraph("Madame, Monsieur,"),
                .. BodyOf(file, epn, view),
                new PrintBlock.Signature("Nouméa", day, Name: null, $"Pour {authority}"),
            ]
        )
        {
            Subject = $"Demande de label « Case numérique » de {epn.Name}",
            Reference = file.Number,
            Addressee = [file.OperatorName ?? epn.Name, epn.Name, epn.Commune],
        };
    }

    private static string TitleOf(LabelApplication file) =>
        file.Status switch
        {
            ApplicationStatus.Granted => "Label accordé",
            ApplicationStatus.GrantedWithConditions => "Label accordé sous réserve",
            ApplicationStatus.Refused => "Label refusé",
            _ => "Dossier ajourné",
        };

    private static IEnumerable<PrintBlock> BodyOf(LabelApplication file, Epn epn, DecideApplication.View view) =>
        file.Status switch
        {
            ApplicationStatus.Granted => [.. Grant(file, epn, view), .. Reasons(file)],
            ApplicationStatus.GrantedWithConditions =>
            [
                .. Grant(file, epn, view),
                .. Reasons(file),
                new PrintBlock.Heading("Réserves"),
                new PrintBlock.Paragraph(
                    "Le label est valable pendant que ces réserves sont levées. Une réserve qui n’est pas levée à temps "
                        + "peut mener à une mise en demeure, puis à une suspension."
                ),
                new PrintBlock.Table(
                    "Ce qui reste à faire",
                    [new("Critère"), new("À faire"), new("Preuve attendue"), new("Jusqu’au")],
                    [
                        .. view.Conditions.Select(r =>
                            (IReadOnlyList<string>)
                                [
                                    r.Code,
                                    r.Condition.What,
                                    r.Condition.ExpectedProof,
                                    FrenchText.Date(r.Condition.DueOn),
                                ]
                        ),
                    ]
                ),
            ],
            ApplicationStatus.Refused =>
            [
                new PrintBlock.Paragraph(
                    $"Le label « Case numérique » n’est pas accordé à {epn.Name}, pour les motifs qui suivent."
                ),
                .. Reasons(file),
                new PrintBlock.Note("Voies de recours", view.AppealText),
                new PrintBlock.Paragraph(
                    "Une nouvelle demande reste possible : elle reprend vos réponses. Nous pouvons la préparer avec vous."
                ),
            ],
            _ =>
            [
                // The line of history keeps the day that was said; the file's own moves on.
                new PrintBlock.Paragraph(
                    $"La décision sur la demande de {epn.Name} est reportée. Rien n’est refusé. {view.Deferral!.What}."
                ),
                new PrintBlock.Heading("Points à reprendre"),
                new PrintBlock.List(LinesOf(view.Deferral!.Reason)),
            ],
        };

    private static IEnumerable<PrintBlock> Grant(LabelApplication file, Epn epn, DecideApplication.View view) =>
        [
            new PrintBlock.Paragraph(
                $"Par l’arrêté n° {file.ActNumber} du {FrenchText.Date(file.ActOn!.Value)}, le label « Case numérique » est "
                    + $"{(file.Kind is ApplicationKind.Renewal ? "renouvelé pour" : "accordé à")} {epn.Name}."
            ),
            new PrintBlock.Facts([new PrintFact("Label", view.Label!.Number), .. Validity(file)]),
        ];

    // As the decision said it, not as the label stands today.
    private static PrintFact[] Validity(LabelApplication file) =>
        file is { GrantedFrom: { } first, GrantedUntil: { } last }
            ? [new("Valable", $"du {FrenchText.Date(first)} au {FrenchText.Date(last)} inclus")]
            : [];

    private static IEnumerable<PrintBlock> Reasons(LabelApplication file) =>
        file.DecisionReasons is { } reasons
            ? [new PrintBlock.Heading("Motifs"), new PrintBlock.Paragraph(reasons)]
            : [];

    private static string[] LinesOf(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
