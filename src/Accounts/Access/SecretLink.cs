using CaseNumerique.Accounts.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Access;

/// <summary>Writes and reads what a link carries: the id of its row, protected. The row says whether it is still good.</summary>
internal sealed class SecretLink(IDataProtectionProvider protection, AccountsDbContext db, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("CaseNumerique.AccountLink");

    public string TokenOf(AccountLink link) => WebEncoders.Base64UrlEncode(_protector.Protect(link.Id.ToByteArray()));

    public string PathOf(AccountLink link) =>
        link.Purpose switch
        {
            LinkPurpose.Activation => $"/connexion/activation?jeton={TokenOf(link)}",
            LinkPurpose.PasswordReset => $"/connexion/nouveau-mot-de-passe?jeton={TokenOf(link)}",
            _ => $"/connexion/adresse?jeton={TokenOf(link)}",
        };

    /// <summary>The link and its account, tracked; null when it is not, or no longer, good, or the account is closed.</summary>
    public async Task<(AccountLink Link, Account Account)?> FindAsync(
        string? token,
        LinkPurpose[] purposes,
        CancellationToken cancellationToken
    )
    {
        if (IdOf(token) is not { } id)
        {
            return null;
        }

        var link = await db.Links.SingleOrDefaultAsync(l => l.Id == id, cancellationToken);
        if (link is null || !purposes.Contains(link.Purpose) || !link.IsGood(clock.GetUtcNow().UtcDateTime))
        {
            return null;
        }

        var account = await db.Accounts.SingleAsync(a => a.Id == link.AccountId, cancellationToken);
        // An invitation that was sent twice is spent with the first: the other must not open what is open.
        var isSpent = link.Purpose is LinkPurpose.Activation && account.ActivatedAt is not null;
        return account.DisabledAt is null && !isSpent ? (link, account) : null;
    }

    private Guid? IdOf(string? token)
    {
        try
        {
            return new Guid(_protector.Unprotect(WebEncoders.Base64UrlDecode(token ?? "")));
        }
        catch (Exception error)
            when (error is FormatException or ArgumentException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
