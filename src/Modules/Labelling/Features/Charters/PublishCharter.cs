using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Charters;

/// <summary>Publishes a draft of the charter, to be signed from a day on. From then on it never changes.</summary>
[AuditedAs("Charte publiée")]
internal static class PublishCharter
{
    public sealed record Command : IRequest<int>
    {
        public int Number { get; init; }

        /// <summary>The version of the draft that the person has read.</summary>
        public int Version { get; init; }

        public DateOnly? StartsOn { get; init; }
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        private const int MostYears = 3;

        public Validator(LabellingDbContext db, TimeProvider clock)
        {
            RuleFor(c => c.Number).MustBeACharterDraft(db);
            RuleFor(c => c.StartsOn)
                .Cascade(CascadeMode.Stop)
                .NotNull()
                .WithMessage("Indiquez à partir de quel jour cette version se signe.")
                .Must(day => day >= clock.Today)
                .WithMessage("Ce jour est passé : choisissez aujourd’hui, ou un jour à venir.")
                .Must(day => day <= clock.Today.AddYears(MostYears))
                .WithMessage($"Ce jour est à plus de {MostYears} ans : vérifiez l’année.")
                .CustomAsync(
                    async (day, context, ct) =>
                    {
                        var last = await db.Charters.AsNoTracking().Published().FirstAsync(ct);
                        if (day < last.StartsOn)
                        {
                            context.AddFailure(
                                FrenchText.Typeset(
                                    $"La version {last.Number} se signe à partir du {FrenchText.Date(last.StartsOn.Value)} : choisissez ce jour, ou un jour plus tard."
                                )
                            );
                        }
                    }
                );
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Indiquez pourquoi la charte change.")
                .MaximumLength(Charter.ReasonMaxLength)
                .WithMessage("Résumez le motif en {MaxLength} caractères.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var draft = await db.TakeCharterDraftAsync(command.Number, command.Version, cancellationToken);
            draft.PutInForce(command.StartsOn!.Value, command.Reason!.Trim(), user, clock.UtcNow);
            await db.SaveCharterDraftAsync(cancellationToken);
            return draft.Number;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page(TimeProvider clock) : CharterPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>How many files are signed, and not filed: they will have to be signed again.</summary>
        public int ToSignAgain { get; private set; }

        public async Task<IActionResult> OnGetAsync(int numero)
        {
            Form = new Command { StartsOn = clock.Today };
            return await LoadAsync(numero) ? Page() : NotFound();
        }

        public async Task<IActionResult> OnPostAsync(int numero)
        {
            if (!await FindAsync(numero))
            {
                return NotFound();
            }

            Form = Form with { Number = numero };
            return await SendThenRedirectAsync(
                Form,
                _ => CharterUrl,
                "Cette version est publiée : elle ne change plus.",
                () => LoadAsync(numero)
            );
        }

        private async Task<bool> LoadAsync(int number)
        {
            if (!await FindDraftAsync(number))
            {
                return false;
            }

            ToSignAgain = await Db.Applications.CountAsync(
                a => a.Status == ApplicationStatus.Draft && a.CharterSignedAt != null,
                HttpContext.RequestAborted
            );
            return true;
        }
    }
}
