using System.Security.Cryptography;
using System.Text;
using CaseNumerique.Accounts.Data;
using Microsoft.AspNetCore.Identity;

namespace CaseNumerique.Accounts.Access;

/// <summary>Somebody whom a provider vouches for: an issuer and a subject, never an e-mail address.</summary>
/// <param name="Issuer">As the validated token names it.</param>
/// <param name="Key">
/// A digest of issuer and subject: of fixed length where a subject may have 255 characters, and the same to a database
/// that takes « A » for « a ».
/// </param>
/// <param name="Provider">What people call the provider.</param>
internal sealed record ProviderSubject(string Issuer, string Key, string Provider)
{
    /// <summary>Enough to tell two refusals apart in the journal, too little to find the subject.</summary>
    public string ShortKey => Key[..12];

    public static ProviderSubject Of(string issuer, string subject, string provider) =>
        new(
            issuer,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}"))),
            provider
        );

    public IdentityUserLogin<Guid> LoginOf(Account account) =>
        new()
        {
            LoginProvider = Issuer,
            ProviderKey = Key,
            ProviderDisplayName = Provider,
            UserId = account.Id,
        };
}

internal static class ProviderLogins
{
    public static IQueryable<IdentityUserLogin<Guid>> Of(
        this IQueryable<IdentityUserLogin<Guid>> logins,
        ProviderSubject subject
    ) => logins.Where(l => l.LoginProvider == subject.Issuer && l.ProviderKey == subject.Key);
}
