using CaseNumerique.SharedKernel;
using SkiaSharp;

namespace CaseNumerique.Platform.Files;

/// <summary>
/// Draws a picture anew, upright: what is kept are its points and nothing else, neither where it was taken nor what was
/// hidden behind it.
/// </summary>
internal static class Picture
{
    /// <summary>Four bytes each in memory, twice while it is turned.</summary>
    public const int MaxPixels = 40_000_000;

    private const int MaxSide = 20_000;
    private const int Quality = 88;

    /// <summary>One at a time: the memory of one is what a small machine has.</summary>
    private static readonly SemaphoreSlim _gate = new(1);

    public static async Task RedrawAsync(string from, string to, FileKind kind, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Redraw(from, to, kind);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static void Redraw(string from, string to, FileKind kind)
    {
        using var codec = SKCodec.Create(from) ?? throw Refusal.Damaged;
        if (codec.EncodedFormat != FormatOf(kind))
        {
            throw Refusal.Damaged;
        }

        // Said in the first bytes, before any point is unpacked.
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > MaxSide || height > MaxSide || (long)width * height > MaxPixels)
        {
            throw Refusal.TooManyPixels;
        }

        using var colours = SKColorSpace.CreateSrgb();
        using var points = new SKBitmap(
            new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, colours)
        );
        if (codec.GetPixels(points.Info, points.GetPixels()) is not SKCodecResult.Success)
        {
            throw Refusal.Damaged;
        }

        using var upright = codec.EncodedOrigin is SKEncodedOrigin.TopLeft ? null : Turn(points, codec.EncodedOrigin);
        using var target = File.Create(to);
        if (!(upright ?? points).Encode(target, FormatOf(kind), Quality))
        {
            throw Refusal.Damaged;
        }
    }

    private static SKEncodedImageFormat FormatOf(FileKind kind) =>
        kind == FileKind.Jpeg ? SKEncodedImageFormat.Jpeg
        : kind == FileKind.Png ? SKEncodedImageFormat.Png
        : SKEncodedImageFormat.Webp;

    private static SKBitmap Turn(SKBitmap points, SKEncodedOrigin origin)
    {
        // From the fifth on, Exif's orientations lie on their side.
        var (w, h) = origin >= SKEncodedOrigin.LeftTop ? (points.Height, points.Width) : (points.Width, points.Height);
        var turned = new SKBitmap(points.Info.WithSize(w, h));
        using var canvas = new SKCanvas(turned);
        canvas.Concat(
            origin switch
            {
                SKEncodedOrigin.TopRight => Matrix(-1, 0, w, 0, 1, 0),
                SKEncodedOrigin.BottomRight => Matrix(-1, 0, w, 0, -1, h),
                SKEncodedOrigin.BottomLeft => Matrix(1, 0, 0, 0, -1, h),
                SKEncodedOrigin.LeftTop => Matrix(0, 1, 0, 1, 0, 0),
                SKEncodedOrigin.RightTop => Matrix(0, -1, w, 1, 0, 0),
                SKEncodedOrigin.RightBottom => Matrix(0, -1, w, -1, 0, h),
                SKEncodedOrigin.LeftBottom => Matrix(0, 1, 0, -1, 0, h),
                _ => SKMatrix.Identity,
            }
        );
        canvas.DrawBitmap(points, 0, 0, SKSamplingOptions.Default);
        return turned;
    }

    private static SKMatrix Matrix(float scaleX, float skewX, float moveX, float skewY, float scaleY, float moveY) =>
        new(scaleX, skewX, moveX, skewY, scaleY, moveY, 0, 0, 1);
}
