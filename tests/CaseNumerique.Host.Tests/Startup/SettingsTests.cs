using CaseNumerique.Accounts.Access;
using CaseNumerique.Platform.Delivery;
using Microsoft.Extensions.Hosting.Internal;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Startup;

internal sealed class SettingsTests
{
    private static readonly string _keys = Directory.CreateTempSubdirectory("case-numerique-").FullName;

    private static readonly Dictionary<string, string> _production = new()
    {
        ["Portal__BaseUrl"] = "https://case-numerique.example",
        ["Mail__Mode"] = "Pickup",
        ["Mail__From"] = "label@econum.example",
        ["DataProtection__Certificate"] = Path.Combine(_keys, "data-protection.pfx"),
        ["Files__Unscanned"] = "Accept",
    };

    [OneTimeSetUp]
    public void MakeCertificate() => KeyCertificates.OwnIn(_keys);

    [OneTimeTearDown]
    public void DropCertificate() => Directory.Delete(_keys, recursive: true);

    [TestCase("Database__Provider", "Oracle", "Database__Provider vaut « Oracle » : indiquez Sqlite ou SqlServer.")]
    [TestCase("ConnectionStrings__Default", " ", "ConnectionStrings__Default manque : indiquez la base de données.")]
    [TestCase("Mail__Mode", null, "Mail__Mode manque : indiquez Pickup ou Smtp.")]
    [TestCase("Mail__Mode", "Smtp", "Mail__Smtp__Host manque : nommez le serveur SMTP.")]
    [TestCase("Mail__From", "personne", "Mail__From n’est pas une adresse électronique.")]
    [TestCase(
        "Files__Unscanned",
        null,
        "Files__Unscanned manque : indiquez Accept, Quarantine ou Refuse, pour les fichiers qu’aucun antivirus n’a vus."
    )]
    [TestCase(
        "Files__Unscanned",
        "Quarantine",
        "Files__ClamAv__Endpoint manque : sans antivirus, les fichiers resteraient en quarantaine."
    )]
    [TestCase(
        "Portal__BaseUrl",
        null,
        "Portal__BaseUrl doit être l’adresse du site, comme https://case-numerique.example."
    )]
    [TestCase(
        "Demo__Seed",
        "true",
        "Demo__Seed est refusé en production : les données d’exemple s’y mêleraient aux vraies."
    )]
    [TestCase(
        "DataProtection__Certificate",
        null,
        "DataProtection__Certificate manque : indiquez le fichier .pfx qui protège les clés du site."
    )]
    [TestCase(
        "DataProtection__Certificate",
        "nulle-part.pfx",
        "DataProtection__Certificate ne s’ouvre pas avec DataProtection__Password : vérifiez le fichier et le mot de passe."
    )]
    [TestCase(
        "DataProtection__Password",
        "un autre",
        "DataProtection__Certificate ne s’ouvre pas avec DataProtection__Password : vérifiez le fichier et le mot de passe."
    )]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence(string name, string? value, string sentence)
    {
        var settings = new Dictionary<string, string>(_production);
        settings.Remove(name);
        if (value is not null)
        {
            settings[name] = value;
        }

        var host = await HostProcess.RunAsync("Production", settings);

        Assert.That(host.Error.Replace('\u00A0', ' '), Is.EqualTo(sentence));
        Assert.That(host.ExitCode, Is.EqualTo(2));
    }

    /// <summary>A relay on the machine itself, and a network that somebody vouches for.</summary>
    [TestCase("Production", "courriel.example", false, false)]
    [TestCase("Production", "10.0.0.25", false, false)]
    [TestCase("Production", "courriel.example", true, true)]
    [TestCase("Production", "localhost", false, true)]
    [TestCase("Production", "127.0.0.1", false, true)]
    [TestCase("Development", "courriel.example", false, true)]
    public void Mails_cross_no_network_in_the_open_unless_the_settings_say_so(
        string environment,
        string host,
        bool isAllowed,
        bool starts
    )
    {
        var validator = new MailOptionsValidator(new HostingEnvironment { EnvironmentName = environment });

        var result = validator.Validate(
            name: null,
            new MailOptions
            {
                Mode = MailMode.Smtp,
                From = "label@econum.example",
                Smtp = new()
                {
                    Host = host,
                    Security = SmtpSecurity.None,
                    AllowUnencrypted = isAllowed,
                },
            }
        );

        Assert.That(result.Succeeded, Is.EqualTo(starts));
        Assert.That(result.FailureMessage ?? "", starts ? Is.Empty : Does.StartWith("Mail__Smtp__Security vaut None"));
    }

    [Test]
    public async Task The_right_settings_let_it_start()
    {
        var host = await HostProcess.RunAsync("Production", _production, "migrate");

        Assert.That(host, Is.EqualTo(new HostOutput(0, "Les tables sont à jour.", "")));
    }

    [Test]
    public async Task A_command_refuses_the_same_settings_as_the_server()
    {
        var settings = new Dictionary<string, string>(_production) { ["Database__Provider"] = "Oracle" };

        var host = await HostProcess.RunAsync("Production", settings, "migrate");

        Assert.That(host.Error, Does.StartWith("Database__Provider vaut"));
        Assert.That(host.ExitCode, Is.EqualTo(2));
    }
}
