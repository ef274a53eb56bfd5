using System.Text;
using CaseNumerique.SharedKernel;
using SkiaSharp;

namespace CaseNumerique.Host.Tests.Files;

/// <summary>A file that means harm, or that looks as if it did, and what becomes of it.</summary>
/// <param name="Outcome">The name under which it is kept, or how the refusal begins.</param>
public sealed record HostileFile(string What, string Name, byte[] Content, string Outcome)
{
    private const string Empty = "Ce fichier est vide";
    private const string Markup = "Ce fichier est une page web";
    private const string NotTaken = "Ce type de fichier n’est pas accepté";
    private const string Damaged = "Ce fichier est abîmé";
    private const string Active = "Ce PDF contient un programme";
    private const string Macros = "Ce document contient un programme";
    private const string Bomb = "Ce document prend une place anormale";
    private const string Html = "<!doctype html><html><body>" + Forge.Script;
    private const string Svg = "<svg xmlns='http://www.w3.org/2000/svg'>" + Forge.Script + "</svg>";

    /// <summary>Put together here, so that no antivirus takes this source for the test virus itself.</summary>
    public static readonly string Eicar = string.Concat(
        @"X5O!P%@AP[4\PZX54(P^)7CC)7}$",
        "EICAR-STANDARD-ANTIVIRUS",
        "-TEST-FILE!$H+H*"
    );

    public static readonly UploadRule Rule = new(MaxBytes: 1_000_000, MaxCount: 1_000, FileKind.All);

    public bool IsKept => Outcome.Contains('.') && !Outcome.Contains(' ', StringComparison.Ordinal);

    public static IEnumerable<HostileFile> All => [.. Pdfs, .. Names, .. Texts, .. Strangers, .. Zips, .. Pictures];

    private static IEnumerable<HostileFile> Pdfs =>
        [
            new("a sound PDF", "fiche.pdf", Forge.Pdf(), "fiche.pdf"),
            new("HTML, then a PDF", "fiche.pdf", [.. Forge.Ascii(Html), .. Forge.Pdf()], Markup),
            new("a PDF, then HTML inside", "fiche.pdf", Forge.Pdf(Html), "fiche.pdf"),
            new("a PDF that runs a script", "a.pdf", Forge.Pdf("/OpenAction << /S /JavaScript /JS (1) >>"), Active),
            new("the same, its name written otherwise", "a.pdf", Forge.Pdf("/S /J#61vaScr#69pt"), Active),
            new("a PDF that starts a program", "a.pdf", Forge.Pdf("/S/Launch/F(cmd.exe)"), Active),
            new("a PDF with a file inside", "a.pdf", Forge.Pdf("/Names << /EmbeddedFiles 3 0 R >>"), Active),
            new("a PDF with a film", "a.pdf", Forge.Pdf("/Subtype /RichMedia"), Active),
            new("a PDF that hides a script", "a.pdf", Forge.PdfHiding("1 0 << /S /JavaScript >>"), Active),
            new("a PDF that hides nothing", "a.pdf", Forge.PdfHiding("1 0 << /S /GoTo >>"), "a.pdf"),
            new("a PDF cut short", "a.pdf", Forge.Pdf()[..40], Damaged),
            new("a PDF of no version", "a.pdf", Forge.Ascii("%PDF-x %%EOF"), Damaged),
            new("a program, then a PDF", "a.pdf", [.. "MZ\0\0"u8, .. Forge.Pdf()], NotTaken),
        ];

