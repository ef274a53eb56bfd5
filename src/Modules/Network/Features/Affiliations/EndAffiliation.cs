using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Affiliations;

/// <summary>A person stops acting for an EPN; changing the affiliation again takes it back.</summary>
[AuditedAs("Accès à un espace terminé")]
internal static class EndAffiliation
{
    /// <summary>Answers with the slug of the space.</summary>
    public sealed record Command : IRequest<string>
    {
        public Guid AffiliationId { get; init; }
        public DateOnly? LastDay { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(NetworkDbContext db, TimeProvider clock)
        {
            var today = clock.Today;
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(c => c.AffiliationId)
                .MustAsync(
                    (id, ct) =>
                        db.Affiliations.AnyAsync(
                            a => a.Id == id && a.Email != null && (a.EndsOn == null || a.EndsOn >= today),
                            ct
                        )
                )
                .WithMessage("Cet accès n’existe pas, ou il est déjà terminé");
            RuleFor(c => c.LastDay)
                .NotEmpty()
                .WithMessage("Indiquez le dernier jour")
                .GreaterThanOrEqualTo(today.AddDays(-1))
                .WithMessage("Le dernier jour est aujourd’hui au plus tôt, ou hier pour couper l’accès tout de suite");
        }
    }

    public sealed class Handler(NetworkDbContext db) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var affiliation = await db
                .Affiliations.Include(a => a.Epn)
                .SingleAsync(a => a.Id == command.AffiliationId, cancellationToken);
            affiliation.End(command.LastDay!.Value);
            db.Announce(affiliation.ToAffiliationChanged(), affiliation.Id);

            await db.SaveOrRefuseAsync(
                nameof(Command.LastDay),
                "Quelqu’un vient de changer cet accès\u00A0: relisez la fiche, puis recommencez",
                cancellationToken
            );
            return affiliation.Epn.Slug;
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page(NetworkDbContext db, ICurrentUser user, TimeProvider clock)
        : AffiliationPage(db, user, clock)
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Affiliation Shown { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(string slug, Guid id)
        {
            Form = new Command { LastDay = Today };
            return await LoadAsync(slug, id) ?? Page();
        }

        public async Task<IActionResult> OnPostAsync(string slug, Guid id)
        {
            if (await LoadAsync(slug, id) is { } refusal)
            {
                return refusal;
            }

            Form = Form with { AffiliationId = id };
            return await SendThenRedirectAsync(
                Form,
                s => $"/gestion/reseau/{s}",
                $"L’accès de {Shown.PersonName} prend fin. Pour revenir dessus, modifiez ses dates."
            );
        }

        private async Task<IActionResult?> LoadAsync(string slug, Guid id)
        {
            if (await RefusalAsync(slug) is { } refusal)
            {
                return refusal;
            }

            if (await FindAsync(id) is not { } found || found.IsOverOn(Today))
            {
                return NotFound();
            }

            Shown = found;
            return null;
        }
    }
}
