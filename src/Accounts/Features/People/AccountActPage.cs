using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.People;

/// <summary>A page that asks before it acts on one account, and goes back to it.</summary>
internal abstract class AccountActPage(AccountsDbContext db) : SlicePage
{
    protected AccountsDbContext Db => db;

    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public Account Account { get; private set; } = null!;

    public string Back => UrlOf(Id);

    public static string UrlOf(Guid id) => $"/gestion/comptes/{id}";

    public virtual async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    protected async Task<bool> FindAsync()
    {
        Account = (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, HttpContext.RequestAborted))!;
        return Account is not null;
    }

    protected async Task<IActionResult> ActAsync<TResponse>(MediatR.IRequest<TResponse> command, string notice) =>
        await FindAsync() ? await SendThenRedirectAsync(command, _ => Back, notice) : NotFound();
}
