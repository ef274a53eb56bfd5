using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Conditions;
using CaseNumerique.Labelling.Features.Labels;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.FormalNotices;

/// <summary>Tells an EPN what it must put right, and by when; nothing happens to its label.</summary>
[AuditedAs("Mise en demeure envoyée")]
internal static class SendFormalNotice
{
    private const string AlreadyOpen =
        "Une mise en demeure est déjà en cours pour ce label\u00A0: concluez-la d’abord.";

    public sealed record Command : IRequest<Guid>
    {
        public string Number { get; init; } = "";
        public string Reasons { get; init; } = "";
        public DateOnly? DueOn { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, Impartiality impartiality, TimeProvider clock)
        {
            RuleFor(c => c.Reasons)
                .NotEmpty()
                .WithMessage("Dites point par point ce qui manque et ce que vous attendez.")
                .MaximumLength(FormalNotice.ReasonsMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.");
            RuleFor(c => c.DueOn)
                .NotEmpty()
                .WithMessage("Indiquez jusqu’à quand l’espace peut répondre.")
                .CustomAsync(
                    async (day, context, ct) =>
                    {
                        var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(ct);
                        if (day < clock.Today.AddDays(rules.NoticeDays))
                        {
                            context.AddFailure(
                                $"Laissez au moins {FrenchText.Count(rules.NoticeDays, "jour")}\u00A0: jusqu’au {FrenchText.Date(clock.Today.AddDays(rules.NoticeDays))} ou plus tard."
                            );
                        }
                    }
                );
            RuleFor(c => c.Number)
                .Cascade(CascadeMode.Stop)
                .MustBeInStateFor(db, c => c.Number, _ => ("mettre l’espace en demeure", Label.HeldStates))
                .MustAsync(
                    (number, ct) =>
                        db.Labels.AllAsync(
                            l =>
                                l.Number != number
                                || !db.FormalNotices.Any(n => n.LabelId == l.Id && n.ClosedAt == null),
                            ct
                        )
                )
                .WithMessage(AlreadyOpen)
                .OverridePropertyName(nameof(Command.Reasons))
                .CustomAsync(
                    async (number, context, ct) =>
                    {
                        var epns = db.Labels.Where(l => l.Number == number).Select(l => l.EpnId);
                        if (await impartiality.ReasonAgainstAnyAsync(epns, ct) is { } reason)
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
            var label = await db.Labels.SingleAsync(l => l.Number == command.Number, cancellationToken);
            var notice = new FormalNotice
            {
                LabelId = label.Id,
                EpnId = label.EpnId,
                Reasons = command.Reasons.Trim(),
                DueOn = command.DueOn!.Value,
                SentAt = clock.UtcNow,
                SentBy = user.Name,
                SentById = user.Id,
            };
            db.FormalNotices.Add(notice);
            var what = $"Mise en demeure envoyée, à régulariser avant le {FrenchText.Date(notice.DueOn)}";
            db.LabelEvents.Add(LabelEvent.Of(label, what, user, clock.UtcNow));
            db.Announce(notice.ToNoticeMoved("envoi"), label.Id);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                throw new ValidationException([new ValidationFailure(nameof(Command.Reasons), AlreadyOpen)]);
            }

            return notice.Id;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db, TimeProvider clock) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public string EpnName { get; private set; } = "";

        /// <param name="reserve">A condition of the label that was not met in time.</param>
        public async Task<IActionResult> OnGetAsync(string numero, Guid? reserve)
        {
            var reasons = await db.OverdueReasonAsync(reserve, numero, clock.Today, HttpContext.RequestAborted);
            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(HttpContext.RequestAborted);
            Form = new Command { Reasons = reasons ?? "", DueOn = clock.Today.AddDays(rules.NoticeDays) };
            return await LoadAsync(numero) ? Page() : NotFound();
        }

        public async Task<IActionResult> OnPostAsync(string numero) =>
            await LoadAsync(numero)
                ? await SendThenRedirectAsync(
                    Form,
                    id => $"/gestion/labellisation/mises-en-demeure/{id}",
                    "La mise en demeure est envoyée. L’espace peut répondre ici."
                )
                : NotFound();

        private async Task<bool> LoadAsync(string number)
        {
            Form = Form with { Number = number };
            var name = await db
                .Labels.Where(l => l.Number == number)
                .Join(db.Epns, l => l.EpnId, e => e.Id, (l, e) => e.Name)
                .SingleOrDefaultAsync(HttpContext.RequestAborted);
            EpnName = name ?? "";
            return name is not null;
        }
    }
}
