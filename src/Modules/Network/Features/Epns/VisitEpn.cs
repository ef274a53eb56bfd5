using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Epns;

internal static class VisitEpn
{
    public sealed record Query(string Slug) : IRequest<View?>;

    /// <summary>What is needed to go there. Nothing about its people, who have agreed to be known to ÉcoNum only.</summary>
    public sealed record View(
        string Name,
        string Operator,
        string InseeCode,
        string Province,
        string? Address,
        double Latitude,
        double Longitude,
        string? Phone,
        string? Email,
        string? OpeningHours,
        bool IsItinerant,
        string? Presentation,
        DateOnly UpdatedOn,
        DateOnly? ClosedOn,
        LabelStanding Standing,
        string? LabelNumber,
        DateOnly? LabelExpiresOn,
        DateOnly? ClosureFirstOn,
        DateOnly? ClosureLastOn
    )
    {
        /// <summary>The temporary closure that is announced or under way on a day, if any.</summary>
        public (DateOnly First, DateOnly Last)? ClosureOn(DateOnly today) =>
            ClosureFirstOn is { } first && ClosureLastOn is { } last && last >= today && last >= first
                ? (first, last)
                : null;

        public Commune Commune => Commune.Of(InseeCode);
        public bool IsLabelled => Standing == LabelStanding.Holder || Standing == LabelStanding.Renewing;
        public string Geo => FormattableString.Invariant($"geo:{Latitude:0.####},{Longitude:0.####}");
    }

    public sealed class Handler(NetworkDbContext db, TimeProvider clock) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            return await db
                .Epns.Where(e => e.Slug == query.Slug)
                .Select(e => new View(
                    e.Name,
                    e.Operator.Name,
                    e.InseeCode,
                    e.Province,
                    e.Address,
                    e.Latitude,
                    e.Longitude,
                    e.Phone,
                    e.Email,
                    e.OpeningHours,
                    e.IsItinerant,
                    e.Presentation,
                    e.UpdatedOn,
                    e.ClosedOn,
                    LabelStanding.Of(e.LabelStatus, e.LabelExpiresOn, today),
                    e.LabelNumber,
                    e.LabelExpiresOn,
                    e.ClosureFirstOn,
                    e.ClosureLastOn
                ))
                .SingleOrDefaultAsync(cancellationToken);
        }
    }

    [AllowAnonymous]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        public View Epn { get; private set; } = null!;

        public DateOnly Today => clock.Today;

        public async Task<IActionResult> OnGetAsync(string slug)
        {
            if (await SendAsync(new Query(slug)) is not { } epn)
            {
                return NotFound();
            }

            Epn = epn;
            Response.StatusCode = epn.ClosedOn is null ? StatusCodes.Status200OK : StatusCodes.Status410Gone;
            return Page();
        }
    }
}
