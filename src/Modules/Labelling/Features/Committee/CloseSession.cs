using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>Closes a session: its minutes change no more, and its files can be decided.</summary>
[AuditedAs("Séance du comité close")]
internal static class CloseSession
{
    /// <summary>Answers with the id of the session.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public int Version { get; init; }
        public string? Remarks { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, TimeProvider clock)
        {
            RuleFor(c => c.Remarks)
                .MaximumLength(CommitteeSession.RemarksMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.");
            RuleFor(c => c.Version)
                .CustomAsync(
                    async (_, context, ct) =>
                    {
                        var id = context.InstanceToValidate.Id;
                        var session = await db.CommitteeSessions.AsNoTracking().SingleAsync(s => s.Id == id, ct);
                        var reason =
                            session.IsClosed ? "La séance est déjà close."
                            : session.HeldOn > clock.Today
                                ? $"La séance se tient le {FrenchText.Date(session.HeldOn)} : elle se clôt ce jour-là ou après."
                            : null;
                        if (reason is not null)
                        {
                            context.AddFailure(reason);
                        }
                    }
                );
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var session = await db.CommitteeSessions.SingleAsync(s => s.Id == command.Id, cancellationToken);
            db.Entry(session).Property(s => s.Version).OriginalValue = command.Version;
            var remarks = string.IsNullOrWhiteSpace(command.Remarks) ? null : command.Remarks.Trim();
            session.Close(remarks, user, clock.UtcNow);
            await db.SaveCommitteeAsync(nameof(Command.Version), cancellationToken);
            return session.Id;
        }
    }

    /// <summary>Sessions whose day has passed: their files can be decided once they are closed.</summary>
    public sealed class Todo(LabellingDbContext db, TimeProvider clock) : ITodoSource
    {
        public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
        {
            if (!person.IsEcoNum)
            {
                return [];
            }

            var today = NoumeaTime.ToUtc(clock.Today, TimeOnly.MinValue);
            var sessions = await db
                .CommitteeSessions.AsNoTracking()
                .Where(s => s.ClosedAt == null && s.HeldAt < today)
                .OrderBy(s => s.HeldAt)
                .ToListAsync(cancellationToken);
            return
            [
                .. sessions.Select(s => new TodoItem(
                    $"Clore la séance\u00A0: {s.Name}",
                    $"/gestion/labellisation/comites/{s.Id}/cloture",
                    "Ses dossiers se décident une fois le procès-verbal arrêté.",
                    "todo",
                    $"Depuis le {FrenchText.Date(s.HeldOn)}",
                    Urgency: 9
                )),
            ];
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

            Form = new Command { Version = Session.Version };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            Form = Form with { Id = id };
            return await FindAsync(id)
                ? await SendThenRedirectAsync(Form, _ => $"{SessionUrl}/pv", "La séance est close.", ReadAgainAsync)
                : NotFound();
        }

        private async Task ReadAgainAsync()
        {
            await FindAsync(Session.Id);
            GoOnFrom(Session.Version);
        }
    }
}
