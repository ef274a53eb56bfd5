using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Accounts.Features.Delegations;

/// <summary>All that were ever set; the ones that last, or are to come, where asked.</summary>
internal static class ListDelegations
{
    public const string Path = "/gestion/comptes/delegations";

    public sealed record Query(bool WithPast, int Page) : IRequest<Paged<DelegationRow>>;

    public sealed class Handler(AccountsDbContext db, TimeProvider clock) : IRequestHandler<Query, Paged<DelegationRow>>
    {
        public Task<Paged<DelegationRow>> Handle(Query query, CancellationToken cancellationToken) =>
            (query.WithPast ? db.Delegations : db.Delegations.NotOver(clock.Today))
                .WithNames(db)
                .ToPageAsync(query.Page, cancellationToken);
    }

    [Authorize(Policies.Manage)]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        [FromQuery(Name = "passes")]
        public bool WithPast { get; set; }

        [FromQuery(Name = "page")]
        public int Number { get; set; } = 1;

        public DateOnly Today => clock.Today;
        public Paged<DelegationRow> List { get; private set; } = null!;

        public async Task OnGetAsync() => List = await SendAsync(new Query(WithPast, Number));
    }
}
