using System.Text;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Visits;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Steering;

/// <summary>The confirmed visits and the sessions of the committee to come, for an agent's calendar.</summary>
internal static class ExportCalendar
{
    public sealed record Query : IRequest<string>;

    public sealed class Handler(LabellingDbContext db, IOptions<PortalOptions> portal, TimeProvider clock)
        : IRequestHandler<Query, string>
    {
        public async Task<string> Handle(Query query, CancellationToken cancellationToken)
        {
            // From the beginning of the day: what is under way is not gone.
            var from = NoumeaTime.ToUtc(clock.Today, TimeOnly.MinValue);
            var visits = await db
                .Visits.AsNoTracking()
                .Where(v => v.Status == VisitStatus.Confirmed && v.StartsAt >= from)
                .Join(db.Applications, v => v.ApplicationId, a => a.Id, (v, a) => new { Visit = v, File = a })
                .Join(
                    db.Epns,
                    x => x.File.EpnId,
                    e => e.Id,
                    (x, e) =>
                        new
                        {
                            x.Visit,
                            x.File,
                            Epn = e,
                        }
                )
                .OrderBy(x => x.Visit.StartsAt)
                .ToListAsync(cancellationToken);
            var sessions = await db
                .CommitteeSessions.AsNoTracking()
                .Where(s => s.ClosedAt == null && s.HeldAt >= from)
                .OrderBy(s => s.HeldAt)
                .ToListAsync(cancellationToken);
            var events = visits
                .Select(x => VisitCalendar.EventOf(x.Visit, x.File, x.Epn, Url($"demandes/{x.File.Id}/visite")))
                .Concat(sessions.Select(EventOf));
            return CalendarFile.Write(events, clock.UtcNow);
        }

        private string Url(string path) => portal.Value.Absolute($"/gestion/labellisation/{path}");

        private CalendarEvent EventOf(CommitteeSession session) =>
            new(
                session.Id,
                session.Version,
                session.HeldAt,
                // Nobody says beforehand how long a committee sits.
                Minutes: null,
                "Comité de labellisation Case numérique",
                session.Place ?? "À distance",
                session.RemoteLink is { } link ? $"À distance : {link}" : "",
                Url($"comites/{session.Id}")
            );
    }

    [Authorize(Policies.Read)]
    public sealed class Page : SlicePage
    {
        public async Task<IActionResult> OnGetAsync()
        {
            var calendar = await SendAsync(new Query());
            return File(
                Encoding.UTF8.GetBytes(calendar),
                "text/calendar; charset=utf-8",
                "calendrier-case-numerique.ics"
            );
        }
    }
}
