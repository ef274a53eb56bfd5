using System.Globalization;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using UglyToad.PdfPig.Tokens;
using ZXing;
using ZXing.Common;

namespace CaseNumerique.Host.Tests.Printing;

internal sealed class PrinterTests
{
    private const char NoBreak = '\u00A0';
    private const char Narrow = '\u202F';

    [Test]
    public void A_letter_says_everything_in_its_order()
    {
        using var paper = Paper.Of(Papers.Letter);

        string[] words =
        [
            "ÉcoNum",
            $"Le 26{NoBreak}novembre{NoBreak}2026",
            "Association Hnalapa",
            "à l’attention de sa présidente",
            $"Référence{NoBreak}: CN-2026-0031",
            $"Objet{NoBreak}: Label «{NoBreak}Case numérique{NoBreak}», espace de Wé",
            "Décision d’attribution du label",
            $"déposée par l’association «{NoBreak}Hnalapa{NoBreak}» pour l’espace de Wé{NoBreak}: elle l’a jugée",
            "Ce qui est décidé",
            $"ci-dessous{Narrow}!",
            "Espace",
            "Médiathèque Löhna, Drehu (Lifou)",
            $"1{Narrow}500{Narrow}000 F CFP",
            "Notes de la grille de visite",
            "Chapitre",
            "Équipement",
            $"dont deux adaptés{Narrow}; une imprimante",
            "1.",
            "Apposer la plaque à l’entrée",
            "3.",
            "•",
            "Le cœur du référentiel",
            "ëë, öö, üü",
            "Voies et délais de recours",
            $"Fait à Nouméa, le 26{NoBreak}novembre{NoBreak}2026",
            "La directrice d’ÉcoNum",
            "Marie Exemple",
            "Vérifier que ce label est en cours",
            Papers.Address,
        ];
        var text = paper.Text;
        var from = 0;
        foreach (var word in words)
        {
            var at = text.IndexOf(word, from, StringComparison.Ordinal);
            Assert.That(at, Is.Not.Negative, $"« {word} » after « {text[Math.Max(0, from - 40)..from]} »\n{text}");
            from = at + word.Length;
        }
    }

    [Test]
    public void Each_page_tells_what_it_belongs_to()
    {
        using var paper = Paper.Of(
            Papers.Of("Trois pages", new PrintBlock.PageBreak(), new PrintBlock.PageBreak()) with
            {
                Reference = "CN-2026-0031",
                Seal = Papers.Seal,
            }
        );

        Assert.That(
            paper.Pages.Select(Paper.Unsaid),
            Is.EqualTo(Enumerable.Range(1, 3).Select(n => $"CN-2026-0031page{NoBreak}{n} sur{NoBreak}3{Papers.Seal}"))
        );
    }

    [Test]
    public void The_file_tells_its_title_its_language_and_its_standards()
    {
        using var paper = Paper.Of(Papers.Letter);

        Assert.That(paper.Information.Title, Is.EqualTo("Décision d’attribution du label"));
        Assert.That(paper.Information.Author, Is.EqualTo("ÉcoNum"));
        Assert.That(
            paper.Information.Subject,
            Is.EqualTo($"Label «{NoBreak}Case numérique{NoBreak}», espace de Wé"),
            "a no-break space stays one"
        );
        Assert.That(paper.Information.CreationDate, Is.EqualTo("D:20261125213000+00'00'"));
        Assert.That(((StringToken)paper.Catalog.Data["Lang"]).Data, Is.EqualTo("fr-NC"));
        Assert.That(
            ((BooleanToken)paper.Follow(paper.Catalog.Data["ViewerPreferences"]).Data["DisplayDocTitle"]).Data,
            Is.True
        );
        Assert.That(((BooleanToken)paper.Follow(paper.Catalog.Data["MarkInfo"]).Data["Marked"]).Data, Is.True);
        Assert.That(paper.Catalog.Data, Does.ContainKey("OutputIntents"));
        var stated = paper.Metadata.Descendants().Where(e => !e.HasElements).Select(e => (e.Name.ToString(), e.Value));
        Assert.That(
            stated,
            Is.SupersetOf(
                new[]
                {
                    ("{http://www.aiim.org/pdfa/ns/id/}part", "2"),
                    ("{http://www.aiim.org/pdfa/ns/id/}conformance", "A"),
                    ("{http://www.aiim.org/pdfua/ns/id/}part", "1"),
                    ("{http://ns.adobe.com/xap/1.0/}CreateDate", "2026-11-25T21:30:00Z"),
                    ("{http://ns.adobe.com/pdf/1.3/}Keywords", "CN-2026-0031"),
                }
            )
        );
    }

    [Test]
    public void Signs_of_markup_in_a_title_are_words()
    {
        using var paper = Paper.Of("Son & lumière <2026>", new PrintBlock.Paragraph("a"));

        Assert.That(paper.Information.Title, Is.EqualTo("Son & lumière <2026>"));
        Assert.That(
            paper.Metadata.Descendants().Where(e => e.Name.LocalName == "li").Select(e => e.Value),
            Does.Contain("Son & lumière <2026>")
        );
    }

