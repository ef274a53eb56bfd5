using CaseNumerique.SharedKernel;
using PdfSharp.Drawing;

namespace CaseNumerique.Platform.Printing;

internal sealed class LetterLook : ILook
{
    private const double Left = 62;
    private const double Mark = 38;

    private static readonly Styles _styles = Styles.Letter;
    private static readonly Margins _margins = new(new XSize(595.28, 841.89), Left, 42, 58, 768);

    public XSize Page => _margins.Page;

    public Flow Lay(Printout printout)
    {
        var flow = new Flow(_margins);
        Head(flow, printout);
        Addressee(flow, printout);
        About(flow, printout);
        var title = _styles.Title.Lines(BlockLayout.Say(printout.Title), flow.Width);
        flow.Tag("H1", () => flow.Write(title, _styles.Title, flow.Left, flow.Width, XStringAlignment.Near));
        flow.Space(10);
        new BlockLayout(flow, _styles).Lay(printout.Blocks);
        return flow;
    }

    public void Ground(Canvas canvas) => canvas.Adorn(c => Emblem.Transect(c, 0, 0, Page.Width, 7));

    public void Foot(Canvas canvas, Printout printout, int page, int of) =>
        canvas.Adorn(c =>
        {
            c.Line(Ink.Line, 0.6, Left, 786, _margins.Width);
            Footer.Draw(c, _styles.Foot, printout, page, of, Left, 791, _margins.Width);
        });

    private static void Head(Flow flow, Printout printout)
    {
        var (name, day) = (new TextStyle(Inter.Bold(13), 18, Ink.Deep), _styles.Quiet);
        var top = flow.Y;
        flow.Draw(canvas => canvas.Adorn(c => Emblem.Case(c, flow.Left - 4, top - 2, Mark)));
        var x = flow.Left + Mark + 6;
        var names = name.Lines(BlockLayout.Say(printout.Authority!), flow.Width * 0.6);
        flow.Space(names.Count == 1 ? 2 : 0);
        flow.Tag("P", () => flow.Write(names, name, x, flow.Width * 0.6, XStringAlignment.Near));
        flow.Tag(
            "P",
            () =>
                flow.Write(
                    ["Case numérique · Nouvelle-Calédonie"],
                    _styles.Small,
                    x,
                    flow.Width * 0.6,
                    XStringAlignment.Near
                )
        );
        var date = $"Le {FrenchText.Date(printout.On!.Value)}";
        flow.Tag("P", () => flow.Place(date, day, flow.Left, flow.Width, XStringAlignment.Far, top + 3));
        flow.Y = Math.Max(flow.Y, top + Mark) + 22;
    }

    /// <summary>Where the window of an envelope shows it.</summary>
    private static void Addressee(Flow flow, Printout printout)
    {
        if (printout.Addressee.Count == 0)
        {
            return;
        }

        var x = flow.Left + flow.Width * 0.52;
        var lines = printout
            .Addressee.SelectMany(l => _styles.Body.Lines(BlockLayout.Say(l), flow.Width * 0.48))
            .ToList();
        flow.Tag("P", () => flow.Write(lines, _styles.Body, x, flow.Width * 0.48, XStringAlignment.Near));
        flow.Space(24);
    }

    private static void About(Flow flow, Printout printout)
    {
        (string Label, string? Words)[] about =
        [
            ("Référence", printout.Reference is { } reference ? Inter.Spell(reference) : null),
            ("Objet", printout.Subject is { } subject ? BlockLayout.Say(subject) : null),
        ];
        foreach (var (label, words) in about)
        {
            if (words is null)
            {
                continue;
            }

            var name = $"{label}\u00A0: ";
            var wide = _styles.Quiet.Width(name);
            var lines = _styles.Strong.Lines(words, flow.Width - wide);
            flow.Tag(
                "P",
                () =>
                {
                    flow.Place(name, _styles.Quiet, flow.Left, flow.Width, XStringAlignment.Near, flow.Y);
                    flow.Write(lines, _styles.Strong, flow.Left + wide, flow.Width - wide, XStringAlignment.Near);
                }
            );
        }

        flow.Space(about.Any(a => a.Words is not null) ? 16 : 0);
    }
}
