using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Files;

/// <summary>Decides by its content what a file is. Its name and what the browser says of it count for nothing.</summary>
/// <remarks>Each kind must begin at the first byte, so that nothing else can stand before it (docs/adr/0011).</remarks>
internal static class FileCheck
{
    /// <summary>What Microsoft's formats began with until 2007, and those with a password until today.</summary>
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>Null for what is none of ours.</returns>
    /// <exception cref="FileRefusedException">It is one of ours, and not as it should be.</exception>
    public static FileKind? Decide(string path, string name)
    {
        Span<byte> buffer = stackalloc byte[16];
        using var content = File.OpenRead(path);
        ReadOnlySpan<byte> head = buffer[..content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        content.Position = 0;
        return head switch
        {
            [] => throw Refusal.Empty,
            _ when head.StartsWith("%PDF-"u8) => PdfDocument.Check(File.ReadAllBytes(path)),
            _ when head.StartsWith("PK\u0003\u0004"u8) => ZipDocument.Decide(content),
            [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
            _ when head.StartsWith(PngSignature) => FileKind.Png,
            _ when head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) => FileKind.WebP,
            _ when head.StartsWith(CompoundFile) => throw Refusal.OldOffice,
            _ => PlainText.Decide(File.ReadAllBytes(path), name),
        };
    }
}
