using System.Net;
using System.Text.Json;
using CaseNumerique.Contracts;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.SqlServer;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.TestKit;

/// <summary>
/// The real host on a temporary SQLite file, migrated, without example data, its jobs at rest and its clock standing still.
/// Each query it runs is translated for SQL Server as well, and refused in the test that ran it when that fails.
/// </summary>
public sealed class App : WebApplicationFactory<Program>
{
    public const string Password = "quatre mots sans lien";

    private static readonly Lazy<Task<string>> _template = new(MakeTemplateAsync);

    private readonly Dictionary<string, string?> _settings;
    private readonly Action<IServiceCollection>? _configure;
    private readonly string _environment;
    private readonly bool _isTemplate;
    private readonly int _refusalsBefore = StoreContext.Shadow.Refusals.Count;
    private bool _keepsFolder;
    private int _people;

    static App() =>
        // A host never lets go of the watcher that `asp-append-version` sets on the static files; a machine grants 128 of them,
        // and one process starts more hosts than that. Polling takes none.
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");

    private App(
        Dictionary<string, string?> settings,
        Action<IServiceCollection>? configure,
        Clock? clock = null,
        string? folder = null,
        bool isTemplate = false,
        string environment = "Development"
    )
    {
        _environment = environment;
        _settings = settings;
        _configure = configure;
        _isTemplate = isTemplate;
        Clock = clock ?? new();
        Folder = folder ?? Directory.CreateTempSubdirectory("case-numerique-").FullName;
    }

    /// <summary>Where this host keeps its database and its mails.</summary>
    public string Folder { get; }

    public string DatabaseFile => Path.Combine(Folder, "case.db");

    public string KeyFolder => Path.Combine(Folder, "keys");

    public string MailFolder => Path.Combine(Folder, "mail");

    public string FilesFolder => Path.Combine(Folder, "files");

    public Clock Clock { get; }

    /// <summary>The mails that have left, as they lie in the folder.</summary>
    public IReadOnlyList<string> MailFiles =>
        Directory.Exists(MailFolder) ? [.. Directory.GetFiles(MailFolder, "*.eml").Order()] : [];

    /// <param name="settings">Settings that differ, in configuration form (<c>Mail:Mode</c>).</param>
    /// <param name="configure">Services that differ.</param>
    /// <param name="clock">A clock that stands elsewhere than the usual one.</param>
    /// <param name="environment">« Production » to have cookies, headers and settings as they are there.</param>
    public static async Task<App> StartAsync(
        Dictionary<string, string?>? settings = null,
        Action<IServiceCollection>? configure = null,
        Clock? clock = null,
        string environment = "Development"
    )
    {
        var app = new App(settings ?? [], configure, clock, environment: environment);
        await app.CopyTemplateAsync();
        _ = app.Server;
        return app;
    }

    /// <summary>Stops this host, lets something happen to the clock, and starts another on the same files.</summary>
    public async Task<App> RestartAsync(Action<Clock>? meanwhile = null)
    {
        _keepsFolder = true;
        await DisposeAsync();
        meanwhile?.Invoke(Clock);
        var next = new App(_settings, _configure, Clock, Folder, environment: _environment);
        _ = next.Server;
        return next;
    }

    /// <summary>A second host on the same database; the first cleans up.</summary>
    public App Twin()
    {
        var twin = new App(_settings, _configure, Clock, Folder) { _keepsFolder = true };
        _ = twin.Server;
        return twin;
    }

