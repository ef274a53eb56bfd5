using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Delivery;
using CaseNumerique.Platform.Jobs;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Mails;

/// <summary>Sends the same bytes to the same person again, for a reason that is kept.</summary>
[AuditedAs("Courriel renvoyé")]
internal static class ResendMail
{
    private static readonly MailState[] _resendable = [MailState.Sent, MailState.Refused, MailState.Unknown];

    /// <summary>A mail on its way needs no help, one without object must not leave, and what is secret or emptied cannot.</summary>
    public static bool CanResend(Mail mail) => mail.IsReadable && _resendable.Contains(mail.State);

    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public string Reason { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(PlatformDbContext db)
        {
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Indiquez pourquoi vous renvoyez ce courriel : cela reste dans son historique.")
                .MaximumLength(Mail.WordsMaxLength)
                .WithMessage("Résumez la raison en {MaxLength} caractères.");
            RuleFor(c => c.Id)
                .MustAsync(
                    (id, ct) =>
                        db.Mails.AnyAsync(
                            m => m.Id == id && !m.IsSecret && m.Mime != Mail.NoBytes && _resendable.Contains(m.State),
                            ct
                        )
                )
                .WithMessage("Ce courriel est déjà en route, ou n’a plus d’objet : il ne se renvoie pas.");
        }
    }

    public sealed class Handler(PlatformDbContext db, JobWaker waker, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var now = clock.UtcNow;
            var planned = await db
                .Mails.Where(m =>
                    m.Id == command.Id && !m.IsSecret && m.Mime != Mail.NoBytes && _resendable.Contains(m.State)
                )
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(m => m.State, MailState.Planned)
                            .SetProperty(m => m.DueAt, now)
                            .SetProperty(m => m.Attempts, 0)
                            .SetProperty(m => m.SettledAt, (DateTime?)null),
                    cancellationToken
                );
            if (planned == 1)
            {
                MailJournal.Record(db, command.Id, "Renvoi demandé", command.Reason.Trim(), now, user.Name);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                waker.Wake(MailDeliveryJob.JobId);
            }

            return command.Id;
        }
    }

    [Authorize(Policies.Mails)]
    public sealed class Page(PlatformDbContext db) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Mail Shown { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            Form = Form with { Id = id };
            return await SendThenRedirectAsync(Form, mail => $"/gestion/courriels/{mail}", "Le courriel repart.");
        }

        private async Task<bool> FindAsync(Guid id)
        {
            var mail = await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, HttpContext.RequestAborted);
            Shown = mail!;
            return mail is not null;
        }
    }
}
