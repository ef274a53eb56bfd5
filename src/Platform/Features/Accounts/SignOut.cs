using CaseNumerique.Platform.Accounts;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Platform.Features.Accounts;

internal static class SignOut
{
    [Authorize(Policies.SignedIn)]
    public sealed class Page(UserManager<Account> accounts, SignInManager<Account> signIn) : SlicePage
    {
        public async Task<IActionResult> OnPostAsync()
        {
            // A copy of the cookie must end too (ASVS 7.4.1), and only the stamp can reach it.
            if (await accounts.GetUserAsync(User) is { } account)
            {
                await accounts.UpdateSecurityStampAsync(account);
            }

            await signIn.SignOutAsync();
            return Redirect("/");
        }
    }
}
