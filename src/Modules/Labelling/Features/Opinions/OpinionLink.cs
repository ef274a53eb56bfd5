using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseNumerique.Labelling.Features.Opinions;

/// <summary>The personal link by which somebody without an account gives an opinion. It carries the id of the row, protected.</summary>
/// <remarks>Nothing of it is stored: the mail that bears it leaves later, from what the outbox says, and may be made anew.</remarks>
internal sealed class OpinionLink(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("CaseNumerique.ExternalOpinion");

    public string PathOf(Guid opinionId) =>
        $"/avis-exterieur/{WebEncoders.Base64UrlEncode(_protector.Protect(opinionId.ToByteArray()))}";

    /// <returns>Null for what we did not write.</returns>
    public Guid? IdOf(string token)
    {
        try
        {
            return new Guid(_protector.Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception error) when (error is FormatException or ArgumentException or CryptographicException)
        {
            return null;
        }
    }
}
