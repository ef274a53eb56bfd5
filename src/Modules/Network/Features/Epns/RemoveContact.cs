using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Epns;

/// <summary>A person is no longer to be reached about an EPN.</summary>
[AuditedAs("Contact d’un espace retiré")]
internal static class RemoveContact
{
    /// <summary>Answers with the slug of the space.</summary>
    public sealed record Command(string? Slug, Guid ContactId) : IRequest<string>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(NetworkDbContext db)
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(c => c.ContactId)
                .MustAsync(
                    (c, id, ct) => db.Epns.Open().AnyAsync(e => e.Slug == c.Slug && e.Contacts.Any(p => p.Id == id), ct)
                )
                .WithMessage("Cette personne n’est pas, ou plus, de cet espace")
                .MustAsync(
                    (c, id, ct) =>
                        db.Epns.AnyAsync(
                            e => e.Slug == c.Slug && e.Contacts.Any(p => p.Role == ContactRole.Manager && p.Id != id),
                            ct
                        )
                )
                .WithMessage(
                    "Un espace garde au moins un gestionnaire\u00A0: ajoutez d’abord la personne qui prend la suite"
                );
        }
    }

    public sealed class Handler(NetworkDbContext db, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var epn = await db
                .Epns.Include(e => e.Contacts)
                .SingleAsync(e => e.Slug == command.Slug, cancellationToken);
            epn.Contacts.Remove(epn.Contacts.Single(c => c.Id == command.ContactId));
            epn.Change(clock.Today);
            db.Announce(epn.ToContactsChanged(), epn.Id);

            await db.SaveOrRefuseAsync(
                nameof(Command.ContactId),
                "La fiche vient d’être changée par quelqu’un d’autre\u00A0: relisez-la, puis recommencez",
                cancellationToken
            );
            return epn.Slug;
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page(NetworkDbContext db) : EpnPage(db)
    {
        public Contact Person { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(string slug, Guid contactId) =>
            await LoadAsync(slug, contactId) ?? Page();

        public async Task<IActionResult> OnPostAsync(string slug, Guid contactId) =>
            await LoadAsync(slug, contactId)
            ?? await SendThenRedirectAsync(
                new Command(slug, contactId),
                s => $"/gestion/reseau/{s}",
                $"{Person.Name} ne fait plus partie des personnes à joindre."
            );

        private async Task<IActionResult?> LoadAsync(string slug, Guid contactId)
        {
            if (await RefusalAsync(slug) is { } refusal)
            {
                return refusal;
            }

            if (Epn.Contacts.SingleOrDefault(c => c.Id == contactId) is not { } person)
            {
                return NotFound();
            }

            Person = person;
            return null;
        }
    }
}
