using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>Where the link of a reminder leads: what to prepare, by when, and whom to call.</summary>
internal static class PrepareRenewal
{
    public sealed record Query(string Number) : IRequest<View?>;

    public sealed record View(
        Guid EpnId,
        string Number,
        string EpnName,
        string Commune,
        DateOnly ExpiresOn,
        LabelStatus Status
    );

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, View?>
    {
        public Task<View?> Handle(Query query, CancellationToken cancellationToken) =>
            db
                .Labels.AsNoTracking()
                .Where(l => l.Number == query.Number)
                .Join(
                    db.Epns,
                    l => l.EpnId,
                    e => e.Id,
                    (l, e) => new View(l.EpnId, l.Number, e.Name, e.Commune, l.ExpiresOn, l.Status)
                )
                .SingleOrDefaultAsync(cancellationToken);
    }

    [Authorize(Policies.Renew)]
    public sealed class Page(IOptions<PortalOptions> portal, TimeProvider clock) : SlicePage
    {
        public View Shown { get; private set; } = null!;

        public PortalOptions Portal => portal.Value;

        public int DaysLeft => Shown.ExpiresOn.DayNumber - clock.Today.DayNumber;

        public async Task<IActionResult> OnGetAsync(string numero)
        {
            if (await SendAsync(new Query(numero)) is not { } view || !User.MaySee(view.EpnId))
            {
                return NotFound();
            }

            Shown = view;
            return Page();
        }
    }
}
