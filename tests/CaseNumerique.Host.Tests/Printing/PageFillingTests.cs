using CaseNumerique.SharedKernel;
using NUnit.Framework;
using UglyToad.PdfPig.Content;

namespace CaseNumerique.Host.Tests.Printing;

/// <summary>What is long: tables, words, rows, notes.</summary>
internal sealed class PageFillingTests
{
    private const double Margin = 62;

    private static readonly string _monster = new('W', 400);
    private static readonly string _name = new('W', 60);

    [Test]
    public void A_long_table_repeats_its_headers_and_loses_no_row()
    {
        using var paper = Paper.Of("Émargement", People(200));

        Assert.That(paper.Pages, Has.Count.InRange(4, 8));
        foreach (var page in paper.Pages)
        {
            Assert.That(page.Text, Does.Contain("NuméroPersonneCommune"), $"page {page.Number}");
        }

        Assert.That(
            paper.Pages.SelectMany(p => p.GetWords()).Select(w => w.Text).Where(w => w.StartsWith("n°", default)),
            Is.EqualTo(Enumerable.Range(1, 200).Select(i => $"n°{i}"))
        );
        Assert.That(paper.Structure.Count(e => e.Tag == "TH"), Is.EqualTo(3), "headers are said once");
        Assert.That(paper.Structure.Count(e => e.Tag == "TR"), Is.EqualTo(201));
        Assert.That(Paper.Unsaid(paper.Pages[1]), Does.StartWith("NuméroPersonneCommune"));
        AssertInside(paper);
    }

    [Test]
    public void A_row_that_fits_a_page_is_not_split()
    {
        var rows = Enumerable
            .Range(1, 40)
            .Select(i =>
                (IReadOnlyList<string>)[$"début{i}", string.Join('\n', Enumerable.Repeat("ligne", 8)) + $"\nfin{i}"]
            );
        using var paper = Paper.Of("Lignes hautes", new PrintBlock.Table("Lignes", [new("A"), new("B")], [.. rows]));

        Assert.That(paper.Pages, Has.Count.GreaterThan(5));
        foreach (var page in paper.Pages)
        {
            var words = page.GetWords().Select(w => w.Text).ToList();
            Assert.That(
                words.Where(w => w.StartsWith("début", default)).Select(w => w[5..]),
                Is.EqualTo(words.Where(w => w.StartsWith("fin", default)).Select(w => w[3..]))
            );
        }
    }

    [Test]
    public void A_row_higher_than_a_page_goes_on_over_the_next()
    {
        var lines = Enumerable.Range(1, 150).Select(i => $"ligne{i}").ToList();
        using var paper = Paper.Of(
            "Rangée géante",
            new PrintBlock.Table(
                "Une rangée",
                [new("A"), new("B")],
                [
                    ["début", string.Join('\n', lines)],
                ]
            )
        );

        Assert.That(
            paper.Pages.SelectMany(p => p.GetWords()).Select(w => w.Text).Where(w => w.StartsWith("ligne", default)),
            Is.EqualTo(lines)
        );
        AssertInside(paper);
    }

    [TestCase(PrintLook.Letter)]
    [TestCase(PrintLook.Certificate)]
    public void Words_wider_than_the_page_are_parted_and_nothing_leaves_it(PrintLook look)
    {
        using var paper = Paper.Of(
            Papers.Of(
                _monster,
                new PrintBlock.Heading(_monster),
                new PrintBlock.Paragraph(_monster),
                new PrintBlock.List([_monster]),
                new PrintBlock.Facts(new PrintFact(_monster, _monster)),
                new PrintBlock.Table(
                    _monster,
                    [new(_monster), new("B", PrintAlign.End)],
                    [
                        [_monster, "1"],
                    ]
                ),
                new PrintBlock.Note(_monster, _monster),
                new PrintBlock.Signature(_name, new(2026, 11, 26), _name, _name),
                new PrintBlock.QrCode("https://case-numerique.example/" + new string('w', 90), _name)
            ) with
            {
                Look = look,
                Subject = _monster,
                Reference = _monster,
                Addressee = [_monster],
                Authority = _monster,
                Seal = _monster,
            }
        );

        AssertInside(paper);
    }

    [Test]
    public void A_long_text_and_a_long_note_go_on_over_pages()
    {
        var words = string.Join(' ', Enumerable.Range(1, 1500).Select(i => $"mot{i}"));
        using var paper = Paper.Of(
            "Long",
            new PrintBlock.Paragraph(words),
            new PrintBlock.Note("À savoir", words.Replace("mot", "dit", StringComparison.Ordinal))
        );

        var said = paper.Pages.SelectMany(p => p.GetWords()).Select(w => w.Text).ToList();
        foreach (var kind in new[] { "mot", "dit" })
        {
            Assert.That(
                said.Where(w => w.StartsWith(kind, default)),
                Is.EqualTo(Enumerable.Range(1, 1500).Select(i => $"{kind}{i}"))
            );
        }

        AssertInside(paper);
    }

    [Test]
    public void A_heading_never_ends_a_page()
    {
        for (var lines = 30; lines < 48; lines++)
        {
            using var paper = Paper.Of(
                "Titre",
                new PrintBlock.Paragraph(string.Join('\n', Enumerable.Repeat("ligne", lines))),
                new PrintBlock.Heading("Intertitre"),
                new PrintBlock.Paragraph("suite\nsuite\nsuite")
            );

            var page = paper.Pages.Single(p => p.Text.Contains("Intertitre", default));
            Assert.That(page.Text, Does.Contain("suite"), $"after {lines} lines");
        }
    }

    [Test]
    public void A_table_without_rows_says_so()
    {
        using var paper = Paper.Of(
            "Vide",
            new PrintBlock.Table("Absences", [new("Nom"), new("Motif")], []) { WhenEmpty = "Personne n'était absent." }
        );

        Assert.That(paper.Text, Does.Contain("Personne n’était absent."));
    }

    [Test]
    public void Letters_that_the_typeface_lacks_leave_a_mark_and_accents_are_put_together()
    {
        using var paper = Paper.Of("Signes", new PrintBlock.Paragraph("Ne\u0301a 🐚 fin\u0007 A\u2007B"));

        Assert.That(paper.Text, Does.Contain("Néa ? fin A"));
        Assert.That(paper.Pages.SelectMany(p => p.Letters).Select(l => l.Value), Has.None.EqualTo("\0"));
    }

    private static PrintBlock.Table People(int count) =>
        new(
            "Personnes inscrites",
            [new("Numéro"), new("Personne"), new("Commune")],
            [.. Enumerable.Range(1, count).Select(i => (IReadOnlyList<string>)[$"n°{i}", "Une personne", "Koné"])]
        );

    private static void AssertInside(Paper paper)
    {
        foreach (var page in paper.Pages)
        {
            Assert.That(Outside(page), Is.Empty, $"page {page.Number}");
        }
    }

    private static IEnumerable<string> Outside(Page page) =>
        from letter in page.Letters
        where !string.IsNullOrWhiteSpace(letter.Value)
        let box = letter.BoundingBox
        where
            box.Left < Margin - 1
            || box.Right > page.Width - Margin + 1
            || box.Bottom < 20
            || box.Top > page.Height - 20
        select $"{letter.Value} at {box.Left:0},{box.Bottom:0}";
}
