using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Badges;

/// <summary>The certificate of a label, to frame or to enclose with a file; the code on it leads to the answer of the day.</summary>
internal static class PrintCertificate
{
    public static Printout Write(VerifiedLabel verified, LabelAnswer answer, PortalOptions portal, DateTime now)
    {
        var (label, epn) = (verified.Label, verified.Epn);
        List<PrintFact> facts =
        [
            new("Espace", $"{epn.Name}, {epn.Commune}"),
            new("Numéro", label.Number),
            new("Valable", $"Du {FrenchText.Date(label.StartsOn)} au {FrenchText.Date(label.ExpiresOn)} inclus"),
            new("État ce jour", answer.Words),
        ];
        if (verified is { ActNumber: { } act, ActOn: { } actOn })
        {
            facts.Add(new("Décision", $"Acte n° {act} du {FrenchText.Date(actOn)}"));
        }

        return new Printout(
            "Attestation de label Case numérique",
            now,
            [
                new PrintBlock.Paragraph(
                    $"{portal.Authority} atteste que {epn.Name} est titulaire du label Case numérique."
                ),
                new PrintBlock.Facts(facts),
                new PrintBlock.QrCode(
                    portal.Absolute($"/verification/{label.Number}"),
                    "Vérifier que ce label est valable aujourd’hui"
                ),
            ]
        )
        {
            Look = PrintLook.Certificate,
            Subject = epn.Name,
            Reference = label.Number,
        };
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page(
        LabellingDbContext db,
        IPrinter printer,
        IOptions<PortalOptions> portal,
        TimeProvider clock
    ) : SlicePage
    {
        public async Task<IActionResult> OnGetAsync(string numero)
        {
            var verified = await db.VerifyAsync(numero, clock.Today, HttpContext.RequestAborted);
            // The label of others answers as one that does not exist; so does the certificate of one that does not hold.
            if (
                verified is null
                || !User.MaySee(verified.Epn.Id)
                || verified.AnswerOn(clock.Today) is not { IsValid: true } answer
            )
            {
                return NotFound();
            }

            var pdf = printer.Print(Write(verified, answer, portal.Value, clock.UtcNow));
            return File(pdf, IPrinter.ContentType, $"attestation-{verified.Label.Number}.pdf");
        }
    }
}
