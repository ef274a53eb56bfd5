namespace CaseNumerique.SharedKernel;

/// <summary>What may be sent in one place.</summary>
/// <param name="MaxBytes">Of one file.</param>
/// <param name="MaxCount">How many the subject may have.</param>
public sealed record UploadRule(long MaxBytes, int MaxCount, params IReadOnlyList<FileKind> Kinds)
{
    /// <summary>« PDF, ODP ou JPEG ».</summary>
    public string KindsInWords =>
        Kinds.Count > 1
            ? $"{string.Join(", ", Kinds.SkipLast(1).Select(k => k.Name))} ou {Kinds[^1].Name}"
            : Kinds[0].Name;

    /// <summary>To be read before one chooses.</summary>
    public string InWords =>
        $"{KindsInWords}, {FrenchText.Size(MaxBytes)} au plus par fichier, {MaxCount} fichiers en tout.";

    /// <summary>What a browser's file dialog proposes; the server looks at the content.</summary>
    public string Accept => string.Join(',', Kinds.Select(k => k.Extension));
}
