using CaseNumerique.SharedKernel;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace CaseNumerique.Platform.Printing;

/// <summary>Lays what is a list to who listens: points, and facts with their names.</summary>
internal sealed class ListLayout(Flow flow, Styles styles)
{
    private const double Gap = 8;
    private const double Indent = 20;
    private const double Pad = 10;

    public void Lay(PrintBlock.List list)
    {
        // In a centred document the list stands in the middle, its lines still begin below each other.
        var inset = styles.Align is XStringAlignment.Center ? flow.Width * 0.15 : 0;
        var (left, width) = (flow.Left + inset + Indent, flow.Width - 2 * inset - Indent);
        flow.Tag(
            "L",
            () =>
            {
                for (var i = 0; i < list.Items.Count; i++)
                {
                    var mark = list.Numbered ? $"{i + 1}." : "•";
                    var lines = styles.Body.Lines(BlockLayout.Say(list.Items[i]), width);
                    flow.Keep(Math.Min(lines.Count, 3) * styles.Body.Leading);
                    flow.Tag(
                        "LI",
                        () =>
                        {
                            flow.Tag(
                                "Lbl",
                                () =>
                                    flow.Place(
                                        mark,
                                        list.Numbered ? styles.Strong : styles.Body,
                                        left - Indent,
                                        Indent - 6,
                                        XStringAlignment.Far,
                                        flow.Y
                                    )
                            );
                            flow.Tag("LBody", () => flow.Write(lines, styles.Body, left, width, XStringAlignment.Near));
                        }
                    );
                    flow.Space(3);
                }
            },
            Numbering(list.Numbered ? "/Decimal" : "/Disc")
        );
        flow.Space(Gap - 3);
    }

    public void Lay(PrintBlock.Facts facts)
    {
        var label = styles.Quiet;
        var wide = Math.Min(facts.Lines.Max(f => label.Width(BlockLayout.Say(f.Label))) + 18, flow.Width * 0.42);
        flow.Tag(
            "L",
            () =>
            {
                foreach (var fact in facts.Lines)
                {
                    var names = label.Lines(BlockLayout.Say(fact.Label), wide - 18);
                    var values = styles.Strong.Lines(BlockLayout.Say(fact.Value), flow.Width - wide);
                    flow.Keep(Math.Max(names.Count, values.Count) * styles.Body.Leading + 4);
                    flow.Tag(
                        "LI",
                        () =>
                        {
                            var top = flow.Y;
                            flow.Tag("Lbl", () => flow.Write(names, label, flow.Left, wide, XStringAlignment.Near));
                            var below = flow.Y;
                            flow.Y = top;
                            flow.Tag(
                                "LBody",
                                () =>
                                    flow.Write(
                                        values,
                                        styles.Strong,
                                        flow.Left + wide,
                                        flow.Width - wide,
                                        XStringAlignment.Near
                                    )
                            );
                            flow.Y = Math.Max(flow.Y, below);
                        }
                    );
                    flow.Space(2);
                    Rule(flow.Y);
                    flow.Space(2);
                }
            },
            Numbering("/None")
        );
        flow.Space(Gap);
    }

    /// <summary>Up to four beside each other, each value under its name.</summary>
    public void LayInARow(PrintBlock.Facts facts)
    {
        flow.Space(14);
        flow.Tag(
            "L",
            () =>
            {
                foreach (var row in facts.Lines.Chunk(4))
                {
                    var wide = flow.Width / row.Length;
                    var cells = row.Select(f =>
                            (
                                Names: styles.Small.Lines(BlockLayout.Say(f.Label), wide - 2 * Pad),
                                Values: styles.Strong.Lines(BlockLayout.Say(f.Value), wide - 2 * Pad)
                            )
                        )
                        .ToList();
                    var high = cells.Max(c =>
                        c.Names.Count * styles.Small.Leading + c.Values.Count * styles.Strong.Leading
                    );
                    flow.Keep(high + Gap);
                    var top = flow.Y;
                    for (var i = 0; i < cells.Count; i++)
                    {
                        var (names, values) = cells[i];
                        var x = flow.Left + i * wide + Pad;
                        flow.Y = top;
                        flow.Tag(
                            "LI",
                            () =>
                            {
                                flow.Tag(
                                    "Lbl",
                                    () => flow.Write(names, styles.Small, x, wide - 2 * Pad, XStringAlignment.Center)
                                );
                                flow.Tag(
                                    "LBody",
                                    () => flow.Write(values, styles.Strong, x, wide - 2 * Pad, XStringAlignment.Center)
                                );
                            }
                        );
                    }

                    flow.Y = top + high + Gap;
                }
            },
            Numbering("/None")
        );
        flow.Space(6);
    }

    private void Rule(double y) =>
        flow.Draw(canvas => canvas.Adorn(c => c.Line(Ink.Line, 0.6, flow.Left, y, flow.Width)));

    private static Action<PdfDictionary> Numbering(string kind) =>
        list =>
        {
            var attributes = new PdfDictionary();
            attributes.Elements.SetName("/O", "/List");
            attributes.Elements.SetName("/ListNumbering", kind);
            list.Elements["/A"] = attributes;
        };
}
