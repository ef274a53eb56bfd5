using System.Globalization;
using System.Text.Json;
using CaseNumerique.Delivery.Tests.Smtp;
using CaseNumerique.SharedKernel;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests.Kills;

/// <summary>A database, a mail server that outlives the hosts, and a calendar that the test turns.</summary>
internal sealed class KillWorld : IAsyncDisposable
{
    private const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

    /// <summary>Longer than a host keeps a notification to itself, so that the next one may take it up.</summary>
    private static readonly TimeSpan _betweenRuns = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan _nineInNoumea = TimeSpan.FromHours(-2);

    private readonly string _folder = Directory.CreateTempSubdirectory("case-numerique-kills-").FullName;
    private readonly Dictionary<string, string> _settings;
    private readonly HashSet<ExpectedMail> _expected = [];
    private DateTime _now;

    public KillWorld(bool hasProbe, Dictionary<string, string>? settings = null)
    {
        Needs.File(FakeTime, "libfaketime");
        var log = Path.Combine(_folder, "mail.log");
        Sink = new SmtpSink(Path.Combine(_folder, "ledger.jsonl"), log) { StoringTime = TimeSpan.FromMilliseconds(10) };
        _settings = new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__Default"] = $"Data Source={DatabaseFile}",
            ["Mail__Mode"] = "Smtp",
            ["Mail__Smtp__Host"] = "127.0.0.1",
            ["Mail__Smtp__Port"] = Sink.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail__Smtp__Security"] = "None",
            ["Mail__Smtp__DataTimeoutSeconds"] = "20",
            ["Mail__TransmitSeconds"] = "30",
            ["Mail__ClaimSeconds"] = "60",
            ["Mail__UnknownGraceSeconds"] = "0",
            ["Mail__PostfixLog"] = hasProbe ? log : "",
            ["TZ"] = "UTC",
            ["LD_PRELOAD"] = FakeTime,
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
            // Without, waits on the unchanged clock return at once and threads spin.
            ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
            ["NO_FAKE_STAT"] = "1",
        };
        foreach (var (name, value) in settings ?? [])
        {
            _settings[name] = value;
        }
    }

    public SmtpSink Sink { get; }

    public int Kills { get; private set; }

    public string DatabaseFile => Path.Combine(_folder, "case.db");

    public void TurnTo(DateOnly day) => _now = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) + _nineInNoumea;

    public HostProcess Start(string? crashAt = null, params string[] arguments)
    {
        _now += _betweenRuns;
        var environment = _settings.Append(new("FAKETIME", $"@{_now:yyyy-MM-dd HH:mm:ss}"));
        environment = crashAt is null ? environment : environment.Append(new(CrashPoint.Variable, crashAt));
        return new HostProcess(_folder, environment, arguments is [] ? ["reminders", "run"] : arguments);
    }

    public async Task<HostRun> RunAsync(params string[] arguments)
    {
        await using var host = Start(null, arguments);
        return await host.EndAsync();
    }

    public async Task SeedAsync(int epns)
    {
        var run = await RunAsync("seed", "--epns", $"{epns}", "--seed", "1");
        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Errors);
    }

    /// <summary>Notes what the host says it is about to send.</summary>
    public async Task ExpectAsync()
    {
        var run = await RunAsync("reminders", "preview", "--json");
        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Errors);
        using var preview = JsonDocument.Parse(run.Output);
        var rows = preview.RootElement.GetProperty("rows").Deserialize<List<PreviewRow>>(JsonSerializerOptions.Web)!;
        var mails = rows.Where(r => r.Address is not null).Select(r => r.ToMail()).ToList();
        Assert.That(mails, Is.Not.Empty);
        _expected.UnionWith(mails);
    }

    /// <returns>Whether it died there; a host that had no such work left has ended by itself.</returns>
    public async Task<bool> CrashAsync(string point, params string[] arguments)
    {
        await using var host = Start(point, arguments);
        return Count(await host.EndAsync());
    }

    public async Task<bool> KillAfterAsync(TimeSpan time)
    {
        await using var host = Start();
        await Task.Delay(time);
        host.Kill();
        return Count(await host.EndAsync());
    }

    /// <summary>Starts hosts until one leaves nothing behind.</summary>
    public async Task DrainAsync()
    {
        HostRun run;
        var runs = 0;
        do
        {
            run = await RunAsync();
            Assert.That(++runs, Is.LessThan(6), $"Never drained: {run.Output}{run.Errors}");
        } while (run.ExitCode != 0);
    }

    public KillFindings Find() => KillFindings.Of(DatabaseFile, _expected, Sink.Ledger.Kept, Kills);

    public async ValueTask DisposeAsync()
    {
        await Sink.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private bool Count(HostRun run)
    {
        Assert.That(run.ExitCode, Is.AnyOf(0, 1, HostProcess.Killed), run.Output + run.Errors);
        var isKilled = run.ExitCode == HostProcess.Killed;
        Kills += isKilled ? 1 : 0;
        return isKilled;
    }

    private sealed record PreviewRow(string LabelNumber, DateOnly ExpiresOn, int DaysBefore, string? Address)
    {
        public ExpectedMail ToMail()
        {
            var milestone = DaysBefore < 0 ? $"jplus{-DaysBefore}" : $"j{DaysBefore}";
            return new($"rappel.{FrenchText.Slug(LabelNumber)}.{ExpiresOn:yyyy-MM-dd}.{milestone}", Address!);
        }
    }
}

/// <param name="Milestone">The part of the Message-ID that says which label, which end and which milestone.</param>
internal sealed record ExpectedMail(string Milestone, string To);
