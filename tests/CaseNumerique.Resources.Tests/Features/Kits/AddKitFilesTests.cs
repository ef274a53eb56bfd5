using System.Net;
using System.Text;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Resources.Tests.Features.Kits;

internal sealed class AddKitFilesTests
{
    private const string Url = "/gestion/ateliers/video-le-clonage/fichiers";

    private static readonly byte[] _pdf = "%PDF-1.7\n%%EOF\n"u8.ToArray();
    private static readonly byte[] _html = "<html></html>"u8.ToArray();

    private App _app = null!;
    private Browser _agent = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _app = await App.StartAsync();
        await _app.SendAsync(Kits.Good);
        _agent = await _app.BrowserAsync(Roles.Agent);
    }

    [TearDown]
    public Task StopAsync() => _app.DisposeAsync().AsTask();

    [TestCase(Roles.Committee)]
    [TestCase(Roles.Manager)]
    [TestCase(Roles.Facilitator)]
    public async Task Only_EcoNum_may_add_and_remove(string role)
    {
        var browser = await _app.BrowserAsync(role);

        Assert.That((await browser.GetAsync(Url)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(
            (await browser.GetAsync($"{Url}/{Guid.CreateVersion7()}/retrait")).Status,
            Is.EqualTo(HttpStatusCode.Forbidden)
        );
    }

    [Test]
    public async Task The_limits_are_said_before_one_chooses()
    {
        var page = await _agent.GetAsync(Url);

        Assert.That(
            page.Document.QuerySelector("#Form_Sent_Files-h")?.TextContent.Replace('\u00A0', ' '),
            Is.EqualTo(
                "PDF, ODT, ODS, ODP, DOCX, XLSX, PPTX, JPEG, PNG ou WebP, 20 Mo au plus par fichier, 20 fichiers en tout."
            )
        );
        Assert.That(
            page.Document.QuerySelector("input[type=file]")?.GetAttribute("accept"),
            Does.StartWith(".pdf,.odt")
        );
        Assert.That(page.Text, Does.Contain("Aucun fichier pour l’instant"));
    }

    [Test]
    public async Task Files_are_added_without_JavaScript_and_offered_to_all()
    {
        var page = await SendAsync(("Fiche.pdf", _pdf), ("Suite.pdf", _pdf));

        var read = await _app.Anonymous().GetAsync("/ateliers/video-le-clonage");
        var links = read.Document.QuerySelectorAll("section .lines a");
        Assert.Multiple(async () =>
        {
            Assert.That(page.Document.QuerySelector(".note.ok")?.TextContent, Is.EqualTo("Les fichiers sont ajoutés."));
            Assert.That(links.Select(l => l.TextContent), Is.EqualTo(["Fiche.pdf", "Suite.pdf"]));
            Assert.That(read.Text, Does.Contain("PDF, 15 octets"));
            Assert.That(
                (await _app.Anonymous().GetAsync(links[0].GetAttribute("href")!)).Body,
                Is.EqualTo(Encoding.ASCII.GetString(_pdf))
            );
        });
    }

    [Test]
    public async Task What_is_refused_is_said_beside_the_field_and_the_rest_is_kept()
    {
        var page = await SendAsync(("Fiche.pdf", _pdf), ("Page.pdf", _html));

        Assert.That(
            page.Document.QuerySelector("#Form_Sent_Files-e")?.TextContent,
            Does.StartWith("« Page.pdf »".Replace(' ', '\u00A0')).And.Contain("Exportez-le en PDF")
        );
        Assert.That(
            page.Document.QuerySelectorAll(".lines h3").Select(h => h.TextContent.Trim()),
            Is.EqualTo(["Fiche.pdf"])
        );
    }

    [Test]
    public async Task Nothing_chosen_is_said()
    {
        var page = await SendAsync();

        Assert.That(
            page.Document.QuerySelector("#Form_Sent_Files-e")?.TextContent,
            Is.EqualTo("Choisissez au moins un fichier.")
        );
    }

    [Test]
    public async Task A_kit_has_twenty_files_at_most()
    {
        await SendAsync([.. Enumerable.Range(1, 20).Select(i => ($"{i}.pdf", _pdf))]);

        var page = await SendAsync(("21.pdf", _pdf));

        Assert.That(
            page.Document.QuerySelector("#Form_Sent_Files-e")?.TextContent,
            Does.StartWith("Un atelier a 20 fichiers au plus")
        );
        Assert.That(page.Document.QuerySelectorAll(".lines li").Length, Is.EqualTo(20));
    }

    [Test]
    public async Task Too_much_at_once_is_said_in_French()
    {
        using var content = new StreamContent(new MemoryStream(new byte[101_000_001]));
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "a") } };

        using var answer = await _agent.Client.PostAsync(Url, content);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("trop lourds pour un seul envoi"));
    }

    [Test]
    public async Task What_the_script_has_sent_is_kept_by_the_form()
    {
        var upload = await UploadAsync(_agent.Client, "Été.pdf");

        var page = await _agent.SubmitAsync(await WithUploadAsync(upload), "main form", []);

        Assert.That(
            page.Document.QuerySelectorAll(".lines h3").Select(h => h.TextContent.Trim()),
            Is.EqualTo(["Été.pdf"])
        );
        Assert.That(Directory.GetFiles(Path.Combine(_app.FilesFolder, "uploads")), Is.Empty);
    }

    [Test]
    public async Task Somebody_elses_upload_is_not_kept()
    {
        var upload = await UploadAsync((await _app.BrowserAsync(Roles.Administrator)).Client, "a.pdf");

        var page = await _agent.SubmitAsync(await WithUploadAsync(upload), "main form", []);

        Assert.That(
            page.Document.QuerySelector("#Form_Sent_Files-e")?.TextContent,
            Does.StartWith("Cet envoi n’a pas abouti")
        );
        Assert.That(Directory.GetFiles(Path.Combine(_app.FilesFolder, "uploads")), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_file_is_removed_after_a_confirmation()
    {
        var page = await SendAsync(("Fiche.pdf", _pdf));
        var link = page.Document.QuerySelector(".lines h3 a")!.GetAttribute("href")!;
        var question = await _agent.GetAsync(page.Document.QuerySelector("a.danger")!.GetAttribute("href")!);

        var removed = await _agent.SubmitAsync(question, "main form", []);

        Assert.That(question.Text, Does.Contain("Fiche.pdf"));
        Assert.That(removed.Document.QuerySelector(".note.ok")?.TextContent, Is.EqualTo("Le fichier est retiré."));
        Assert.That((await _app.Anonymous().GetAsync(link)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await _agent.GetAsync(question.Url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var twice = await _agent.SubmitAsync(question, "main form", []);
        Assert.That(twice.Document.QuerySelector(".note.ok")?.TextContent, Is.EqualTo("Le fichier est retiré."));
    }

    [Test]
    public async Task An_unknown_kit_has_no_files() =>
        Assert.That(
            (await _agent.GetAsync("/gestion/ateliers/inconnu/fichiers")).Status,
            Is.EqualTo(HttpStatusCode.NotFound)
        );

    /// <summary>As a browser without JavaScript does.</summary>
    private async Task<Page> SendAsync(params (string Name, byte[] Content)[] files)
    {
        var form = await _agent.GetAsync(Url);
        var token = form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "Form.Sent.Files", name);
        }

        using var answer = await _agent.Client.PostAsync(Url, content);
        var body = await answer.Content.ReadAsStringAsync();
        return new Page(answer.StatusCode, answer.RequestMessage!.RequestUri!.ToString(), body, answer);
    }

    /// <summary>The page as the script leaves it: the upload's id in place of the file.</summary>
    private async Task<Page> WithUploadAsync(string upload)
    {
        var page = await _agent.GetAsync(Url);
        page.Document.QuerySelector("main form")!.InnerHtml +=
            $"<input type=hidden name=Form.Sent.Uploads value={upload}>";
        page.Document.QuerySelector("input[type=file]")!.Remove();
        return page;
    }

    private static async Task<string> UploadAsync(HttpClient client, string name)
    {
        using var begin = new HttpRequestMessage(HttpMethod.Post, "/fichiers/envois");
        begin.Headers.Add("Tus-Resumable", "1.0.0");
        begin.Headers.Add("Upload-Length", $"{_pdf.Length}");
        begin.Headers.Add("Upload-Metadata", $"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes(name))}");
        var url = (await client.SendAsync(begin)).Headers.Location!.ToString();

        using var send = new HttpRequestMessage(HttpMethod.Patch, url) { Content = new ByteArrayContent(_pdf) };
        send.Headers.Add("Tus-Resumable", "1.0.0");
        send.Headers.Add("Upload-Offset", "0");
        send.Content.Headers.ContentType = new("application/offset+octet-stream");
        (await client.SendAsync(send)).EnsureSuccessStatusCode();
        return url.Split('/')[^1];
    }
}
