using CaseNumerique.Accounts.Data;
using Microsoft.AspNetCore.Identity;

namespace CaseNumerique.Accounts.Access;

/// <summary>At most one hash a processor: a flood of sign-ins then slows sign-ins, and not the whole site.</summary>
internal sealed class GatedPasswordHasher(IPasswordHasher<Account> inner) : IPasswordHasher<Account>, IDisposable
{
    private readonly SemaphoreSlim _gate = new(Environment.ProcessorCount);
    private readonly Account _nobody = new();

    public string HashPassword(Account user, string password) => Gated(() => inner.HashPassword(user, password));

    public PasswordVerificationResult VerifyHashedPassword(
        Account user,
        string hashedPassword,
        string providedPassword
    ) => Gated(() => inner.VerifyHashedPassword(user, hashedPassword, providedPassword));

    /// <summary>Takes the time of a real check where there is nothing to check, so that the delay tells nothing.</summary>
    public void VerifyNobody(string providedPassword) => HashPassword(_nobody, providedPassword);

    public void Dispose() => _gate.Dispose();

    private T Gated<T>(Func<T> hash)
    {
        _gate.Wait();
        try
        {
            return hash();
        }
        finally
        {
            _gate.Release();
        }
    }
}
