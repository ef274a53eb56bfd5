using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>Puts files with an opinion on the agenda; members with a stake in their EPN are recused at once.</summary>
[AuditedAs("Dossiers inscrits en comité")]
internal static class SetAgenda
{
    /// <summary>Answers with the id of the session.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }

        // MVC fills a list that is there.
        public List<Guid> FileIds { get; init; } = [];
    }

    public sealed record Row(Guid Id, string Number, string EpnName, string Commune, OpinionKind Opinion);

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.UtcNow;
            var session = await db.CommitteeSessions.Whole().SingleAsync(s => s.Id == command.Id, cancellationToken);
            var files = await db
                .Applications.Where(a => command.FileIds.Contains(a.Id))
                .OrderBy(a => a.OpinionAt)
                .ThenBy(a => a.Number)
                .ToListAsync(cancellationToken);
            var position = session.Items.Select(i => i.Position).DefaultIfEmpty().Max();
            foreach (var file in files)
            {
                var item = new CommitteeItem
                {
                    SessionId = session.Id,
                    ApplicationId = file.Id,
                    Position = ++position,
                    Motion = file.Opinion!.Value,
                };
                db.CommitteeItems.Add(item);
                await RecuseAsync(session, file, item, now, cancellationToken);
                if (file.Status is ApplicationStatus.OpinionGiven)
                {
                    var line = file.Make(ApplicationMove.SendToCommittee, user, now, session.Name);
                    db.ApplicationEvents.Add(line);
                    db.Announce(file.ToMoved(line), file.Id);
                }
            }

            session.Touch();
            await db.SaveCommitteeAsync(nameof(Command.FileIds), cancellationToken);
            return session.Id;
        }

        private async Task RecuseAsync(
            CommitteeSession session,
            LabelApplication file,
            CommitteeItem item,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            var stakes = await db
                .ConflictsOfInterest.AsNoTracking()
                .Where(c => c.EpnId == file.EpnId && c.EndedAt == null)
                .ToListAsync(cancellationToken);
            item.Recusals.AddRange(
                session
                    .Seats.Where(s => stakes.Any(c => c.AccountId == s.AccountId))
                    .Select(s => new Recusal
                    {
                        ItemId = item.Id,
                        SeatId = s.Id,
                        Reason = "Intérêt déclaré",
                        DeclaredAt = now,
                    })
            );
        }
    }

    /// <summary>Files with an opinion that no open session has on its agenda, and no session has answered since.</summary>
    internal static IQueryable<LabelApplication> Waiting(LabellingDbContext db) =>
        db.Applications.Where(a =>
            a.Status == ApplicationStatus.OpinionGiven
            || (
                a.Status == ApplicationStatus.InCommittee
                && !a.CommitteeItems.Any(i => i.Session.ClosedAt == null || i.RecordedAt >= a.OpinionAt)
            )
        );

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db) : SessionPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<Row> Rows { get; private set; } = [];

        public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            Form = Form with { Id = id };
            return await LoadAsync(id)
                ? await SendThenRedirectAsync(Form, _ => SessionUrl, "L’ordre du jour est complété.")
                : NotFound();
        }

        private async Task<bool> LoadAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return false;
            }

            Rows = await Waiting(db)
                .Join(db.Epns, a => a.EpnId, e => e.Id, (a, e) => new { File = a, Epn = e })
                .OrderBy(x => x.File.OpinionAt)
                .ThenBy(x => x.File.Number)
                .Select(x => new Row(x.File.Id, x.File.Number!, x.Epn.Name, x.Epn.Commune, x.File.Opinion!.Value))
                .ToListAsync(HttpContext.RequestAborted);
            return true;
        }
    }
}
