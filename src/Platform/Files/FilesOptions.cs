using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Files;

/// <summary>What to do with a file that no antivirus has looked at.</summary>
internal enum UnscannedPolicy
{
    /// <summary>Keep and serve it, on the strength of the other checks.</summary>
    Accept,

    /// <summary>Keep it, and serve it once the antivirus has answered.</summary>
    Quarantine,

    /// <summary>Ask the person to come back later.</summary>
    Refuse,
}

/// <summary>The section <c>Files</c>.</summary>
internal sealed class FilesOptions
{
    public const string Section = "Files";

    /// <summary>Outside the web root; in the back-ups, as the database is.</summary>
    public string Folder { get; set; } = "App_Data/files";

    public UnscannedPolicy? Unscanned { get; set; }

    public ClamAvOptions ClamAv { get; set; } = new();

    /// <summary>The largest file that may be sent piece by piece; each place has a limit of its own below it.</summary>
    public long MaxUploadBytes { get; set; } = 100_000_000;

    /// <summary>How many uploads one person may have on their way.</summary>
    public int MaxUploads { get; set; } = 20;

    /// <summary>How much they may weigh together once they have come.</summary>
    public long MaxUploadsBytes { get; set; } = 500_000_000;

    /// <summary>How long an upload may take, cuts included.</summary>
    public int UploadHours { get; set; } = 24;
}

/// <summary>The section <c>Files:ClamAv</c>.</summary>
internal sealed class ClamAvOptions
{
    /// <summary><c>tcp://127.0.0.1:3310</c> or <c>unix:/run/clamav/clamd.ctl</c>; empty without an antivirus.</summary>
    public string Endpoint { get; set; } = "";

    public int TimeoutSeconds { get; set; } = 60;
}

/// <summary>One sentence for each setting that is missing or wrong; the start stops on it.</summary>
internal sealed class FilesOptionsValidator(IHostEnvironment environment) : IValidateOptions<FilesOptions>
{
    public ValidateOptionsResult Validate(string? name, FilesOptions options)
    {
        var problem = options switch
        {
            { Folder: "" } => "Files__Folder est vide : nommez un dossier.",
            _ when IsInWebRoot(options.Folder) =>
                "Files__Folder est dans wwwroot : choisissez un dossier hors du site.",
            { Unscanned: null } =>
                "Files__Unscanned manque : indiquez Accept, Quarantine ou Refuse, pour les fichiers qu’aucun antivirus n’a vus.",
            { Unscanned: UnscannedPolicy.Quarantine, ClamAv.Endpoint: "" } =>
                "Files__ClamAv__Endpoint manque : sans antivirus, les fichiers resteraient en quarantaine.",
            { ClamAv.Endpoint: { Length: > 0 } endpoint } when ClamAv.EndPointOf(endpoint) is null =>
                "Files__ClamAv__Endpoint doit être comme tcp://127.0.0.1:3310 ou unix:/run/clamav/clamd.ctl.",
            { ClamAv.TimeoutSeconds: < 1 } => "Files__ClamAv__TimeoutSeconds doit être au moins 1.",
            { UploadHours: < 1 } => "Files__UploadHours doit être au moins 1.",
            _ => null,
        };
        return problem is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problem);
    }

    private bool IsInWebRoot(string folder) =>
        Path.GetFullPath(Path.Combine(environment.ContentRootPath, folder))
            .Split(Path.DirectorySeparatorChar)
            .Contains("wwwroot");
}
