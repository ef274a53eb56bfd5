using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Accounts.Features.Accounts;

internal static class SignOut
{
    [Authorize(Policies.Own)]
    public sealed class Page(Sessions sessions, IAuditJournal journal) : SlicePage
    {
        public async Task<IActionResult> OnPostAsync()
        {
            await sessions.EndAsync(User.SessionId, HttpContext.RequestAborted);
            await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            await journal.RecordAsync(
                new AuditFact("account.signed-out", "Déconnexion", $"Compte {User.AccountId}"),
                HttpContext.RequestAborted
            );
            // Also what the browser kept of the pages behind (ASVS 14.3.1).
            Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
            return Redirect("/");
        }
    }
}
