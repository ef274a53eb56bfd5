namespace CaseNumerique.Platform.Files;

/// <summary>Looks into a file for programs that do harm.</summary>
internal interface IVirusScanner
{
    Task<ScanResult> ScanAsync(string path, CancellationToken cancellationToken);
}

internal enum ScanVerdict
{
    Clean,
    Infected,

    /// <summary>There is no antivirus, it does not answer, or it could not look at this file.</summary>
    NotScanned,
}

/// <param name="Words">The name of the threat, or why the file was not scanned; for the log.</param>
internal sealed record ScanResult(ScanVerdict Verdict, string? Words = null);
