namespace CaseNumerique.SharedKernel;

/// <summary>A kind of file that people may send. There is no other: what is not here is not taken.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Extension">What its name ends with, once it is kept.</param>
/// <param name="ContentType">How it is served, and kept.</param>
public sealed record FileKind(string Name, string Extension, string ContentType)
{
    public static readonly FileKind Pdf = new("PDF", ".pdf", "application/pdf");
    public static readonly FileKind Odt = new("ODT", ".odt", "application/vnd.oasis.opendocument.text");
    public static readonly FileKind Ods = new("ODS", ".ods", "application/vnd.oasis.opendocument.spreadsheet");
    public static readonly FileKind Odp = new("ODP", ".odp", "application/vnd.oasis.opendocument.presentation");

    public static readonly FileKind Docx = new(
        "DOCX",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    );

    public static readonly FileKind Xlsx = new(
        "XLSX",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    );

    public static readonly FileKind Pptx = new(
        "PPTX",
        ".pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    );

    public static readonly FileKind Jpeg = new("JPEG", ".jpg", "image/jpeg");
    public static readonly FileKind Png = new("PNG", ".png", "image/png");
    public static readonly FileKind WebP = new("WebP", ".webp", "image/webp");
    public static readonly FileKind Text = new("texte", ".txt", "text/plain");
    public static readonly FileKind Csv = new("CSV", ".csv", "text/csv");

    public static readonly IReadOnlyList<FileKind> Documents = [Pdf, Odt, Ods, Odp, Docx, Xlsx, Pptx];
    public static readonly IReadOnlyList<FileKind> Pictures = [Jpeg, Png, WebP];
    public static readonly IReadOnlyList<FileKind> All = [.. Documents, .. Pictures, Text, Csv];

    public bool IsPicture => Pictures.Contains(this);

    public static FileKind Of(string contentType) => All.Single(k => k.ContentType == contentType);
}
