using CaseNumerique.Accounts.Data;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Identity;

namespace CaseNumerique.Accounts.Access;

internal static class IdentityRefusal
{
    /// <summary>Turns what Identity refuses into a broken rule of the form.</summary>
    /// <param name="result">Identity's answer.</param>
    /// <param name="field">The field to correct, when a password is not at fault.</param>
    public static void ThrowIfRefused(this IdentityResult result, string field)
    {
        if (!result.Succeeded)
        {
            // An address is refused twice, as user name and as e-mail; once is enough to read.
            throw new ValidationException(
                result
                    .Errors.DistinctBy(e => e.Description)
                    .Select(e => new ValidationFailure(
                        e.Code.StartsWith("Password", StringComparison.Ordinal) ? "Password" : field,
                        e.Description
                    ))
            );
        }
    }
}
