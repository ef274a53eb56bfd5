using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>The secretary notes who is there; a member who votes is there by that.</summary>
[AuditedAs("Présences notées")]
internal static class MarkAttendance
{
    /// <summary>Answers with the id of the session.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public int Version { get; init; }

        // MVC fills a list that is there.
        public List<Guid> PresentIds { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db) =>
            RuleFor(c => c.PresentIds)
                .CustomAsync(
                    async (presentIds, context, ct) =>
                    {
                        var id = context.InstanceToValidate.Id;
                        var session = await db
                            .CommitteeSessions.AsNoTracking()
                            .Whole()
                            .SingleAsync(s => s.Id == id, ct);
                        if (ReasonAgainst(session, presentIds) is { } reason)
                        {
                            context.AddFailure(reason);
                        }
                    }
                );
    }

    /// <returns>Why these people, and no others, cannot be noted as present, in French; null when they can.</returns>
    private static string? ReasonAgainst(CommitteeSession session, IReadOnlyCollection<Guid> presentIds)
    {
        var changed = session.Seats.Where(s => s.IsPresent != presentIds.Contains(s.Id));
        var voters = session.Items.SelectMany(i => i.Votes).Select(v => v.SeatId).ToHashSet();
        var gone = session
            .Seats.Where(s => s.IsPresent && voters.Contains(s.Id) && !presentIds.Contains(s.Id))
            .Select(s => s.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        return session.IsClosed ? "La séance est close\u00A0: les présences ne changent plus."
            : session.Items.Exists(i => i.RecordedAt is not null) && changed.Any()
                ? "Un résultat est déjà noté avec ces présences\u00A0: elles ne changent plus."
            : gone.Count > 0
                ? $"Qui a voté est présent, et compte dans le quorum\u00A0: cochez de nouveau {string.Join(", ", gone)}."
            : null;
    }

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var session = await db
                .CommitteeSessions.Include(s => s.Seats)
                .SingleAsync(s => s.Id == command.Id, cancellationToken);
            db.Entry(session).Property(s => s.Version).OriginalValue = command.Version;
            foreach (var seat in session.Seats)
            {
                seat.IsPresent = command.PresentIds.Contains(seat.Id);
            }

            session.Touch();
            await db.SaveCommitteeAsync(nameof(Command.PresentIds), cancellationToken);
            return session.Id;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page : SessionPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>Whether somebody has voted, or changed the session, since this page was opened.</summary>
        public bool IsOvertaken { get; private set; }

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            Form = new Command
            {
                Version = Session.Version,
                PresentIds = [.. Session.Seats.Where(s => s.IsPresent).Select(s => s.Id)],
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            Form = Form with { Id = id };
            return await FindAsync(id)
                ? await SendThenRedirectAsync(Form, _ => SessionUrl, "Les présences sont notées.", ShowOthersAsync)
                : NotFound();
        }

        private async Task ShowOthersAsync()
        {
            await FindAsync(Session.Id);
            IsOvertaken = Form.Version != Session.Version;
            GoOnFrom(Session.Version);
        }
    }
}
