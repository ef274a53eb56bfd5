using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace CaseNumerique.Host.Tests.Files;

/// <summary>Makes files, good and bad, byte by byte.</summary>
internal static class Forge
{
    public const string Script = "<script>alert(1)</script>";

    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Pdf(string body = "") =>
        Ascii($"%PDF-1.7\n1 0 obj\n<< /Type /Catalog {body} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");

    public static byte[] PdfHiding(string objects)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Ascii(objects));
        }

        return
        [
            .. Ascii("%PDF-1.7\n5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\r\n"),
            .. packed.ToArray(),
            .. Ascii("\nendstream\nendobj\n%%EOF\n"),
        ];
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    public static byte[] Docx(params (string Name, byte[] Content)[] more) => Office(WordMain, more);

    public static byte[] Office(string main, params (string Name, byte[] Content)[] more) =>
        Zip([
            ("[Content_Types].xml", Ascii($"<Types><Override ContentType=\"{main}\"/></Types>")),
            ("word/document.xml", Ascii("<w:document/>")),
            .. more,
        ]);

    public static byte[] Odt(params (string Name, byte[] Content)[] more) =>
        Zip([
            ("mimetype", Ascii("application/vnd.oasis.opendocument.text")),
            ("content.xml", Ascii("<office/>")),
            .. more,
        ]);

    public static byte[] Picture(SKEncodedImageFormat format, int width = 40, int height = 20)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Teal);
        // Something to tell top from bottom and to compress.
        for (var x = 0; x < width; x++)
        {
            bitmap.SetPixel(x, x % height, new SKColor((byte)(x * 7), (byte)(x * 13), 0));
        }

        using var file = new MemoryStream();
        bitmap.Encode(file, format, 90);
        return file.ToArray();
    }

    /// <summary>A photo taken sideways, that says where.</summary>
    public static byte[] JpegWithPlace()
    {
        const string Place = "chez-moi-a-Noumea\0";
        byte[] tiff =
        [
            .. "II*\0"u8,
            .. Le32(8),
            // Three entries: description, orientation (6: turned right), GPS.
            .. Le16(3),
            .. Le16(0x010E),
            .. Le16(2),
            .. Le32(Place.Length),
            .. Le32(68),
            .. Le16(0x0112),
            .. Le16(3),
            .. Le32(1),
            .. Le32(6),
            .. Le16(0x8825),
            .. Le16(4),
            .. Le32(1),
            .. Le32(50),
            .. Le32(0),
            // One GPS entry: south.
            .. Le16(1),
            .. Le16(1),
            .. Le16(2),
            .. Le32(2),
            .. "S\0\0\0"u8,
            .. Le32(0),
            .. Ascii(Place),
        ];
        return WithSegment(Picture(SKEncodedImageFormat.Jpeg), 0xE1, [.. "Exif\0\0"u8, .. tiff]);
    }

    public static byte[] WithSegment(byte[] jpeg, byte marker, byte[] content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [.. jpeg[..2], 0xFF, marker, .. length, .. content, .. jpeg[2..]];
    }

    /// <summary>A picture that says it is that large, whose points are not there.</summary>
    public static byte[] PngOf(int width, int height) =>
        [
            0x89,
            .. "PNG\r\n\u001a\n"u8,
            .. Chunk("IHDR", [.. Be32(width), .. Be32(height), 8, 6, 0, 0, 0]),
            .. Chunk("IDAT", [0x78, 0x9C, 0, 0]),
        ];

    public static byte[] PngWithText(string text)
    {
        var png = Picture(SKEncodedImageFormat.Png);
        const int AfterHeader = 8 + 25;
        return [.. png[..AfterHeader], .. Chunk("tEXt", Ascii($"Comment\0{text}")), .. png[AfterHeader..]];
    }

    /// <summary>The same archive, which says of its last entry that it holds 10 bytes.</summary>
    public static byte[] Lying(byte[] zip)
    {
        var forged = zip.ToArray();
        var directory = forged.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(forged.AsSpan(directory + 24), 10);
        return forged;
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Ascii(type), .. content];
        return [.. Be32(content.Length), .. named, .. Be32((int)Crc(named))];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] Be32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Le32(int value) => BitConverter.GetBytes(value);

    private static byte[] Le16(int value) => BitConverter.GetBytes((ushort)value);
}
