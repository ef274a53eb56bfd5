using System.Security.Cryptography;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace CaseNumerique.Accounts.Access;

/// <summary>Codes of an authenticator (RFC 6238): six digits, thirty seconds, one step of tolerance on either side, each once.</summary>
internal sealed class Totp(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int KeyBytes = 20;

    private static readonly VerificationWindow _window = new(previous: 1, future: 1);

    private readonly IDataProtector _protector = protection.CreateProtector("CaseNumerique.Totp");

    /// <summary>A new key, in base 32 as people can type it.</summary>
    public static string DrawKey() => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(KeyBytes));

    public string Protect(string key) => _protector.Protect(key);

    /// <summary>A key that is being enrolled, as the form carries it: worth nothing to another account.</summary>
    public string ProtectPending(Guid accountId, string key) => Pending(accountId).Protect(key);

    /// <summary>Null for what did not come from <see cref="ProtectPending"/>.</summary>
    public string? PendingKey(Guid accountId, string protectedKey) => Open(Pending(accountId), protectedKey);

    /// <summary>What an authenticator reads from the QR code.</summary>
    public static string UriOf(Account account, string key, string issuer) =>
        new OtpUri(OtpType.Totp, key, account.Email, issuer).ToString();

    /// <summary>The code of this moment: for the example accounts, whose key is public.</summary>
    public string CurrentCode(string key) => Reader(key).ComputeTotp(clock.UtcNow);

    /// <summary>Whether the code is the one of a key that is being enrolled.</summary>
    public bool IsRight(string key, string code) => Reader(key).VerifyTotp(clock.UtcNow, Digits(code), out _, _window);

    /// <summary>Accepts a code of the account's authenticator, and never the same again.</summary>
    public bool Accept(Account account, string code)
    {
        // A key that was lost with the certificate takes no code; a recovery code still opens the account.
        if (account.TotpKey is null || Open(_protector, account.TotpKey) is not { } key)
        {
            return false;
        }

        var isRight = Reader(key).VerifyTotp(clock.UtcNow, Digits(code), out var step, _window);
        if (!isRight || step <= account.TotpLastStep)
        {
            return false;
        }

        account.TotpLastStep = step;
        return true;
    }

    private IDataProtector Pending(Guid accountId) =>
        protection.CreateProtector("CaseNumerique.Totp.Pending", accountId.ToString());

    private static string? Open(IDataProtector protector, string protectedKey)
    {
        try
        {
            return protector.Unprotect(protectedKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static OtpNet.Totp Reader(string key) => new(Base32Encoding.ToBytes(key));

    private static string Digits(string code) => new([.. code.Where(char.IsAsciiDigit)]);
}
