using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>Invites the members to a session, with its agenda (E11).</summary>
[AuditedAs("Comité convoqué")]
internal static class ConveneSession
{
    /// <summary>Answers with the id of the session.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.Id)
                .MustAsync((id, ct) => db.CommitteeSessions.AnyAsync(s => s.Id == id && s.ClosedAt == null, ct))
                .WithMessage("La séance est close.")
                .MustAsync((id, ct) => db.CommitteeItems.AnyAsync(i => i.SessionId == id, ct))
                .WithMessage("Inscrivez d’abord un dossier à l’ordre du jour.");
        }
    }

    public sealed class Handler(LabellingDbContext db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var session = await db.CommitteeSessions.SingleAsync(s => s.Id == command.Id, cancellationToken);
            session.Convene(clock.UtcNow);
            db.Announce(new CommitteeConvened(session.Id, session.Version), session.Id);
            await db.SaveCommitteeAsync(nameof(Command.Id), cancellationToken);
            return session.Id;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page : SessionPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            Form = Form with { Id = id };
            return await FindAsync(id)
                ? await SendThenRedirectAsync(Form, _ => SessionUrl, "Les membres sont convoqués.")
                : NotFound();
        }
    }
}