    private static IEnumerable<HostileFile> Names =>
        [
            new("a program's name", "facture.exe", Forge.Pdf(), "facture.pdf"),
            new("a page's name", "x.html", Forge.Pdf(), "x.pdf"),
            new("two extensions", "rapport.pdf.exe", Forge.Pdf(), "rapport-pdf.pdf"),
            new("two the other way round", "page.php.pdf", Forge.Pdf(), "page-php.pdf"),
            new("a device of Windows", "con.pdf", Forge.Pdf(), "fichier-con.pdf"),
            new("another", "LPT1.txt.pdf", Forge.Pdf(), "LPT1-txt.pdf"),
            new("a way up", "../../etc/passwd.pdf", Forge.Pdf(), "passwd.pdf"),
            new("a way up on Windows", @"..\..\Windows\cmd.pdf", Forge.Pdf(), "cmd.pdf"),
            new("a drive", @"C:cmd.pdf", Forge.Pdf(), "C-cmd.pdf"),
            new("a stream of NTFS", "a.pdf::$DATA", Forge.Pdf(), "a-pdf--$DATA.pdf"),
            new("a NUL", "a\0.exe.pdf", Forge.Pdf(), "a-exe.pdf"),
            new("a new line", "a\r\nSet-Cookie:x.pdf", Forge.Pdf(), "aSet-Cookie-x.pdf"),
            new("a quote", "a\";filename=b.html;\".pdf", Forge.Pdf(), "a-;filename=b-html;.pdf"),
            new("letters turned round", "fiche\u202Efdp.exe", Forge.Pdf(), "fichefdp.pdf"),
            new("letters unseen", "fi\u200Bche\uFEFF.pdf", Forge.Pdf(), "fiche.pdf"),
            new("half a letter", "\uD800.pdf", Forge.Pdf(), "fichier.pdf"),
            new("no name", "", Forge.Pdf(), "fichier.pdf"),
            new("dots only", "...", Forge.Pdf(), "fichier.pdf"),
            new("a hidden file", ".htaccess", Forge.Pdf(), "htaccess.pdf"),
            new("a name without end", new string('é', 500) + ".pdf", Forge.Pdf(), new string('é', 116) + ".pdf"),
            new("an option of a command", "--output.pdf", Forge.Pdf(), "output.pdf"),
        ];

    private static IEnumerable<HostileFile> Texts =>
        [
            new("HTML as text", "a.txt", Forge.Ascii(Html), Markup),
            new("HTML as a photo", "a.jpg", Forge.Ascii(Html), Markup),
            new("HTML as a document", "a.docx", Forge.Ascii(Html), Markup),
            new("HTML after blanks", "a.txt", [0xEF, 0xBB, 0xBF, .. Forge.Ascii(" \r\n\t" + Html)], Markup),
            new("HTML in UTF-16", "a.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Html)], NotTaken),
            new("SVG", "a.svg", Forge.Ascii(Svg), Markup),
            new("SVG as PNG", "a.png", Forge.Ascii(Svg), Markup),
            new("XML", "a.xml", Forge.Ascii("<?xml version='1.0'?><html/>"), Markup),
            new("PHP as a photo", "a.jpg", Forge.Ascii("<?php system($_GET['c']);"), Markup),
            new("a comment of HTML", "a.txt", Forge.Ascii("<!-- --><html>"), Markup),
            new("a lesson about HTML", "cours.txt", Forge.Ascii("Écrivez " + Forge.Script), "cours.txt"),
            new("a script", "run.js", Forge.Ascii("alert(1)"), "run.txt"),
            new("a script of Windows", "run.bat", Forge.Ascii("del *.*"), "run.txt"),
            new("GIF and script at once", "a.gif", Forge.Ascii("GIF89a=1;alert(1)"), "a.txt"),
            new("a true GIF", "a.gif", Forge.Ascii("GIF89a\u0001\0\u0001\0\0\0\0;"), NotTaken),
            new("text with a NUL", "a.txt", Forge.Ascii("abc\0def"), NotTaken),
            new("a table of formulas", "a.csv", Forge.Ascii("=cmd|' /C calc'!A0;1"), "a.csv"),
            new("an old table", "élèves.csv", Forge.Ascii("Prénom;Âge\r\nÉlise;12"), "élèves.csv"),
            new("nothing", "a.pdf", [], Empty),
            new("blanks", "a.txt", Forge.Ascii(" \r\n \t"), Empty),
            new("too much", "a.txt", new byte[Rule.MaxBytes + 1], "Ce fichier pèse plus de 1 Mo"),
            new("a virus for tests", "a.txt", Forge.Ascii(Eicar), "L’antivirus a reconnu"),
        ];

    private static IEnumerable<HostileFile> Strangers =>
        [
            new("a program of Linux as PDF", "a.pdf", Forge.Ascii("\u007fELF\u0002\u0001\u0001\0"), NotTaken),
            new("a program of Windows as a document", "a.docx", Forge.Ascii("MZ\u0090\0\u0003\0"), NotTaken),
            new("a class of Java", "a.pdf", [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52], NotTaken),
            new("gzip", "a.pdf", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], NotTaken),
            new(
                "an old document",
                "a.doc",
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
                "Ce document est d’un ancien"
            ),
            new("an archive", "a.zip", Forge.Zip(("a.txt", "a"u8.ToArray())), NotTaken),
            new("an archive of Java", "a.docx", Forge.Zip(("META-INF/MANIFEST.MF", "a"u8.ToArray())), NotTaken),
            new("an e-book", "a.odt", Forge.Zip(("mimetype", "application/epub+zip"u8.ToArray())), NotTaken),
        ];

