using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Affiliations;

/// <summary>Lets a person act for an EPN; who has no account yet is invited by mail.</summary>
[AuditedAs("Accès à un espace donné")]
internal static class GrantAffiliation
{
    /// <summary>Answers with the slug of the space.</summary>
    public sealed record Command : IRequest<string>
    {
        public string? Slug { get; init; }
        public ContactRole Role { get; init; }
        public string? Name { get; init; }
        public string? Email { get; init; }

        /// <summary>Asked of an animateur only: a gestionnaire always can.</summary>
        public bool CanEdit { get; init; }

        public DateOnly? StartsOn { get; init; }
        public DateOnly? EndsOn { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(NetworkDbContext db, TimeProvider clock)
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(c => c.Slug)
                .MustAsync((slug, ct) => db.Epns.Open().AnyAsync(e => e.Slug == slug, ct))
                .WithMessage("Cet espace n’est pas, ou plus, ouvert");
            RuleFor(c => c.Role).IsInEnum().WithMessage("Choisissez un rôle");
            RuleFor(c => c.Name).MustBePersonName();
            RuleFor(c => c.Email)
                .Must(email => !string.IsNullOrWhiteSpace(email))
                .WithMessage("Indiquez le courriel\u00A0: l’invitation y est envoyée")
                .MustBeEmail()
                .MustAsync(
                    async (c, email, ct) =>
                    {
                        var address = email!.Trim().ToLowerInvariant();
                        return !await db
                            .Affiliations.Overlapping(c.StartsOn, c.EndsOn)
                            .AnyAsync(a => a.Epn.Slug == c.Slug && a.Role == c.Role && a.Email == address, ct);
                    }
                )
                .WithMessage("Cette personne a déjà cet accès à ces dates\u00A0: modifiez celui qu’elle a");
            RuleFor(c => c.StartsOn).MustBeAFirstDay(clock.Today);
            RuleFor(c => c.EndsOn)
                .Must((c, day) => day is null || day >= c.StartsOn)
                .WithMessage("Le dernier jour ne peut pas venir avant le premier");
        }
    }

    public sealed class Handler(NetworkDbContext db) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var epn = await db.Epns.SingleAsync(e => e.Slug == command.Slug, cancellationToken);
            var affiliation = new Affiliation
            {
                EpnId = epn.Id,
                Role = command.Role,
                CanEdit = command.CanEdit || command.Role is ContactRole.Manager,
                PersonName = command.Name!.Trim(),
                Email = command.Email!.Trim(),
                StartsOn = command.StartsOn!.Value,
                EndsOn = command.EndsOn,
            };
            db.Add(affiliation);
            db.Announce(affiliation.ToAffiliationChanged(), affiliation.Id);

            await db.SaveOrRefuseAsync(
                nameof(Command.Email),
                "Quelqu’un vient de donner cet accès à cette personne\u00A0: relisez la fiche",
                cancellationToken
            );
            return epn.Slug;
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page(NetworkDbContext db, ICurrentUser user, TimeProvider clock)
        : AffiliationPage(db, user, clock)
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "contact")] Guid? contactId)
        {
            if (await RefusalAsync(slug) is { } refusal)
            {
                return refusal;
            }

            var contact = Epn.Contacts.SingleOrDefault(c => c.Id == contactId);
            Form = new Command
            {
                Role = User.IsEcoNum && contact is not null ? contact.Role : ContactRole.Facilitator,
                Name = contact?.Name,
                Email = contact?.Email,
                StartsOn = Today,
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(string slug)
        {
            if (await RefusalAsync(slug) is { } refusal)
            {
                return refusal;
            }

            var isOwn = string.Equals(Form.Email?.Trim(), Actor.Email, StringComparison.OrdinalIgnoreCase);
            if (!User.IsEcoNum && (Form.Role is not ContactRole.Facilitator || isOwn))
            {
                return Forbid();
            }

            Form = Form with { Slug = slug };
            return await SendThenRedirectAsync(
                Form,
                s => $"/gestion/reseau/{s}",
                "L’accès est donné. Sans compte, la personne reçoit une invitation par courriel."
            );
        }
    }
}
