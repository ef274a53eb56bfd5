using CaseNumerique.Accounts.Access;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Accounts.Features.SeeAs;

internal static class EndSeeAs
{
    public const string Path = "/gestion/vue/fin";

    [Authorize(Policies.Own)]
    public sealed class Page(SeeAsSessions views) : SlicePage
    {
        public async Task<IActionResult> OnPostAsync()
        {
            await views.EndAsync(
                User.SessionId!.Value,
                User.AccountId!.Value,
                "Par la personne",
                HttpContext.RequestAborted
            );
            return Redirect(AfterSignIn.Start);
        }
    }
}
