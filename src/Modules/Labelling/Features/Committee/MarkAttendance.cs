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
                .MustAsync((c, _, ct) => db.CommitteeSessions.AnyAsync(s => s.Id == c.Id && s.ClosedAt == null, ct))
                .WithMessage("La séance est close : les présences ne changent plus.");
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
                ? await SendThenRedirectAsync(Form, _ => SessionUrl, "Les présences sont notées.")
                : NotFound();
        }
    }
}
