using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Providers;

/// <summary>The providers that open one's own account.</summary>
internal static class ListProviders
{
    public const string Path = "/mon-compte/fournisseurs";

    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <summary>A provider's subject that is attached.</summary>
    public sealed record Row(string Key, string Provider, string Issuer);

    public sealed class Handler(AccountsDbContext db, ICurrentUser user) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken) =>
            await db
                .Logins.AsNoTracking()
                .Where(l => l.UserId == user.Id)
                .OrderBy(l => l.ProviderDisplayName)
                .Select(l => new Row(l.ProviderKey, l.ProviderDisplayName!, l.LoginProvider))
                .ToListAsync(cancellationToken);
    }

    [Authorize(Policies.Own)]
    public sealed class Page(OidcProviders providers) : SlicePage
    {
        public IReadOnlyList<Row> Rows { get; private set; } = [];

        public async Task<IActionResult> OnGetAsync()
        {
            Rows = await SendAsync(new Query());
            // Where none was ever set up, there is nothing to manage.
            return Rows.Count == 0 && providers.All.Count == 0 ? NotFound() : Page();
        }
    }
}
