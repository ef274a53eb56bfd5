namespace CaseNumerique.SharedKernel;

/// <summary>A document for paper, in its order of reading. Spaces and apostrophes are set by the printer, as <see cref="FrenchText.Typeset"/> does.</summary>
/// <param name="Title">The one first heading; also the title that a window shows.</param>
/// <param name="At">The instant (UTC) that the document states as its making: what it tells was true then.</param>
public sealed record Printout(string Title, DateTime At, IReadOnlyList<PrintBlock> Blocks)
{
    public PrintLook Look { get; init; }

    /// <summary>« Objet : … » of a letter, the line under the title of a certificate.</summary>
    public string? Subject { get; init; }

    /// <summary>Number under which the office finds it again; repeated on each page.</summary>
    public string? Reference { get; init; }

    /// <summary>In whose name; of <see cref="PortalOptions.Authority"/> when not said.</summary>
    public string? Authority { get; init; }

    /// <summary>The day written on it; the day of <see cref="At"/> in Nouméa when not said.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Name and address of who gets a letter, a line each.</summary>
    public IReadOnlyList<string> Addressee { get; init; } = [];

    /// <summary>What proves it, at the foot of each page: « SHA-256 3f5a… ».</summary>
    public string? Seal { get; init; }
}

public enum PrintLook
{
    /// <summary>A4 upright, under a letterhead.</summary>
    Letter,

    /// <summary>A4 lying, large, centred and framed; what is signed and what is scanned stand at the foot.</summary>
    Certificate,
}
