using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Affiliations;

/// <summary>Moves the dates of an affiliation, or what the person may do; also takes back its end.</summary>
[AuditedAs("Accès à un espace modifié")]
internal static class ChangeAffiliation
{
    /// <summary>Answers with the slug of the space.</summary>
    public sealed record Command : IRequest<string>
    {
        public Guid AffiliationId { get; init; }
        public bool CanEdit { get; init; }
        public DateOnly? StartsOn { get; init; }
        public DateOnly? EndsOn { get; init; }

        /// <summary>The revision the person was looking at.</summary>
        public int Revision { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(NetworkDbContext db, TimeProvider clock)
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(c => c.AffiliationId)
                .MustAsync(
                    (id, ct) =>
                        db.Affiliations.AnyAsync(a => a.Id == id && a.Email != null && a.Epn.ClosedOn == null, ct)
                )
                .WithMessage("Cet accès n’existe pas, ou son espace a fermé");
            RuleFor(c => c.StartsOn)
                .MustBeAFirstDay(clock.Today)
                .MustAsync(
                    async (c, _, ct) =>
                        !await db
                            .Affiliations.Overlapping(c.StartsOn, c.EndsOn)
                            .AnyAsync(
                                other =>
                                    other.Id != c.AffiliationId
                                    && db.Affiliations.Any(a =>
                                        a.Id == c.AffiliationId
                                        && a.EpnId == other.EpnId
                                        && a.Role == other.Role
                                        && a.Email == other.Email
                                    ),
                                ct
                            )
                )
                .WithMessage("Cette personne a déjà cet accès à ces dates, par une autre ligne de la fiche");
            RuleFor(c => c.EndsOn)
                .Must((c, day) => day is null || day >= c.StartsOn)
                .WithMessage("Le dernier jour ne peut pas venir avant le premier");
        }
    }

    public sealed class Handler(NetworkDbContext db) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var affiliation = await db
                .Affiliations.Include(a => a.Epn)
                .SingleAsync(a => a.Id == command.AffiliationId, cancellationToken);
            db.Entry(affiliation).Property(a => a.Revision).OriginalValue = command.Revision;
            affiliation.CanEdit = command.CanEdit || affiliation.Role is ContactRole.Manager;
            affiliation.StartsOn = command.StartsOn!.Value;
            affiliation.EndsOn = command.EndsOn;
            affiliation.Change();
            db.Announce(affiliation.ToAffiliationChanged(), affiliation.Id);

            await db.SaveOrRefuseAsync(
                nameof(Command.StartsOn),
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
            if (await LoadAsync(slug, id) is { } refusal)
            {
                return refusal;
            }

            Form = new Command
            {
                CanEdit = Shown.CanEdit,
                StartsOn = Shown.StartsOn,
                EndsOn = Shown.EndsOn,
                Revision = Shown.Revision,
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(string slug, Guid id)
        {
            if (await LoadAsync(slug, id) is { } refusal)
            {
                return refusal;
            }

            Form = Form with { AffiliationId = id };
            return await SendThenRedirectAsync(Form, s => $"/gestion/reseau/{s}", "L’accès est modifié.");
        }

        private async Task<IActionResult?> LoadAsync(string slug, Guid id)
        {
            if (await RefusalAsync(slug) is { } refusal)
            {
                return refusal;
            }

            if (await FindAsync(id) is not { } found)
            {
                return NotFound();
            }

            Shown = found;
            return null;
        }
    }
}
