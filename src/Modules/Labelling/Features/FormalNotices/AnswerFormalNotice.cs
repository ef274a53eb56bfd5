using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Replies;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.FormalNotices;

/// <summary>A formal notice as both sides read it; the EPN answers it here, as often as it likes until it is closed.</summary>
[AuditedAs("Réponse à une mise en demeure")]
internal static class AnswerFormalNotice
{
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public string Answer { get; init; } = "";

        /// <summary>The version the person was looking at.</summary>
        public int Version { get; init; }

        /// <summary>Attached before the rest is looked at: see <see cref="AttachFiles"/>.</summary>
        public SentFiles Sent { get; init; } = new();

        // MVC fills a list that is there, and cannot fill a read-only one.
        public List<Guid> Removed { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.Answer)
                .NotEmpty()
                .WithMessage(
                    "Écrivez votre réponse\u00A0: ce qui est corrigé, ce qui le sera et quand, ou ce que vous contestez."
                )
                .MaximumLength(FormalNotice.AnswerMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.");
            RuleFor(c => c.Id)
                .MustAsync((id, ct) => db.FormalNotices.AnyAsync(n => n.Id == id && n.ClosedAt == null, ct))
                .OverridePropertyName(nameof(Command.Answer))
                .WithMessage("Cette mise en demeure est close\u00A0: votre réponse n’y est pas ajoutée. Écrivez-nous.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var notice = await db.FormalNotices.SingleAsync(n => n.Id == command.Id, cancellationToken);
            var label = await db.Labels.SingleAsync(l => l.Id == notice.LabelId, cancellationToken);
            db.Entry(notice).Property(n => n.Version).OriginalValue = command.Version;
            var text = command.Answer.Trim();
            notice.Reply(text, user, clock.UtcNow);
            var reply = new EpnReply { EpnId = notice.EpnId, SubjectId = notice.Id };
            await db.SendReplyAsync(reply, text, evidenceId: null, user, clock.UtcNow, cancellationToken);
            db.LabelEvents.Add(LabelEvent.Of(label, "Réponse à la mise en demeure", user, clock.UtcNow));
            db.Announce(notice.ToNoticeMoved("reponse"), label.Id);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                const string message =
                    "Quelqu’un vient de répondre, ou de conclure. Votre texte est resté ci-dessous\u00A0: relisez la page avant de l’envoyer.";
                throw new ValidationException([new ValidationFailure(nameof(Command.Answer), message)]);
            }

            return notice.Id;
        }
    }

    [Authorize(Policies.ReadFile), UploadLimit(AttachFiles.MaxRequestBytes)]
    public sealed class Page(LabellingDbContext db) : ReplyPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public FormalNotice Shown { get; private set; } = null!;

        public Label Label { get; private set; } = null!;

        public Epn Epn { get; private set; } = null!;

        public bool MayAnswer => Shown.IsOpen && !User.IsEcoNum && User.Manages(Epn.Id);

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            Form = new Command { Answer = Shown.Answer ?? "", Version = Shown.Version };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            if (User.IsEcoNum || !User.Manages(Epn.Id))
            {
                return Forbid();
            }

            Form = Form with { Id = id };
            return await AttachAsync(Epn.Id, id, Form.Sent, Form.Removed)
                ?? await SendThenRedirectAsync(
                    Form,
                    _ => $"/gestion/labellisation/mises-en-demeure/{id}",
                    "Votre réponse est enregistrée. Vous pouvez la compléter tant que la mise en demeure n’est pas close.",
                    ShowOthersAsync
                );
        }

        private async Task ShowOthersAsync()
        {
            await LoadAsync(Shown.Id);
            GoOn(Form.Version, Shown.Version);
        }

        /// <returns>Whether the person may see it; another's answers as one that does not exist.</returns>
        private async Task<bool> LoadAsync(Guid id)
        {
            var notice = await db
                .FormalNotices.AsNoTracking()
                .SingleOrDefaultAsync(n => n.Id == id, HttpContext.RequestAborted);
            if (notice is null || !User.MaySee(notice.EpnId))
            {
                return false;
            }

            Shown = notice;
            Label = await db.Labels.AsNoTracking().SingleAsync(l => l.Id == notice.LabelId);
            Epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == notice.EpnId);
            await LoadRepliesAsync(id);
            return true;
        }
    }
}
