using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Epns;

internal static class ShowEpn
{
    public sealed record Query(string Slug) : IRequest<View?>;

    public sealed record View(
        string Name,
        string Slug,
        string Operator,
        OperatorKind OperatorKind,
        string? Ridet,
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
        string? ClosingReason,
        string? LabelNumber,
        LabelStanding Standing,
        DateOnly? LabelExpiresOn,
        IReadOnlyList<Person> People
    )
    {
        public Commune Commune => Commune.Of(InseeCode);
        public bool HasAddress => People.Any(p => p.Role is ContactRole.Manager && p.Email is not null);
    }

    public sealed record Person(Guid Id, ContactRole Role, string Name, string? Email, string? Phone);

    public sealed class Handler(NetworkDbContext db, TimeProvider clock) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            return await db
                .Epns.AsNoTracking()
                .Where(e => e.Slug == query.Slug)
                .Select(e => new View(
                    e.Name,
                    e.Slug,
                    e.Operator.Name,
                    e.Operator.Kind,
                    e.Operator.Ridet,
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
                    e.ClosingReason,
                    e.LabelNumber,
                    LabelStanding.Of(e.LabelStatus, e.LabelExpiresOn, today),
                    e.LabelExpiresOn,
                    e.Contacts.OrderBy(c => c.Role)
                        .ThenBy(c => c.Name)
                        .Select(c => new Person(c.Id, c.Role, c.Name, c.Email, c.Phone))
                        .ToList()
                ))
                .SingleOrDefaultAsync(cancellationToken);
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page : SlicePage
    {
        public View Epn { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(string slug)
        {
            if (await SendAsync(new Query(slug)) is not { } epn)
            {
                return NotFound();
            }

            Epn = epn;
            return Page();
        }
    }
}
