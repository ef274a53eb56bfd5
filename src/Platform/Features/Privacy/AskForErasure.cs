using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Privacy;

/// <summary>A person asks to be forgotten. An administrator decides: only people know what the law wants kept.</summary>
[AuditedAs("Effacement demandé")]
internal static class AskForErasure
{
    /// <summary>What must be typed: nobody erases a person by a slip of the hand.</summary>
    public const string Confirmation = "EFFACER";

    public sealed record Command : IRequest<Guid>
    {
        public string Typed { get; init; } = "";
        public string? Words { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(PlatformDbContext db, ICurrentUser user)
        {
            RuleFor(c => c.Typed)
                .Must(typed => typed?.Trim() == Confirmation)
                .WithMessage($"Écrivez {Confirmation} en capitales pour confirmer.");
            RuleFor(c => c.Words)
                .MaximumLength(Erasure.WordsMaxLength)
                .WithMessage("Résumez votre message en {MaxLength} caractères.");
            RuleFor(c => c.Typed)
                .MustAsync(
                    async (_, ct) =>
                        !await db.Erasures.AnyAsync(
                            e =>
                                e.AccountId == user.Id
                                && (e.State == ErasureState.Asked || e.State == ErasureState.Running),
                            ct
                        )
                )
                .WithMessage("Votre demande est déjà enregistrée.");
        }
    }

    public sealed class Handler(PlatformDbContext db, IAuditJournal journal, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var erasure = new Erasure
            {
                AccountId = user.Id,
                Name = user.Name,
                Email = user.Email!,
                Words = string.IsNullOrWhiteSpace(command.Words) ? null : command.Words.Trim(),
                Pseudonym = Pseudonym.Draw(),
                AskedAt = clock.UtcNow,
            };
            db.Erasures.Add(erasure);
            await db.SaveChangesAsync(cancellationToken);
            await journal.RecordAsync(
                new AuditFact("erasure.asked", "Effacement demandé", $"Erasure {erasure.Id}"),
                cancellationToken
            );
            return erasure.Id;
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(PlatformDbContext db, ICurrentUser user) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>The last wish; null when there is none.</summary>
        public Erasure? Last { get; private set; }

        public bool MayAsk => Last is null or { State: ErasureState.Refused };

        public async Task OnGetAsync() =>
            Last = await db
                .Erasures.AsNoTracking()
                .Where(e => e.AccountId == user.Id)
                .OrderByDescending(e => e.AskedAt)
                .FirstOrDefaultAsync(HttpContext.RequestAborted);

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                _ => "/mon-compte/effacement",
                "Votre demande est enregistrée. Une personne de l’équipe va la traiter.",
                OnGetAsync
            );
    }
}
