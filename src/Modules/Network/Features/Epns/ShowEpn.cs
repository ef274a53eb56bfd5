using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Affiliations;
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
        Guid Id,
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
        IReadOnlyList<Person> People,
        IReadOnlyList<Affiliation> Affiliations
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
                    e.Id,
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
                        .ToList(),
                    e.Affiliations.OrderBy(a => a.Role).ThenBy(a => a.PersonName).ThenBy(a => a.StartsOn).ToList()
                ))
                .SingleOrDefaultAsync(cancellationToken);
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page(NetworkDbContext db, ICurrentUser user, TimeProvider clock) : SlicePage
    {
        public View Epn { get; private set; } = null!;

        public DateOnly Today => clock.Today;

        public bool IsOpen => Epn.ClosedOn is null;

        /// <summary>Whether the person may change what stands here.</summary>
        public bool MayEdit => IsOpen && User.MayEdit(Epn.Id);

        /// <summary>Whether the person may let others act for the EPN.</summary>
        public bool MayLetIn { get; private set; }

        /// <summary>People to reach whom the person may let in, and who are not.</summary>
        public IEnumerable<Person> WithoutAffiliation =>
            Epn.People.Where(p =>
                p.Email is { } email
                && (User.IsEcoNum || p.Role is ContactRole.Facilitator)
                && !string.Equals(email, user.Email, StringComparison.OrdinalIgnoreCase)
                && Epn.Affiliations.All(a =>
                    a.IsOverOn(Today) || !string.Equals(a.Email, email, StringComparison.OrdinalIgnoreCase)
                )
            );

        public bool MayManage(Affiliation affiliation) =>
            MayLetIn && affiliation.Email is not null && AffiliationRights.MayManage(affiliation, User, user);

        public async Task<IActionResult> OnGetAsync(string slug)
        {
            // Another's EPN answers as one that does not exist.
            if (await SendAsync(new Query(slug)) is not { } epn || !User.MaySee(epn.Id))
            {
                return NotFound();
            }

            Epn = epn;
            MayLetIn = IsOpen && await db.MayLetInAsync(epn.Id, User, user, clock.Today);
            return Page();
        }
    }
}
