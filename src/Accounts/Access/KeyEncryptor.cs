using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Accounts.Access;

/// <summary>Protects a key of Data Protection: AES-GCM under a key of its own, which only the certificate's holder can unwrap.</summary>
/// <remarks>The framework's own way pads with PKCS #1 v1.5, which ASVS 11.3.1 refuses.</remarks>
internal sealed class KeyEncryptor(KeyCertificates certificates) : IXmlEncryptor
{
    internal const int NonceBytes = 12;
    internal const int TagBytes = 16;

    private const int KeyBytes = 32;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var cipher = new byte[text.Length];
        var tag = new byte[TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, text, cipher, tag);
        using var rsa = certificates.Current.GetRSAPublicKey()!;
        return new EncryptedXmlInfo(
            new XElement(
                "encryptedKey",
                new XElement("certificate", certificates.Current.Thumbprint),
                new XElement("wrapped", Convert.ToBase64String(rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256))),
                new XElement("value", Convert.ToBase64String([.. nonce, .. tag, .. cipher]))
            ),
            typeof(KeyDecryptor)
        );
    }
}

/// <summary>Named in the stored keys, and made by the framework when it reads them.</summary>
internal sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    private readonly KeyCertificates _certificates = services.GetRequiredService<KeyCertificates>();

    /// <exception cref="CryptographicException">The certificate is not at hand, or the key was tampered with.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var thumbprint = encryptedElement.Element("certificate")!.Value;
        var certificate =
            _certificates.Readable.FirstOrDefault(c => c.Thumbprint == thumbprint)
            ?? throw new CryptographicException($"No certificate {thumbprint} is named in DataProtection__Previous.");
        using var rsa = certificate.GetRSAPrivateKey()!;
        var wrapped = Convert.FromBase64String(encryptedElement.Element("wrapped")!.Value);
        var value = Convert.FromBase64String(encryptedElement.Element("value")!.Value).AsSpan();
        var text = new byte[value.Length - KeyEncryptor.NonceBytes - KeyEncryptor.TagBytes];
        using var aes = new AesGcm(rsa.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256), KeyEncryptor.TagBytes);
        aes.Decrypt(
            value[..KeyEncryptor.NonceBytes],
            value[^text.Length..],
            value.Slice(KeyEncryptor.NonceBytes, KeyEncryptor.TagBytes),
            text
        );
        return XElement.Parse(Encoding.UTF8.GetString(text));
    }
}
