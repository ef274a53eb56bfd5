using System.Text;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>The confirmed visit, for a calendar.</summary>
internal static class ExportVisit
{
    public sealed record Query(LabelApplication File, Epn Epn) : IRequest<string?>;

    public sealed class Handler(LabellingDbContext db, IOptions<PortalOptions> portal, TimeProvider clock)
        : IRequestHandler<Query, string?>
    {
        public async Task<string?> Handle(Query query, CancellationToken cancellationToken) =>
            await db.OpenVisitAsync(query.File.Id, cancellationToken) is { Status: VisitStatus.Confirmed } visit
                ? VisitCalendar.Of(
                    visit,
                    query.File,
                    query.Epn,
                    portal.Value.Absolute($"/gestion/labellisation/demandes/{query.File.Id}/visite"),
                    clock.UtcNow
                )
                : null;
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page : FilePage
    {
        public async Task<IActionResult> OnGetAsync(Guid id) =>
            await FindAsync(id) && await SendAsync(new Query(Application, Epn)) is { } calendar
                ? File(
                    Encoding.UTF8.GetBytes(calendar),
                    "text/calendar; charset=utf-8",
                    $"visite-{Application.Number}.ics"
                )
                : NotFound();
    }
}
