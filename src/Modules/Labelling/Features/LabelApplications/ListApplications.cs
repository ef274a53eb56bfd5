using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>The files: all that were filed for the people of ÉcoNum, their own for those of an EPN.</summary>
internal static class ListApplications
{
    public sealed record Filter
    {
        /// <summary>Part of a number, of an EPN's name or of a commune.</summary>
        public string? Q { get; init; }

        public ApplicationStatus? Etat { get; init; }

        /// <summary>Only those that this person assesses.</summary>
        public bool Miens { get; init; }

        // Razor Pages keep the route value « page » for themselves.
        [FromQuery(Name = "page")]
        public int Page { get; init; } = 1;
    }

    public sealed record Query(Filter Filter, ClaimsPrincipal Person) : IRequest<Paged<Row>>;

    /// <param name="DueOn">The next day that counts: for the EPN to complete, or for the opinion.</param>
    public sealed record Row(
        Guid Id,
        string? Number,
        string EpnName,
        string Commune,
        ApplicationKind Kind,
        ApplicationStatus Status,
        string? AssessorName,
        DateOnly? DueOn
    );

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, Paged<Row>>
    {
        public Task<Paged<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var filter = query.Filter;
            var words = FrenchText.Fold(filter.Q);
            var number = (filter.Q ?? "").Trim().ToUpperInvariant();
            var own = filter.Miens ? query.Person.AccountId : null;
            return db
                .Applications.AsNoTracking()
                .VisibleTo(query.Person, db)
                .Join(db.Epns, a => a.EpnId, e => e.Id, (a, e) => new { File = a, Epn = e })
                .Where(x => words == "" || x.Epn.SearchText.Contains(words) || x.File.Number == number)
                .Where(x => filter.Etat == null || x.File.Status == filter.Etat)
                .Where(x => own == null || x.File.AssessorId == own)
                .Select(x => new
                {
                    x.File,
                    x.Epn,
                    DueOn = x.File.Status == ApplicationStatus.ToComplete ? x.File.CompletionDueOn
                    : x.File.Status == ApplicationStatus.UnderAssessment ? x.File.OpinionDueOn
                    : null,
                })
                // What is open comes first, what is due soonest before the rest.
                .OrderBy(x => x.File.Status >= ApplicationStatus.Granted)
                .ThenBy(x => x.DueOn == null)
                .ThenBy(x => x.DueOn)
                .ThenByDescending(x => x.File.SubmittedAt)
                .ThenBy(x => x.File.Id)
                .Select(x => new Row(
                    x.File.Id,
                    x.File.Number,
                    x.Epn.Name,
                    x.Epn.Commune,
                    x.File.Kind,
                    x.File.Status,
                    x.File.AssessorName,
                    x.DueOn
                ))
                .ToPageAsync(filter.Page, cancellationToken);
        }
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        [BindProperty(SupportsGet = true, Name = "")]
        public Filter Wanted { get; set; } = new();

        public Paged<Row> List { get; private set; } = null!;

        public DateOnly Today => clock.Today;

        public bool IsFiltered => Wanted.Etat is not null || Wanted.Miens || !string.IsNullOrWhiteSpace(Wanted.Q);

        public async Task OnGetAsync() => List = await SendAsync(new Query(Wanted, User));
    }
}
