using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CaseNumerique.Accounts.Access;

/// <summary>What protects the keys of cookies and links where they lie in the database.</summary>
/// <param name="Current">Protects each new key.</param>
/// <param name="Readable">All that older keys may have been protected with, the current one among them.</param>
internal sealed record KeyCertificates(X509Certificate2 Current, IReadOnlyList<X509Certificate2> Readable)
{
    private const string FileName = "data-protection.pfx";
    private const int KeyBits = 3072;

    /// <exception cref="CryptographicException">A file is not there, or is none, or the password is another.</exception>
    public static KeyCertificates Load(string current, IEnumerable<string> previous, string? password)
    {
        var certificate = Load(current, password);
        return new(certificate, [certificate, .. previous.Select(p => Load(p, password))]);
    }

    /// <summary>A certificate of its own for a machine where nobody has given one, made once and readable by its owner alone.</summary>
    public static KeyCertificates OwnIn(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            Make(folder, file);
        }

        return Load(file, [], password: null);
    }

    private static X509Certificate2 Load(string file, string? password) =>
        X509CertificateLoader.LoadPkcs12FromFile(file, password, X509KeyStorageFlags.EphemeralKeySet);

    private static void Make(string folder, string file)
    {
        Directory.CreateDirectory(folder);
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest(
            "CN=case-numerique",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        var from = DateTimeOffset.UnixEpoch;
        using var certificate = request.CreateSelfSigned(from, from.AddYears(200));
        var draft = Path.Combine(folder, Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(certificate.Export(X509ContentType.Pfx));
        }

        try
        {
            File.Move(draft, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process was first: its certificate serves both.
            File.Delete(draft);
        }
    }
}