    [Test]
    public void Who_listens_hears_headings_lists_tables_and_figures()
    {
        using var paper = Paper.Of(Papers.Letter);

        var structure = paper.Structure;
        string[] said = [.. structure.Where(e => e.Depth == 1).Select(e => e.Tag)];
        Assert.That(
            said,
            Is.EqualTo("P P P P P P H1 P H2 P L H3 Table H2 L L P P P P P Figure P P".Split(' ')),
            string.Join(' ', said)
        );
        Assert.That(structure[0].Tag, Is.EqualTo("Document"));
        var table = structure.SkipWhile(e => e.Tag != "Table").Skip(1).TakeWhile(e => e.Depth > 1).ToList();
        Assert.That(table[0].Tag, Is.EqualTo("Caption"));
        Assert.That(table.Count(e => e.Tag == "TR"), Is.EqualTo(4));
        Assert.That(table.Count(e => e.Tag == "TD"), Is.EqualTo(12));
        var headers = table.Where(e => e.Tag == "TH").ToList();
        Assert.That(headers, Has.Count.EqualTo(4));
        Assert.That(
            headers.Select(h => $"{paper.Follow(h.Element.Data["A"]).Data["Scope"]}"),
            Is.All.Contains("Column")
        );
        Assert.That(structure.Count(e => e.Tag == "LI"), Is.EqualTo(4 + 3 + 2));
        Assert.That(
            structure.Single(e => e.Tag == "Figure").Words("Alt"),
            Is.EqualTo($"Code QR de l’adresse {Papers.Address}")
        );
    }

    [Test]
    public void A_camera_reads_the_address()
    {
        using var paper = Paper.Of(Papers.Letter);

        var page = paper.Pages[^1];
        var figure = page.GetMarkedContents().Single(c => c.Tag == "Figure");
        var black = figure.Paths.Where(p => p.IsFilled).SelectMany(p => p).Select(s => s.GetBoundingRectangle()!.Value);
        const int scale = 8;
        var (width, height) = ((int)page.Width * scale, (int)page.Height * scale);
        var light = Enumerable.Repeat((byte)255, width * height).ToArray();
        foreach (var box in black)
        {
            for (var y = (int)((page.Height - box.Top) * scale); y < (page.Height - box.Bottom) * scale; y++)
            {
                Array.Fill(light, (byte)0, y * width + (int)(box.Left * scale), (int)(box.Width * scale));
            }
        }

        var read = new BarcodeReaderGeneric { Options = new DecodingOptions { TryHarder = true } }.Decode(
            new RGBLuminanceSource(light, width, height, RGBLuminanceSource.BitmapFormat.Gray8)
        );

        Assert.That(read?.Text, Is.EqualTo(Papers.Address));
        Assert.That(read!.BarcodeFormat, Is.EqualTo(BarcodeFormat.QR_CODE));
    }

    [TestCase(PrintLook.Letter)]
    [TestCase(PrintLook.Certificate)]
    public void The_same_printout_gives_the_same_bytes(PrintLook look)
    {
        var printout = Papers.Letter with { Look = look };
        var first = Paper.Print(printout);

        var others = ParallelEnumerable.Range(0, 6).Select(_ => Paper.Print(printout)).ToList();

        Assert.That(others, Is.All.EqualTo(first));
        Assert.That(Paper.Print(printout with { At = printout.At.AddSeconds(1) }), Is.Not.EqualTo(first));
    }

    [Test]
    public void Another_culture_changes_nothing()
    {
        var first = Paper.Print(Papers.Certificate);
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        try
        {
            Assert.That(Paper.Print(Papers.Certificate), Is.EqualTo(first));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void A_certificate_lies_on_one_page_signed_and_scanned_at_its_foot()
    {
        using var paper = Paper.Of(Papers.Certificate);

        var page = paper.Pages.Single();
        Assert.That((page.Width, page.Height), Is.EqualTo((841.89, 595.28)).Within(0.1));
        Assert.That(page.Text, Does.Contain("Certificat de label").And.Contain("Médiathèque Löhna"));
        Assert.That(
            paper.Structure.Select(e => e.Tag).Where(t => t is "H1" or "H2" or "L" or "Figure"),
            Is.EqualTo(new[] { "H1", "H2", "L", "Figure" })
        );
        var title = page.Letters.First(l => l.Value == "C" && l.PointSize > 30);
        var foot = page.GetWords().Where(w => w.Text is "Marie" or "Vérifier").ToList();
        Assert.That(foot, Has.Count.EqualTo(2));
        Assert.That(foot.Select(w => w.BoundingBox.Top), Is.All.LessThan(title.BoundingBox.Bottom - 200));
    }

    [Test]
    public async Task Modules_print_in_the_name_of_the_authority()
    {
        await using var app = await App.StartAsync(new() { ["Portal:Authority"] = "Office d'essai" });

        var printed = app.Services.GetRequiredService<IPrinter>().Print(Papers.Of("Essai"));

        using var paper = Paper.Read(printed);
        Assert.That(paper.Information.Author, Is.EqualTo("Office d’essai"));
        Assert.That(paper.Text, Does.StartWith("Office d’essai"));
    }
}
