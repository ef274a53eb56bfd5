using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Jobs;
using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Privacy;

/// <summary>Another administrator grants or refuses a wish to be forgotten, then watches it being done.</summary>
[AuditedAs("Demande d’effacement traitée")]
internal static class DecideErasure
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public bool IsGranted { get; init; }

        /// <summary>What must be typed to grant it.</summary>
        public string? Typed { get; init; }

        /// <summary>Why it is refused.</summary>
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(PlatformDbContext db, ICurrentUser user)
        {
            RuleFor(c => c.Typed)
                .Must(typed => typed?.Trim() == AskForErasure.Confirmation)
                .When(c => c.IsGranted)
                .WithMessage(
                    $"Écrivez {AskForErasure.Confirmation} en capitales\u00A0: ce qui est effacé ne revient pas."
                );
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Indiquez pourquoi\u00A0: la personne le lit.")
                .MaximumLength(Erasure.WordsMaxLength)
                .WithMessage("Résumez la raison en {MaxLength} caractères.")
                .When(c => !c.IsGranted);
            // Nobody can reach the page without an administrator: whoever decides stays, so that one always does.
            RuleFor(c => c.Id)
                .MustAsync(
                    async (id, ct) =>
                    {
                        var answerable = user.AnswerableIds;
                        return !await db.Erasures.AnyAsync(
                            e => e.Id == id && e.AccountId != null && answerable.Contains(e.AccountId.Value),
                            ct
                        );
                    }
                )
                .WithMessage("C’est votre propre demande\u00A0: un autre administrateur doit la traiter.");
            RuleFor(c => c.Id)
                .MustAsync((id, ct) => db.Erasures.AnyAsync(e => e.Id == id && e.State == ErasureState.Asked, ct))
                .WithMessage("Cette demande est déjà traitée.");
        }
    }

    public sealed class Handler(
        PlatformDbContext db,
        IAuditJournal journal,
        JobWaker waker,
        ICurrentUser user,
        TimeProvider clock
    ) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var erasure = await db.Erasures.SingleAsync(e => e.Id == command.Id, cancellationToken);
            erasure.State = command.IsGranted ? ErasureState.Running : ErasureState.Refused;
            erasure.DecidedAt = clock.UtcNow;
            erasure.DecidedBy = user.Name;
            erasure.Reason = command.IsGranted ? null : command.Reason!.Trim();
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                const string message = "Quelqu’un vient de traiter cette demande.";
                throw new ValidationException([new ValidationFailure(nameof(Command.Id), message)]);
            }

            await journal.RecordAsync(
                new AuditFact(
                    "erasure.decided",
                    command.IsGranted ? "Effacement accepté" : "Effacement refusé",
                    $"Erasure {erasure.Id}"
                ),
                cancellationToken
            );
            waker.Wake(ErasePeopleJob.JobId);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Operate)]
    public sealed class Page(PlatformDbContext db, PersonalDataReader reader) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Erasure Shown { get; private set; } = null!;

        /// <summary>What is kept of the person today, by kind.</summary>
        public IReadOnlyList<(string Kind, int Count)> Kept { get; private set; } = [];

        public static IEnumerable<ErasureStep> Steps => Enum.GetValues<ErasureStep>().SkipLast(1);

        public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            Form = Form with { Id = id };
            return await SendThenRedirectAsync(
                Form,
                _ => $"/gestion/comptes/effacements/{id}",
                Form.IsGranted ? "L’effacement commence." : "La demande est refusée\u00A0: la personne lit la raison."
            );
        }

        private async Task<bool> FindAsync(Guid id)
        {
            var erasure = await db
                .Erasures.AsNoTracking()
                .SingleOrDefaultAsync(e => e.Id == id, HttpContext.RequestAborted);
            if (erasure is null)
            {
                return false;
            }

            Shown = erasure;
            if (erasure.State is ErasureState.Asked)
            {
                var records = await reader.ReadAsync(erasure.Person, HttpContext.RequestAborted);
                Kept = [.. records.GroupBy(r => r.Kind).Select(g => (g.Key, g.Count()))];
            }

            return true;
        }
    }
}
