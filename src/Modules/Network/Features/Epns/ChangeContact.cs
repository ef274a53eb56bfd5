using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Epns;

[AuditedAs("Contact modifié")]
internal static class ChangeContact
{
    /// <summary>Adds a person, or changes the one of <see cref="ContactId"/>; answers with the slug of the space.</summary>
    public sealed record Command : IRequest<string>
    {
        public string? Slug { get; init; }
        public Guid? ContactId { get; init; }
        public ContactRole Role { get; init; }
        public string? Name { get; init; }
        public string? Email { get; init; }
        public string? Phone { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(NetworkDbContext db)
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(c => c.Slug)
                .MustAsync((slug, ct) => db.Epns.Open().AnyAsync(e => e.Slug == slug, ct))
                .WithMessage("Cet espace n’est pas, ou plus, ouvert");
            RuleFor(c => c.ContactId)
                .MustAsync(
                    async (c, id, ct) =>
                        id is null
                        || await db.Epns.AnyAsync(e => e.Slug == c.Slug && e.Contacts.Any(p => p.Id == id), ct)
                )
                .WithMessage("Cette personne n’est pas, ou plus, de cet espace");
            RuleFor(c => c.Role)
                .IsInEnum()
                .WithMessage("Choisissez un rôle")
                .MustAsync(
                    async (c, role, ct) =>
                        role is ContactRole.Manager
                        || await db.Epns.AnyAsync(
                            e =>
                                e.Slug == c.Slug
                                && e.Contacts.Any(p => p.Role == ContactRole.Manager && p.Id != c.ContactId),
                            ct
                        )
                )
                .WithMessage(
                    "Un espace garde au moins un gestionnaire\u00A0: ajoutez d’abord la personne qui prend la suite"
                );
            RuleFor(c => c.Name).MustBePersonName();
            RuleFor(c => c.Email).MustBeEmail();
            RuleFor(c => c.Phone).MustLeaveAWayToReach(c => c.Email).MustBePhone();
        }
    }

    public sealed class Handler(NetworkDbContext db, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var epn = await db
                .Epns.Include(e => e.Contacts)
                .SingleAsync(e => e.Slug == command.Slug, cancellationToken);
            var contact = epn.Contacts.SingleOrDefault(c => c.Id == command.ContactId);
            if (contact is null)
            {
                contact = new Contact
                {
                    EpnId = epn.Id,
                    Role = command.Role,
                    Name = command.Name!,
                };
                db.Add(contact);
            }

            contact.Role = command.Role;
            contact.Name = command.Name!.Trim();
            contact.Email = command.Email.OrNull();
            contact.Phone = PhoneNumber.Normalise(command.Phone);
            epn.Change(clock.Today);
            db.Announce(epn.ToContactsChanged(), epn.Id);

            await db.SaveOrRefuseAsync(
                nameof(Command.Name),
                "La fiche vient d’être changée par quelqu’un d’autre\u00A0: relisez-la, puis recommencez",
                cancellationToken
            );

            return epn.Slug;
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page(NetworkDbContext db) : EpnPage(db)
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(string slug, Guid? contactId)
        {
            Form = new Command { Slug = slug, Role = ContactRole.Facilitator };
            if (await RefusalAsync(slug) is { } refusal)
            {
                return refusal;
            }

            if (contactId is null)
            {
                return Page();
            }

            if (Epn.Contacts.SingleOrDefault(c => c.Id == contactId) is not { } person)
            {
                return NotFound();
            }

            Form = Form with
            {
                ContactId = person.Id,
                Role = person.Role,
                Name = person.Name,
                Email = person.Email,
                Phone = person.Phone is null ? null : FrenchText.Phone(person.Phone),
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(string slug, Guid? contactId)
        {
            Form = Form with { Slug = slug, ContactId = contactId };
            return await RefusalAsync(slug)
                ?? await SendThenRedirectAsync(Form, s => $"/gestion/reseau/{s}", "Les contacts sont à jour.");
        }
    }
}
