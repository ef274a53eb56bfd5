using CaseNumerique.SharedKernel;
using PdfSharp.Drawing;

namespace CaseNumerique.Platform.Printing;

internal sealed class CertificateLook : ILook
{
    private const double Edge = 26;
    private const double Band = 9;
    private const double Left = 84;
    private const double Base = 506;
    private const double Ghost = 400;

    private static readonly Styles _styles = Styles.Certificate;
    private static readonly Margins _margins = new(new XSize(841.89, 595.28), Left, 58, 66, Base);

    public XSize Page => _margins.Page;

    public Flow Lay(Printout printout)
    {
        var flow = new Flow(_margins);
        Head(flow, printout);
        var body = printout.Blocks.Where(b => b is not (PrintBlock.Signature or PrintBlock.QrCode)).ToList();
        var shift = 0.0;
        flow.Draw(canvas => canvas.Shift = shift);
        new BlockLayout(flow, _styles).Lay(body);
        var signatures = printout.Blocks.OfType<PrintBlock.Signature>().ToList();
        var codes = printout.Blocks.OfType<PrintBlock.QrCode>().ToList();
        var wide =
            (flow.Width - 24 * (signatures.Count + codes.Count - 1)) / Math.Max(1, signatures.Count + codes.Count);
        var high = signatures
            .Select(s => SignatureLayout.Height(_styles, s, wide))
            .Concat(codes.Select(c => QrCodeLayout.Height(_styles, c, wide)))
            .DefaultIfEmpty(0)
            .Max();
        flow.Keep(high + 10);
        if (flow.Pages.Count == 1)
        {
            // What stands on one page stands in the middle of what is left.
            shift = Math.Max(0, (Base - high - 10 - flow.Y) / 2);
        }

        flow.Draw(canvas => canvas.Shift = 0);
        var x = flow.Left;
        foreach (var code in codes)
        {
            QrCodeLayout.Lay(flow, _styles, code, x, Base - QrCodeLayout.Height(_styles, code, wide), wide);
            x += wide + 24;
        }

        foreach (var signature in signatures)
        {
            SignatureLayout.Lay(flow, _styles, signature, x, Base - high, wide);
            x += wide + 24;
        }

        return flow;
    }

    public void Ground(Canvas canvas) =>
        canvas.Adorn(c =>
        {
            var (width, height) = (Page.Width - 2 * Edge, Page.Height - 2 * Edge);
            Emblem.Case(c, (Page.Width - Ghost) / 2, 96, Ghost, Ink.Breath);
            // The frame runs from the mountain on the left to the open sea on the right.
            Emblem.Transect(c, Edge, Edge, width, Band);
            Emblem.Transect(c, Edge, Edge + height - Band, width, Band);
            c.Fill(Ink.Earth, Edge, Edge, Band, height);
            c.Fill(Ink.Deep, Edge + width - Band, Edge, Band, height);
            var inner = Edge + Band + 5;
            c.Frame(Ink.Straw, 1.1, new XRect(inner, inner, Page.Width - 2 * inner, Page.Height - 2 * inner));
        });

    public void Foot(Canvas canvas, Printout printout, int page, int of) =>
        canvas.Adorn(c => Footer.Draw(c, _styles.Foot, printout, page, of, Left, Base + 14, _margins.Width));

    private static void Head(Flow flow, Printout printout)
    {
        var authority = new TextStyle(Inter.SemiBold(12), 18, Ink.Lagoon);
        var top = flow.Y;
        flow.Draw(canvas => canvas.Adorn(c => Emblem.Case(c, (c.Width - 46) / 2, top, 46)));
        flow.Space(50);
        Centre(flow, "P", printout.Authority!, authority);
        flow.Space(4);
        Centre(flow, "H1", printout.Title, _styles.Title);
        if (printout.Subject is { } subject)
        {
            flow.Space(2);
            Centre(flow, "P", subject, _styles.Body with { Colour = Ink.Quiet });
        }

        flow.Space(12);
    }

    private static void Centre(Flow flow, string tag, string words, TextStyle style)
    {
        var lines = style.Balanced(BlockLayout.Say(words), flow.Width);
        flow.Tag(tag, () => flow.Write(lines, style, flow.Left, flow.Width, XStringAlignment.Center));
    }
}