    /// <exception cref="InvalidOperationException">SQL Server would have refused a query, and somebody caught it.</exception>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        var refusals = StoreContext.Shadow.Refusals.Skip(_refusalsBefore).Select(r => r.Message).ToArray();
        if (refusals.Length > 0)
        {
            throw new InvalidOperationException(string.Join('\n', refusals));
        }
    }

    /// <summary>The same on a port of its own, at <c>ClientOptions.BaseAddress</c>: for a real browser.</summary>
    public static async Task<App> ServeAsync(Dictionary<string, string?>? settings = null)
    {
        var app = new App(settings ?? [], configure: null);
        await app.CopyTemplateAsync();
        app.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app.StartServer();
        return app;
    }

    public async Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request);
    }

    /// <summary>Uses a service, a module's context among them, in a scope of its own.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task WithAsync<TService>(Func<TService, Task> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Delivers notifications until none is due.</summary>
    public Task<int> DispatchAsync() => Services.GetRequiredService<NotificationDispatcher>().DispatchAsync(default);

    public Task RunJobAsync(string id) =>
        WithAsync((IEnumerable<IRecurringJob> jobs) => jobs.Single(j => j.Id == id).RunAsync(default));

    /// <summary>Every notification of a type that any module has announced, oldest first.</summary>
    public IReadOnlyList<TNotification> Announced<TNotification>()
        where TNotification : INotification
    {
        using var scope = Services.CreateScope();
        return
        [
            .. scope
                .ServiceProvider.GetServices<ModuleDbContext>()
                .SelectMany(m => m.Outbox.AsNoTracking().Where(o => o.Type == typeof(TNotification).FullName).ToList())
                .OrderBy(o => o.Id)
                .Select(o => JsonSerializer.Deserialize<TNotification>(o.Payload)!),
        ];
    }

    /// <summary>The journal, oldest line first.</summary>
    /// <param name="action">Only lines of this slice or fact, like <c>Labelling.GrantLabel</c>.</param>
    public Task<IReadOnlyList<JournalLine>> JournalAsync(string? action = null) =>
        WithAsync<PlatformDbContext, IReadOnlyList<JournalLine>>(async db =>
        {
            var entries = await db
                .Journal.AsNoTracking()
                .Where(e => action == null || e.Action == action)
                .OrderBy(e => e.At)
                .ThenBy(e => e.Id)
                .ToListAsync();
            var details = await db
                .JournalDetails.AsNoTracking()
                .ToDictionaryAsync(d => (d.EntryId, d.Part), d => d.Json);
            return
            [
                .. entries.Select(e => new JournalLine(
                    e,
                    details.GetValueOrDefault((e.Id, AuditPart.From), ""),
                    details.GetValueOrDefault((e.Id, AuditPart.Changes), "")
                )),
            ];
        });

    /// <summary>A browser that nobody has signed in with.</summary>
    /// <param name="address">The IP it comes from, where that matters.</param>
    public Browser Anonymous(string? address = null)
    {
        // Browsers are never told to keep to HTTPS for « localhost ».
        var host = _environment == "Development" ? "localhost" : "case-numerique.example";
        var client = CreateClient(new() { BaseAddress = new Uri($"https://{host}") });
        if (address is not null)
        {
            client.DefaultRequestHeaders.Add(TestAddress.Header, address);
        }

        return new(client);
    }

    /// <summary>A browser of a person with this role, signed in through the sign-in page, with a second factor where the role wants one.</summary>
    /// <param name="role">One of <see cref="Roles"/>.</param>
    /// <param name="epnIds">The spaces the person is affiliated with; one that does not exist where none is given and the role comes by affiliation.</param>
    public Task<Browser> BrowserAsync(string role, params Guid[] epnIds) =>
        BrowserAsync(new Person($"{role}@test.example", role) { EpnIds = epnIds });

    /// <summary>A browser of this person, whose account is opened where it is missing.</summary>
    public async Task<Browser> BrowserAsync(Person person)
    {
        await person.EnsureAsync(this);
        // One address each: sign-ins from one address are counted.
        var browser = Anonymous($"10.0.{++_people / 250}.{_people % 250}");
        var page = await browser.SubmitAsync(
            await browser.GetAsync("/connexion"),
            "main form",
            new() { ["Form.Email"] = person.Email, ["Form.Password"] = Password }
        );
        if (page.Url.EndsWith("/connexion/code", StringComparison.Ordinal))
        {
            page = await browser.SubmitAsync(page, "main form", new() { ["Form.Code"] = await person.CodeAsync(this) });
        }

        return page.Url.EndsWith("/gestion", StringComparison.Ordinal)
            ? browser
            : throw new InvalidOperationException($"Sign-in led to {page.Url}: {page.Text}");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        Dictionary<string, string?> settings = new()
        {
            ["ConnectionStrings:Default"] = $"Data Source={DatabaseFile}",
            ["Mail:PickupFolder"] = MailFolder,
            ["Files:Folder"] = FilesFolder,
            ["Jobs:Enabled"] = "false",
            // Nobody edits settings under a test, and a machine has few watchers of files.
            ["hostBuilder:reloadConfigOnChange"] = "false",
            ["Demo:Seed"] = "false",
            ["Logging:LogLevel:Default"] = "Error",
            ["Logging:LogLevel:Microsoft"] = "Critical",
            // An answer 500 would otherwise keep its reason to itself.
            ["Logging:LogLevel:Microsoft.AspNetCore.Diagnostics"] = "Error",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "None",
            ["Logging:LogLevel:CaseNumerique"] = "Critical",
        };
        if (_environment != "Development")
        {
            settings["Mail:Mode"] = "Pickup";
            settings["Files:Unscanned"] = "Accept";
            settings["Mail:From"] = "label@econum.example";
            settings["Portal:BaseUrl"] = "https://case-numerique.example";
            settings["DataProtection:Certificate"] = Path.Combine(KeyFolder, "data-protection.pfx");
        }

        foreach (var (key, value) in settings.Concat(_settings))
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(p => new LastingLoggerFactory(p)));
            services.AddSingleton<IStartupFilter, TestAddress>();
            // The cost of a password is for attackers; one test measures it on the real setting.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 10);
            if (!_isTemplate)
            {
                services.AddSingleton<IInterceptor>(StoreContext.Shadow);
            }

            _configure?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !_isTemplate && !_keepsFolder)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
            _keepsFolder = true;
        }
    }

    private async Task CopyTemplateAsync()
    {
        var template = await _template.Value;
        File.Copy(template, DatabaseFile);
        Directory.CreateDirectory(KeyFolder);
        foreach (var key in Directory.GetFiles(Path.Combine(Path.GetDirectoryName(template)!, "keys")))
        {
            File.Copy(key, Path.Combine(KeyFolder, Path.GetFileName(key)));
        }
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var app = new App([], configure: null, isTemplate: true);
        _ = app.Server;
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection($"Data Source={app.DatabaseFile}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // The copy is of one file: what still stands in the log must be in it.
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(app.Folder, recursive: true);
        return app.DatabaseFile;
    }
}

/// <summary>A line of the journal with what it tells, in JSON; empty where that is erased or was never there.</summary>
public sealed record JournalLine(AuditEntry Entry, string From, string Changes);
