using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Passkeys;

/// <summary>The passkeys that open one's own account.</summary>
internal static class ListPasskeys
{
    public const string Path = "/mon-compte/cles-d-acces";

    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Id">The credential's, as it stands in an address.</param>
    /// <param name="IsSynced">Whether the key lives on several machines of the person.</param>
    public sealed record Row(string Id, string Name, DateTime AddedAt, bool IsSynced);

    public sealed class Handler(AccountsDbContext db, ICurrentUser user) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var keys = await db.Passkeys.AsNoTracking().Where(p => p.UserId == user.Id).ToListAsync(cancellationToken);
            // The date stands within a document, and one person has a handful.
            return
            [
                .. keys.OrderBy(p => p.Data.CreatedAt)
                    .Select(p => new Row(
                        WebEncoders.Base64UrlEncode(p.CredentialId),
                        p.Data.Name ?? "",
                        p.Data.CreatedAt.UtcDateTime,
                        p.Data.IsBackedUp
                    )),
            ];
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page : SlicePage
    {
        public IReadOnlyList<Row> Rows { get; private set; } = [];

        public async Task OnGetAsync() => Rows = await SendAsync(new Query());
    }
}
