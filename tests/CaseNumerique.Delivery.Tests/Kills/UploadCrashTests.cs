using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using CaseNumerique.TestKit;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests.Kills;

/// <summary>A host that dies while it keeps what somebody sends.</summary>
internal sealed class UploadCrashTests
{
    /// <summary>The bytes are in their place, and no row names them yet.</summary>
    public const string WhileKeeping = "file-content-placed";

    private const string Password = "lagon-niaouli-pirogue-cagou";
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("case-numerique-kills-").FullName;
    private readonly int _port = FreePort();

    [TearDown]
    public void CleanUp()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task What_was_being_kept_is_not_shown_and_can_be_sent_again()
    {
        var agent = new Browser(new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") });
        string url;
        await using (var dying = Serve(WhileKeeping))
        {
            url = await OpenAsync(agent);
            Assert.That(async () => await SendAsync(agent, url), Throws.InstanceOf<HttpRequestException>());
            Assert.That((await dying.EndAsync()).ExitCode, Is.EqualTo(HostProcess.Killed));
        }

        await using var next = Serve(crashAt: null);
        await WaitAsync(agent);
        // The session outlives the host.
        Assert.That((await agent.GetAsync(url)).Text, Does.Contain("Aucun fichier pour l’instant"));

        Assert.That(await SendAsync(agent, url), Is.EqualTo(HttpStatusCode.OK));

        Assert.That((await agent.GetAsync(url)).Document.QuerySelectorAll(".lines li"), Has.Length.EqualTo(1));
    }

    private HostProcess Serve(string? crashAt) =>
        new(
            _folder,
            new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_port}",
                ["ConnectionStrings__Default"] = $"Data Source={Path.Combine(_folder, "case.db")}",
                ["Mail__PickupFolder"] = Path.Combine(_folder, "mail"),
                ["Files__Folder"] = Path.Combine(_folder, "files"),
                ["Jobs__Enabled"] = "false",
                [SharedKernel.CrashPoint.Variable] = crashAt ?? "",
            }
        );

    /// <summary>Signs an agent of the example data in, with the code that the sign-in page shows, and finds the files of a kit.</summary>
    private static async Task<string> OpenAsync(Browser agent)
    {
        await WaitAsync(agent);
        var signIn = await agent.GetAsync("/connexion");
        var code = signIn.Document.QuerySelectorAll("aside code")[1].TextContent;
        var next = await agent.SubmitAsync(
            signIn,
            "main form",
            new() { ["Form.Email"] = "agent@econum.example", ["Form.Password"] = Password }
        );
        var office = await agent.SubmitAsync(next, "main form", new() { ["Form.Code"] = code });
        Assert.That(office.Url, Does.EndWith("/gestion"), office.Text);
        var kits = await agent.GetAsync("/ateliers");
        var kit = await agent.GetAsync(kits.Document.QuerySelector(".lines h3 a")!.GetAttribute("href")!);
        return kit.Document.QuerySelector("a[href$=fichiers]")!.GetAttribute("href")!;
    }

    private static async Task WaitAsync(Browser agent)
    {
        using var patience = new CancellationTokenSource(_patience);
        while (!await IsReadyAsync(agent))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), patience.Token);
        }
    }

    private static async Task<bool> IsReadyAsync(Browser agent)
    {
        try
        {
            return (await agent.GetAsync("/sante/vivant")).Status is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<HttpStatusCode> SendAsync(Browser agent, string url)
    {
        var page = await agent.GetAsync(url);
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var file = new ByteArrayContent("%PDF-1.7\n%%EOF\n"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent
        {
            { file, "Form.Sent.Files", "Fiche.pdf" },
            { new StringContent(token), "__RequestVerificationToken" },
        };
        using var answer = await agent.Client.PostAsync(new Uri(page.Url), form);
        return answer.StatusCode;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
