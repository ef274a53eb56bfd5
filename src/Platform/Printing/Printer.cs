using System.Globalization;
using CaseNumerique.SharedKernel;
using Microsoft.Extensions.Options;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace CaseNumerique.Platform.Printing;

/// <summary>Prints with PDFsharp: laid out first, drawn after, then given the form of an archive.</summary>
internal sealed class Printer(IOptions<PortalOptions> portal) : IPrinter
{
    // The library keeps its fonts for the whole process; one document at a time takes some hundredths of a second.
    private static readonly Lock _oneAtATime = new();

    public byte[] Print(Printout printout)
    {
        var complete = printout with
        {
            Authority = printout.Authority ?? portal.Value.Authority,
            On = printout.On ?? NoumeaTime.DayOf(printout.At),
            At = DateTime.SpecifyKind(printout.At, DateTimeKind.Utc),
        };
        lock (_oneAtATime)
        {
            // The library writes dates and numbers as the thread's culture would.
            var culture = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            try
            {
                return Write(complete, LookOf(printout.Look));
            }
            finally
            {
                CultureInfo.CurrentCulture = culture;
            }
        }
    }

    private static byte[] Write(Printout printout, ILook look)
    {
        using var document = new PdfDocument();
        Describe(document, printout);
        Draw(document, printout, look);
        using var bytes = new MemoryStream();
        document.Save(bytes);
        return ArchiveForm.Complete(bytes.ToArray(), ArchiveDescription.Of(document, printout.At));
    }

    private static void Describe(PdfDocument document, Printout printout)
    {
        document.SetPdfA();
        document.Version = 17;
        UAManager.ForDocument(document).SetDocumentLanguage("fr-NC");
        Describe(document, "/Title", printout.Title);
        Describe(document, "/Author", printout.Authority!);
        Describe(document, "/Subject", printout.Subject ?? printout.Title);
        Describe(document, "/Keywords", printout.Reference ?? "");
        Describe(document, "/Creator", "Case numérique");
        document.Info.CreationDate = printout.At;
        document.Info.ModificationDate = printout.At;
    }

    private static void Describe(PdfDocument document, string key, string words) =>
        document.Info.Elements[key] = Canvas.Unicode(BlockLayout.Say(words));

    private static void Draw(PdfDocument document, Printout printout, ILook look)
    {
        var pages = look.Lay(printout).Pages;
        using var canvas = new Canvas(document);
        for (var i = 0; i < pages.Count; i++)
        {
            canvas.Turn(look.Page);
            look.Ground(canvas);
            foreach (var draw in pages[i])
            {
                draw(canvas);
            }

            canvas.Shift = 0;
            look.Foot(canvas, printout, i + 1, pages.Count);
        }
    }

    private static ILook LookOf(PrintLook look) =>
        look is PrintLook.Certificate ? new CertificateLook() : new LetterLook();
}
