using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>The receipt as a document to keep.</summary>
internal static class PrintReceipt
{
    [Authorize(Policies.ReadFile)]
    public sealed class Page(IPrinter printer, IOptions<PortalOptions> portal) : FilePage
    {
        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id) || await SendAsync(new ShowReceipt.Query(id)) is not { } view)
            {
                return NotFound();
            }

            var printout = Of(Application, Epn, view, portal.Value);
            return File(printer.Print(printout), IPrinter.ContentType, $"recepisse-{Application.Number}.pdf");
        }
    }

    internal static Printout Of(LabelApplication file, Epn epn, ShowReceipt.View view, PortalOptions portal) =>
        new(
            "Récépissé de dépôt",
            view.Last.FiledAt,
            [
                new PrintBlock.Paragraph(
                    $"{portal.Authority} a reçu la demande de label « Case numérique » n° {file.Number}. Ce récépissé n’est pas un accord."
                ),
                new PrintBlock.Facts(ShowReceipt.FactsOf(file, epn, view)),
                new PrintBlock.Heading("La suite"),
                new PrintBlock.List(ShowReceipt.NextSteps(view, portal.Authority)) { Numbered = true },
                .. CharterOf(view),
                new PrintBlock.Heading("Le sceau"),
                new PrintBlock.Paragraph(
                    $"Ce sceau est l’empreinte (SHA-256) de la version {view.Last.Number} du dossier. Elle se télécharge depuis le dossier : "
                        + "recalculez son empreinte, elle doit être la même."
                ),
                new PrintBlock.Paragraph(view.Last.Seal),
                new PrintBlock.QrCode(
                    portal.Absolute($"/gestion/labellisation/demandes/{file.Id}/recepisse"),
                    "Retrouver le récépissé, après connexion"
                ),
            ]
        )
        {
            Subject = $"Demande de label de {epn.Name}",
            Reference = file.Number,
            Seal = $"SHA-256 {view.Last.Seal}",
        };

    private static IEnumerable<PrintBlock> CharterOf(ShowReceipt.View view) =>
        view.Charter is { } charter
            ?
            [
                new PrintBlock.Heading($"La charte signée, version {charter.Number}"),
                new PrintBlock.List(charter.Commitments) { Numbered = true },
            ]
            : [];
}
