using System.Security.Cryptography;
using CaseNumerique.Accounts.Access;
using CaseNumerique.SharedKernel;
using Microsoft.Data.Sqlite;

namespace CaseNumerique.Host.Startup;

/// <summary>Reads the settings that decide how the host is put together, and gives development its defaults.</summary>
internal static class Settings
{
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Defaults that stand below every other source of configuration.</summary>
    public static Dictionary<string, string?> Defaults(IHostEnvironment environment)
    {
        Dictionary<string, string?> defaults = new()
        {
            ["Database:Provider"] = nameof(DatabaseProvider.Sqlite),
            ["ConnectionStrings:Default"] = "Data Source=App_Data/case-numerique.db",
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft"] = "Warning",
            ["Logging:LogLevel:Hangfire"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        };
        if (environment.IsDevelopment())
        {
            defaults["Mail:Mode"] = "Pickup";
            defaults["Mail:From"] = "Case numérique <label@econum.example>";
            defaults["Files:Unscanned"] = "Accept";
            defaults["Portal:BaseUrl"] = DefaultUrl;
            defaults["Portal:Phone"] = "+687200000";
            defaults["Demo:Seed"] = "true";
        }

        return defaults;
    }

    /// <exception cref="SettingException">The provider or the connection string is not usable.</exception>
    public static Database ReadDatabase(IConfiguration configuration, IHostEnvironment environment)
    {
        var name = configuration["Database:Provider"];
        if (!Enum.TryParse<DatabaseProvider>(name, out var provider) || !Enum.IsDefined(provider))
        {
            throw new SettingException($"Database__Provider vaut « {name} » : indiquez Sqlite ou SqlServer.");
        }

        var connection = configuration.GetConnectionString("Default");
        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new SettingException("ConnectionStrings__Default manque : indiquez la base de données.");
        }

        var batch = configuration["Database:SqlServer:MaxBatchSize"];
        if (batch is not null && (!int.TryParse(batch, out var size) || size < 1))
        {
            throw new SettingException("Database__SqlServer__MaxBatchSize doit être un nombre entier, au moins 1.");
        }

        return provider is DatabaseProvider.SqlServer
            ? new Database(provider, connection, batch is null ? null : int.Parse(batch, null))
            : new Database(provider, FromContentRoot(connection, environment));
    }

    /// <exception cref="SettingException">Production has no certificate, or one cannot be read.</exception>
    public static KeyCertificates ReadKeyCertificates(IConfiguration configuration, IHostEnvironment environment)
    {
        var file = configuration["DataProtection:Certificate"];
        if (string.IsNullOrWhiteSpace(file))
        {
            return environment.IsProduction()
                ? throw new SettingException(
                    "DataProtection__Certificate manque : indiquez le fichier .pfx qui protège les clés du site."
                )
                : KeyCertificates.OwnIn(KeyFolder(ReadDatabase(configuration, environment), environment));
        }

        var previous = (configuration["DataProtection:Previous"] ?? "").Split(
            ',',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        try
        {
            return KeyCertificates.Load(file, previous, configuration["DataProtection:Password"]);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SettingException(
                "DataProtection__Certificate ne s’ouvre pas avec DataProtection__Password : vérifiez le fichier et le mot de passe."
            );
        }
    }

    /// <exception cref="SettingException">The portal's address is missing or is not an address.</exception>
    public static void Check(PortalOptions portal)
    {
        if (!Uri.TryCreate(portal.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new SettingException(
                "Portal__BaseUrl doit être l’adresse du site, comme https://case-numerique.example."
            );
        }
    }

    /// <exception cref="SettingException">Example data is asked for where real data lives.</exception>
    public static bool WantsExampleData(IConfiguration configuration, IHostEnvironment environment)
    {
        var wanted = configuration.GetValue<bool>("Demo:Seed");
        return wanted && environment.IsProduction()
            ? throw new SettingException(
                "Demo__Seed est refusé en production : les données d’exemple s’y mêleraient aux vraies."
            )
            : wanted;
    }

    // Beside the database, so that one goes with the other.
    private static string KeyFolder(Database database, IHostEnvironment environment) =>
        Path.Combine(
            database.Provider is DatabaseProvider.Sqlite
                ? Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!
                : Path.Combine(environment.ContentRootPath, "App_Data"),
            "keys"
        );

    private static string FromContentRoot(string connection, IHostEnvironment environment)
    {
        try
        {
            var parts = new SqliteConnectionStringBuilder(connection);
            parts.DataSource = Path.Combine(environment.ContentRootPath, parts.DataSource);
            return parts.ToString();
        }
        catch (ArgumentException error)
        {
            throw new SettingException($"ConnectionStrings__Default ne se lit pas : {error.Message}");
        }
    }
}
