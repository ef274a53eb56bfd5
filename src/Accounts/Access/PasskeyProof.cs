using CaseNumerique.Accounts.Data;
using Microsoft.AspNetCore.Identity;

namespace CaseNumerique.Accounts.Access;

/// <summary>Reads what a passkey has signed; null for whatever is not right, whose reason is for nobody outside.</summary>
internal sealed class PasskeyProof(SignInManager<Account> signIn)
{
    /// <summary>The challenge for a new key of the account, and the keys that it has, for the browser.</summary>
    public Task<string> ChallengeNewAsync(Account account) =>
        signIn.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity
            {
                // The authenticator hands it to any site of the domain: an id tells nothing of the person.
                Id = account.Id.ToString(),
                Name = account.Email!,
                DisplayName = account.DisplayName,
            }
        );

    /// <summary>The challenge for any key of anybody.</summary>
    public Task<string> ChallengeAsync() => signIn.MakePasskeyRequestOptionsAsync(user: null);

    /// <summary>The new key, when it was made for this account.</summary>
    public async Task<UserPasskeyInfo?> AttestAsync(Account account, string credential)
    {
        try
        {
            var attested = await signIn.PerformPasskeyAttestationAsync(credential);
            return attested.Succeeded && attested.UserEntity.Id == account.Id.ToString() ? attested.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // This browser was given no challenge, or too long ago.
            return null;
        }
    }

    public async Task<(Account Account, UserPasskeyInfo Passkey)?> AssertAsync(string credential)
    {
        try
        {
            var asserted = await signIn.PerformPasskeyAssertionAsync(credential);
            return asserted is { Succeeded: true, Passkey.IsUserVerified: true }
                ? (asserted.User, asserted.Passkey)
                : null;
        }
        catch (InvalidOperationException)
        {
            // As above.
            return null;
        }
    }
}