    private static IEnumerable<HostileFile> Zips =>
        [
            new("a sound DOCX", "lettre.docx", Forge.Docx(), "lettre.docx"),
            new("a sound ODT", "lettre.odt", Forge.Odt(), "lettre.odt"),
            new("a DOCX called PDF", "lettre.pdf", Forge.Docx(), "lettre.docx"),
            new(
                "a DOCM as DOCX",
                "a.docx",
                Forge.Office("application/vnd.ms-word.document.macroEnabled.main+xml"),
                Macros
            ),
            new("a DOCX with a project", "a.docx", Forge.Docx(("word/vbaProject.bin", [1])), Macros),
            new("its case changed", "a.docx", Forge.Docx(("word/VBAPROJECT.BIN", [1])), Macros),
            new("a DOCX with a control", "a.docx", Forge.Docx(("word/activeX/activeX1.xml", [1])), Macros),
            new("an ODT with a module", "a.odt", Forge.Odt(("Basic/Standard/Module1.xml", [1])), Macros),
            new("an ODT with a script", "a.odt", Forge.Odt(("Scripts/python/a.py", [1])), Macros),
            new("a bomb", "a.docx", Forge.Docx(("word/a.xml", new byte[50_000_000])), Bomb),
            new("a bomb that lies", "a.docx", Forge.Lying(Forge.Docx(("word/a.xml", new byte[50_000_000]))), Damaged),
            new("a crowd of entries", "a.docx", Crowd(), Bomb),
            new("a way up in it", "a.docx", Forge.Docx(("../../evil.sh", [1])), Damaged),
            new("a way up on Windows in it", "a.docx", Forge.Docx((@"..\evil.bat", [1])), Damaged),
            new("a root in it", "a.odt", Forge.Odt(("/etc/cron.d/evil", [1])), Damaged),
            new("a drive in it", "a.odt", Forge.Odt(("C:/evil.bat", [1])), Damaged),
            new("a document cut short", "a.docx", Forge.Docx()[..100], Damaged),
            new("a program, then a document", "a.docx", [.. "MZ\0\0"u8, .. Forge.Docx()], NotTaken),
        ];

    private static IEnumerable<HostileFile> Pictures =>
        [
            new("a photo that says where", "a.jpg", Forge.JpegWithPlace(), "a.jpg"),
            new("a photo that carries an archive", "a.jpg", [.. Jpeg, .. Forge.Zip((Forge.Script, [1]))], "a.jpg"),
            new("a photo with a script", "a.jpg", Forge.WithSegment(Jpeg, 0xFE, Forge.Ascii(Forge.Script)), "a.jpg"),
            new("a photo cut short", "a.jpg", Jpeg[..(Jpeg.Length * 2 / 3)], Damaged),
            new("a photo's beginning, then HTML", "a.jpg", [0xFF, 0xD8, 0xFF, .. Forge.Ascii(Html)], Damaged),
            new("a picture called HTML", "a.html", Png, "a.png"),
            new("a picture with a script", "a.png", Forge.PngWithText(Forge.Script), "a.png"),
            new("a picture cut short", "a.png", Png[..(Png.Length / 2)], Damaged),
            new("a picture's header", "a.png", Png[..33], Damaged),
            new("a picture's beginning, then HTML", "a.png", [.. Png[..8], .. Forge.Ascii(Html)], Damaged),
            new("a picture without end", "a.png", Forge.PngOf(19_999, 19_999), "Cette image compte plus de"),
            new("a picture of one line without end", "a.png", Forge.PngOf(900_000, 1), "Cette image compte plus de"),
            new("a picture of the web", "a.webp", Forge.Picture(SKEncodedImageFormat.Webp), "a.webp"),
            new("half of one", "a.webp", Forge.Picture(SKEncodedImageFormat.Webp)[..30], Damaged),
        ];

    private static byte[] Jpeg => Forge.Picture(SKEncodedImageFormat.Jpeg);

    private static byte[] Png => Forge.Picture(SKEncodedImageFormat.Png);

    public override string ToString() => What;

    private static byte[] Crowd() =>
        Forge.Docx([.. Enumerable.Range(0, 4_000).Select(i => ($"a{i}", Array.Empty<byte>()))]);
}
