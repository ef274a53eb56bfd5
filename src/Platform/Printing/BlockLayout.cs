using CaseNumerique.SharedKernel;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace CaseNumerique.Platform.Printing;

/// <summary>Lays the blocks that both looks have in common.</summary>
internal sealed class BlockLayout(Flow flow, Styles styles)
{
    private const double Gap = 8;
    private const double Indent = 20;
    private const double Pad = 10;

    public void Lay(IReadOnlyList<PrintBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case PrintBlock.Heading heading:
                    Heading(heading, blocks.ElementAtOrDefault(i + 1));
                    break;
                case PrintBlock.Paragraph paragraph:
                    flow.Tag("P", () => Write(Say(paragraph.Words), styles.Body));
                    flow.Space(Gap);
                    break;
                case PrintBlock.List list:
                    List(list);
                    break;
                case PrintBlock.Facts facts when styles.Align is XStringAlignment.Center:
                    FactsInARow(facts);
                    break;
                case PrintBlock.Facts facts:
                    Facts(facts);
                    break;
                case PrintBlock.Table table:
                    new TableLayout(flow, styles, table).Lay();
                    flow.Space(Gap + 4);
                    break;
                case PrintBlock.Note note:
                    Note(note);
                    break;
                case PrintBlock.Signature:
                    var together = blocks.Skip(i).TakeWhile(b => b is PrintBlock.Signature).Count();
                    SignatureLayout.Lay(flow, styles, [.. blocks.Skip(i).Take(together).Cast<PrintBlock.Signature>()]);
                    i += together - 1;
                    break;
                case PrintBlock.QrCode code:
                    flow.Space(4);
                    var high = QrCodeLayout.Height(styles, code, flow.Width);
                    flow.Keep(high);
                    QrCodeLayout.Lay(flow, styles, code, flow.Left, flow.Y, flow.Width);
                    flow.Space(high + Gap);
                    break;
                case PrintBlock.PageBreak:
                    flow.Turn();
                    break;
                default:
                    throw new NotSupportedException($"No layout for {blocks[i].GetType().Name}.");
            }
        }
    }

    /// <summary>Words as they are printed.</summary>
    public static string Say(string words) => Inter.Spell(FrenchText.Typeset(words));

    public void Write(string words, TextStyle style) =>
        flow.Write(style.Lines(words, flow.Width), style, flow.Left, flow.Width, styles.Align);

    private void Heading(PrintBlock.Heading heading, PrintBlock? next)
    {
        var style = heading.Level > 2 ? styles.Minor : styles.Heading;
        var lines = style.Lines(Say(heading.Words), flow.Width);
        flow.Space(heading.Level > 2 ? 4 : 10);
        // Never the last words of a page.
        flow.Keep(lines.Count * style.Leading + (next is PrintBlock.Table ? 90 : 3 * styles.Body.Leading));
        flow.Tag(heading.Level > 2 ? "H3" : "H2", () => flow.Write(lines, style, flow.Left, flow.Width, styles.Align));
        flow.Space(4);
    }

    private void List(PrintBlock.List list)
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
                    var lines = styles.Body.Lines(Say(list.Items[i]), width);
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

    private void Facts(PrintBlock.Facts facts)
    {
        var label = styles.Quiet;
        var wide = Math.Min(facts.Lines.Max(f => label.Width(Say(f.Label))) + 18, flow.Width * 0.42);
        flow.Tag(
            "L",
            () =>
            {
                foreach (var fact in facts.Lines)
                {
                    var names = label.Lines(Say(fact.Label), wide - 18);
                    var values = styles.Strong.Lines(Say(fact.Value), flow.Width - wide);
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
    private void FactsInARow(PrintBlock.Facts facts)
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
                                Names: styles.Small.Lines(Say(f.Label), wide - 2 * Pad),
                                Values: styles.Strong.Lines(Say(f.Value), wide - 2 * Pad)
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

    private void Note(PrintBlock.Note note)
    {
        var inner = flow.Width - 2 * Pad - 6;
        var title = styles.Strong.Lines(Say(note.Title), inner);
        var words = styles.Body.Lines(Say(note.Words), inner);
        flow.Space(4);
        flow.Keep((title.Count + words.Count) * styles.Body.Leading + 2 * Pad);
        var x = flow.Left + Pad + 6;
        // A note longer than a page is boxed on each.
        for (var from = 0; from == 0 || from < words.Count; )
        {
            var head = from == 0 ? title : [];
            var fits = Math.Max(1, (int)((flow.Room - 2 * Pad) / styles.Body.Leading) - head.Count);
            IReadOnlyList<string> part = [.. words.Skip(from).Take(fits)];
            var (top, high) = (flow.Y, (head.Count + part.Count) * styles.Body.Leading + 2 * Pad);
            flow.Draw(canvas =>
                canvas.Adorn(c =>
                {
                    c.Fill(Ink.Reef, flow.Left, top, flow.Width, high);
                    c.Fill(Ink.Lagoon, flow.Left, top, 4, high);
                })
            );
            flow.Space(Pad);
            if (head.Count > 0)
            {
                flow.Tag("P", () => flow.Write(head, styles.Strong, x, inner, XStringAlignment.Near));
            }

            flow.Tag("P", () => flow.Write(part, styles.Body, x, inner, XStringAlignment.Near));
            flow.Space(Pad);
            from += part.Count;
            if (part.Count == 0)
            {
                break;
            }

            if (from < words.Count)
            {
                flow.Turn();
            }
        }

        flow.Space(Gap + 2);
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
