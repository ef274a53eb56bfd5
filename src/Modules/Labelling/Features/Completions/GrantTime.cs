using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>The assessor gives the EPN more time, once, or says why not.</summary>
[AuditedAs("Délai de complément revu")]
internal static class GrantTime
{
    private static readonly FileWork _work = new("changer le délai", ApplicationStatus.ToComplete);

    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public bool? IsGranted { get; init; }
        public DateOnly? DueOn { get; init; }
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, FileCheck check, TimeProvider clock)
        {
            RuleFor(c => c.Id).MustBeForItsAssessor(check, _work);
            RuleFor(c => c.IsGranted)
                .Cascade(CascadeMode.Stop)
                .NotNull()
                .WithMessage("Choisissez de prolonger ou de maintenir le délai.")
                .MustAsync(
                    async (c, _, ct) => !await db.Applications.AnyAsync(a => a.Id == c.Id && a.IsCompletionExtended, ct)
                )
                .WithMessage("Le délai est déjà prolongé : il ne l’est qu’une fois.");
            RuleFor(c => c.DueOn)
                .Cascade(CascadeMode.Stop)
                .NotNull()
                .WithMessage("Indiquez la nouvelle date.")
                .MustAsync((c, day, ct) => db.Applications.AnyAsync(a => a.Id == c.Id && a.CompletionDueOn < day, ct))
                .WithMessage("Choisissez un jour après la date actuelle.")
                .Must(day => day <= clock.Today.AddDays(AskToCompleteValidator.MostDays))
                .WithMessage($"Choisissez un jour dans les {AskToCompleteValidator.MostDays} jours qui viennent.")
                .When(c => c.IsGranted == true);
            RuleFor(c => c.Reason)
                .NotEmpty()
                .When(c => c.IsGranted == false)
                .WithMessage("Dites à l’espace pourquoi le délai est maintenu.")
                .MaximumLength(CompletionRequest.ReasonMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            var request = (await db.OpenCompletionAsync(file.Id, cancellationToken))!;
            var isGranted = command.IsGranted == true;
            request.SettleTime(isGranted);
            file.CompletionDueOn = isGranted ? command.DueOn : file.CompletionDueOn;
            file.IsCompletionExtended |= isGranted;
            file.Touch();
            var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
            db.Tell(file, isGranted ? FileNews.MoreTime : FileNews.NoMoreTime, user, clock.UtcNow, reason);
            await db.SaveFileAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db) : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public CompletionRequest? Asked { get; private set; }

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            Form = new Command { DueOn = Application.CompletionDueOn?.AddDays(AskToCompleteValidator.LeastDays * 5) };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await LoadAsync(id)
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                    },
                    _ => $"{FileUrl}/complements",
                    "Votre réponse est envoyée à l’espace."
                )
                : NotFound();

        private async Task<bool> LoadAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return false;
            }

            Asked = await db.OpenCompletionAsync(id, HttpContext.RequestAborted);
            return Asked is not null;
        }
    }
}
