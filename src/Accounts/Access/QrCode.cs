using QRCoder;

namespace CaseNumerique.Accounts.Access;

internal static class QrCode
{
    /// <summary>A drawing to stand in a page, black on white in every colour scheme, since some cameras read no other.</summary>
    /// <param name="label">What it is, for those who do not see it; plain words.</param>
    public static string Svg(string text, string label)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(data);
        return drawing
            .GetGraphic(1, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute)
            .Replace("<svg ", $"<svg class=\"qr\" role=\"img\" aria-label=\"{label}\" ", StringComparison.Ordinal);
    }
}
