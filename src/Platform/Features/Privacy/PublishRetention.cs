using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Privacy;

/// <summary>Changes how long one kind of data is kept, once its effect has been seen.</summary>
[AuditedAs("Durée de conservation changée")]
internal static class PublishRetention
{
    public sealed record Command : IRequest<int>
    {
        public string Key { get; init; } = "";
        public int? Days { get; init; }
        public string Reason { get; init; } = "";

        /// <summary>The person has read how many go.</summary>
        public bool IsSure { get; init; }

        /// <summary>The version the person was looking at.</summary>
        public int BasedOn { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IEnumerable<IRetention> kinds)
        {
            RuleFor(c => c.Key)
                .Must(key => kinds.Any(k => k.Key == key))
                .WithMessage("Ce genre de données n’existe pas.");
            RuleFor(c => c.Days)
                .NotNull()
                .WithMessage("Indiquez une durée, en jours.")
                .InclusiveBetween(1, RetentionRule.MostDays)
                .WithMessage("Indiquez une durée de {From} à {To} jours.");
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Indiquez pourquoi la durée change\u00A0: cela reste dans les versions.")
                .MaximumLength(RetentionRule.ReasonMaxLength)
                .WithMessage("Résumez la raison en {MaxLength} caractères.");
            RuleFor(c => c.IsSure).Equal(true).WithMessage("Cochez la case\u00A0: ce qui part ne revient pas.");
        }
    }

    public sealed class Handler(PlatformDbContext db, RetentionRules rules, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var before = await rules.FindAsync(command.Key, cancellationToken);
            if (before!.Version != command.BasedOn)
            {
                throw TooLate();
            }

            db.RetentionRules.Add(
                new RetentionRule
                {
                    Key = command.Key,
                    Version = command.BasedOn + 1,
                    Days = command.Days!.Value,
                    PublishedAt = clock.UtcNow,
                    PublishedBy = user.Name,
                    Reason = command.Reason.Trim(),
                }
            );
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                throw TooLate();
            }

            return command.BasedOn + 1;
        }

        private static ValidationException TooLate() =>
            new([
                new ValidationFailure(
                    nameof(Command.BasedOn),
                    "Quelqu’un vient de publier une autre durée. Rechargez la page."
                ),
            ]);
    }

    [Authorize(Policies.Operate)]
    public sealed class Page(RetentionRules rules) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public KindInForce Shown { get; private set; } = null!;

        /// <summary>How many go today under the rule in force.</summary>
        public int DueToday { get; private set; }

        /// <summary>How many would go under the new one; null until it has been asked for.</summary>
        public int? DueThen { get; private set; }

        /// <param name="jours">The period to look at.</param>
        public async Task<IActionResult> OnGetAsync(string cle, int? jours)
        {
            if (await LoadAsync(cle, jours) is { } missing)
            {
                return missing;
            }

            Form = new Command
            {
                Key = cle,
                Days = jours,
                BasedOn = Shown.Version,
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(string cle)
        {
            Form = Form with { Key = cle };
            return await LoadAsync(cle, Form.Days)
                ?? await SendThenRedirectAsync(
                    Form,
                    _ => "/gestion/parametres/conservation",
                    "La nouvelle durée est en vigueur. Elle s’applique dès la nuit prochaine."
                );
        }

        private async Task<IActionResult?> LoadAsync(string key, int? days)
        {
            if (await rules.FindAsync(key, HttpContext.RequestAborted) is not { } shown)
            {
                return NotFound();
            }

            Shown = shown;
            DueToday = await rules.CountAsync(shown.Kind, shown.Days, HttpContext.RequestAborted);
            if (days is >= 1 and <= RetentionRule.MostDays)
            {
                DueThen = await rules.CountAsync(shown.Kind, days.Value, HttpContext.RequestAborted);
            }

            return null;
        }
    }
}
