using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Delegations;

/// <summary>For somebody who went away without naming a stand-in.</summary>
internal static class SetDelegationForAbsent
{
    [Authorize(Policies.Manage)]
    public sealed class Page(AccountsDbContext db, TimeProvider clock) : SetDelegation.FormPage(db, clock)
    {
        public string AbsentName { get; private set; } = "";

        public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? await ShowAsync(id) : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id) => await FindAsync(id) ? await SetAsync(id) : NotFound();

        private async Task<bool> FindAsync(Guid id)
        {
            Back = AccountActPage.UrlOf(id);
            AbsentName =
                await Db.Accounts.Where(a => a.Id == id).Select(a => a.DisplayName).SingleOrDefaultAsync() ?? "";
            return AbsentName.Length > 0;
        }
    }
}
