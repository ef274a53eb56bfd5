using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Accounts.Features.Delegations;

/// <summary>Who stands in for the person, and for whom the person stands in.</summary>
internal static class ListOwnDelegations
{
    public const string Path = "/mon-compte/delegations";

    public sealed record Query(Guid AccountId, int Page) : IRequest<Paged<DelegationRow>>;

    public sealed class Handler(AccountsDbContext db) : IRequestHandler<Query, Paged<DelegationRow>>
    {
        public Task<Paged<DelegationRow>> Handle(Query query, CancellationToken cancellationToken) =>
            db
                .Delegations.Where(d => d.FromId == query.AccountId || d.ToId == query.AccountId)
                .WithNames(db)
                .ToPageAsync(query.Page, cancellationToken);
    }

    [Authorize(Policies.Own)]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        [FromQuery(Name = "page")]
        public int Number { get; set; } = 1;

        public DateOnly Today => clock.Today;
        public Paged<DelegationRow> List { get; private set; } = null!;

        public async Task OnGetAsync() => List = await SendAsync(new Query(User.AccountId!.Value, Number));
    }
}
