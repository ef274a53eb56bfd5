using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.Labelling.Features.Replies;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Conditions;

/// <summary>The EPN shows that a condition is met: in words, with files, with a proof of its library.</summary>
[AuditedAs("Réponse à une réserve")]
internal static class AnswerCondition
{
    /// <summary>Answers with the id of the condition.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public int Version { get; init; }
        public string? Answer { get; init; }
        public Guid? EvidenceId { get; init; }

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
                .WithMessage("Dites ce qui est fait, et ce qui le montre.")
                .MaximumLength(Condition.AnswerMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.");
            RuleFor(c => c.Id)
                .MustAsync((id, ct) => db.Conditions.AnyAsync(c => c.Id == id && c.LiftedAt == null, ct))
                .WithMessage("Cette réserve est déjà levée.")
                .MustAsync(async (id, ct) => !await db.Conditions.AnyAsync(c => c.Id == id && c.ProposedAt != null, ct))
                .WithMessage("La levée est déjà proposée : attendez la décision.");
            RuleFor(c => c.EvidenceId)
                .MustAsync(
                    (c, evidence, ct) =>
                        evidence is null
                            ? Task.FromResult(true)
                            : db.Evidence.AnyAsync(
                                e =>
                                    e.Id == evidence
                                    && e.RetiredAt == null
                                    && db.Conditions.Any(k =>
                                        k.Id == c.Id && db.Labels.Any(l => l.Id == k.LabelId && l.EpnId == e.EpnId)
                                    ),
                                ct
                            )
                )
                .WithMessage("Choisissez une pièce de votre bibliothèque.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var condition = await db.Conditions.SingleAsync(c => c.Id == command.Id, cancellationToken);
            db.Entry(condition).Property(c => c.Version).OriginalValue = command.Version;
            var text = command.Answer!.Trim();
            condition.NoteAnswer(text, command.EvidenceId, user, clock.UtcNow);
            var label = await db.Labels.AsNoTracking().SingleAsync(l => l.Id == condition.LabelId, cancellationToken);
            var reply = new EpnReply { EpnId = label.EpnId, SubjectId = condition.Id };
            await db.SendReplyAsync(reply, text, command.EvidenceId, user, clock.UtcNow, cancellationToken);
            db.Announce(condition.ToChanged(Condition.Answered), condition.Id);
            await db.SaveConditionAsync(nameof(Command.Answer), cancellationToken);
            return condition.Id;
        }
    }

    [Authorize(Policies.Apply), UploadLimit(AttachFiles.MaxRequestBytes)]
    public sealed class Page(LabellingDbContext db, TimeProvider clock) : ConditionPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>The EPN's proofs that still hold.</summary>
        public IReadOnlyList<SelectListItem> Library { get; private set; } = [];

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            Form = new Command
            {
                Version = Condition.Version,
                Answer = Condition.Answer,
                EvidenceId = Condition.EvidenceId,
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            return await AttachAsync(Shown.EpnId, id, Form.Sent, Form.Removed)
                ?? await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                    },
                    _ => ListUrl,
                    "Votre réponse est envoyée.",
                    ShowOthersAsync
                );
        }

        private async Task ShowOthersAsync()
        {
            await LoadAsync(Condition.Id);
            GoOn(Form.Version, Condition.Version);
        }

        private async Task<bool> LoadAsync(Guid id)
        {
            if (!await FindAsync(id) || !User.Manages(Shown.EpnId))
            {
                return false;
            }

            var (epnId, today) = (Shown.EpnId, clock.Today);
            Library = await db
                .Evidence.Where(e => e.EpnId == epnId && e.RetiredAt == null)
                .Where(e => e.ExpiresOn == null || e.ExpiresOn >= today)
                .OrderBy(e => e.Title)
                .Select(e => new SelectListItem(e.Title, e.Id.ToString()))
                .ToListAsync(HttpContext.RequestAborted);
            return true;
        }
    }
}
