using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CaseNumerique.Platform.Data;
using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>A server that others wrote: Debian's aiosmtpd, which lays each mail into a folder.</summary>
internal sealed class ForeignServerTests
{
    private const string Python = "/usr/bin/python3";

    [Test]
    public async Task A_server_of_other_people_receives_the_same_bytes()
    {
        Needs.File("/usr/lib/python3/dist-packages/aiosmtpd/__init__.py", "python3-aiosmtpd");
        var folder = Directory.CreateTempSubdirectory("aiosmtpd-").FullName;
        var mailbox = Path.Combine(folder, "mailbox");
        var port = FreePort();
        var start = new ProcessStartInfo(
            Python,
            ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Mailbox", mailbox]
        );
        using var server = Process.Start(start)!;
        try
        {
            await AnsweringAsync(port);
            await using var rig = await MailRig.StartAsync(new() { ["Mail:Smtp:Port"] = $"{port}" });
            var first = await rig.QueueAsync("premier", name: "Léa « du Caillou »", subject: "Échéance œ");
            var second = await rig.QueueAsync("second");

            await rig.DeliverAsync();

            foreach (var id in new[] { first, second })
            {
                var mail = await rig.FindAsync(id);
                Assert.That(mail.State, Is.EqualTo(MailState.Sent), mail.Words);
                Assert.That(await ReceivedAsync(mailbox, mail.MessageId), Is.EqualTo(InMaildir(mail.Mime)));
            }
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> ReceivedAsync(string mailbox, string messageId)
    {
        var texts = await Task.WhenAll(
            Directory.GetFiles(Path.Combine(mailbox, "new")).Select(f => File.ReadAllTextAsync(f))
        );
        var text = texts.Single(t => t.Contains(messageId, StringComparison.Ordinal));
        // The server adds what it knows of the session; all else must be as it was sent.
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.Where(l => !l.StartsWith("X-", StringComparison.Ordinal)));
    }

    // A folder of mails ends its lines as its system does.
    private static string InMaildir(byte[] mime) => System.Text.Encoding.ASCII.GetString(mime).ReplaceLineEndings("\n");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AnsweringAsync(int port)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (i < 100)
            {
                await Task.Delay(100);
            }
        }
    }
}
