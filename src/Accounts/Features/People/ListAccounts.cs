using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.People;

internal static class ListAccounts
{
    /// <param name="HasSecondFactor">Null for both.</param>
    public sealed record Query(string? Search, string? State, string? Role, bool? HasSecondFactor, int Page)
        : IRequest<Paged<Row>>;

    public sealed record Row(
        Guid Id,
        string Name,
        string Email,
        bool IsActivated,
        bool IsClosed,
        bool HasSecondFactor,
        DateTime? LastSignedInAt,
        IEnumerable<string> GivenRoles,
        IEnumerable<string> EpnRoles
    )
    {
        public string State =>
            IsClosed ? "ferme"
            : IsActivated ? "ouvert"
            : "invite";

        public IEnumerable<string> Roles => GivenRoles.Union(EpnRoles);
    }

    public sealed class Handler(AccountsDbContext db, TimeProvider clock) : IRequestHandler<Query, Paged<Row>>
    {
        public Task<Paged<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var affiliations = db.Affiliations.Current(clock.Today);
            return WithRole(InState(db.Accounts.AsNoTracking(), query.State), affiliations, query.Role)
                .Where(a => query.HasSecondFactor == null || (a.TotpSince != null) == query.HasSecondFactor)
                .Matching(query.Search)
                .OrderBy(a => a.SearchText)
                .ThenBy(a => a.Id)
                .Select(a => new Row(
                    a.Id,
                    a.DisplayName,
                    a.Email!,
                    a.ActivatedAt != null,
                    a.DisabledAt != null,
                    a.TotpSince != null,
                    a.LastSignedInAt,
                    db.AccountRoles.Where(h => h.UserId == a.Id)
                        .Join(db.Roles, h => h.RoleId, r => r.Id, (h, r) => r.Name!)
                        .ToList(),
                    affiliations.Where(f => f.AccountId == a.Id).Select(f => f.Role).ToList()
                ))
                .ToPageAsync(query.Page, cancellationToken);
        }

        private IQueryable<Account> InState(IQueryable<Account> accounts, string? state) =>
            state switch
            {
                "invite" => accounts.Where(a => a.ActivatedAt == null && a.DisabledAt == null),
                "ouvert" => accounts.Open(),
                "ferme" => accounts.Where(a => a.DisabledAt != null),
                AccountWords.Forgotten => accounts.WithForgottenInvitation(db, clock.UtcNow),
                _ => accounts,
            };

        private IQueryable<Account> WithRole(
            IQueryable<Account> accounts,
            IQueryable<Affiliation> affiliations,
            string? role
        )
        {
            if (string.IsNullOrEmpty(role))
            {
                return accounts;
            }

            var given = db.HoldersOf([role]);
            return accounts.Where(a =>
                given.Contains(a.Id) || affiliations.Any(f => f.AccountId == a.Id && f.Role == role)
            );
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page : SlicePage
    {
        [FromQuery(Name = "q")]
        public string? Search { get; set; }

        [FromQuery(Name = "etat")]
        public string? State { get; set; }

        [FromQuery(Name = "role")]
        public string? Role { get; set; }

        [FromQuery(Name = "facteur")]
        public string? SecondFactor { get; set; }

        [FromQuery(Name = "page")]
        public int Number { get; set; } = 1;

        public bool IsFiltered => new[] { Search, State, Role, SecondFactor }.Any(f => !string.IsNullOrEmpty(f));
        public Paged<Row> List { get; private set; } = null!;

        public async Task OnGetAsync() =>
            List = await SendAsync(
                new Query(
                    Search,
                    State,
                    Role,
                    SecondFactor switch
                    {
                        "avec" => true,
                        "sans" => false,
                        _ => null,
                    },
                    Number
                )
            );
    }
}
