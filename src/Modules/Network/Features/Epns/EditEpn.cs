using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Epns;

/// <summary>Changes an EPN's own facts: its people for what they know best, ÉcoNum also its name.</summary>
[AuditedAs("Fiche d’un espace modifiée")]
internal static class EditEpn
{
    /// <summary>Answers with the slug of the space, which a new name leaves as it is: links to it hold.</summary>
    public sealed record Command : IRequest<string>, IEpnFacts
    {
        public string? Slug { get; init; }

        /// <summary>Null to keep the name.</summary>
        public string? Name { get; init; }

        public string? Address { get; init; }
        public string? Position { get; init; }
        public string? Phone { get; init; }
        public string? Email { get; init; }
        public string? OpeningHours { get; init; }
        public bool IsItinerant { get; init; }
        public string? Presentation { get; init; }

        /// <summary>The revision the person was looking at.</summary>
        public int Revision { get; init; }

        public static Command Of(Epn epn) =>
            new()
            {
                Slug = epn.Slug,
                Name = epn.Name,
                Address = epn.Address,
                Position = new Position(epn.Latitude, epn.Longitude).ToString(),
                Phone = epn.Phone is null ? null : FrenchText.Phone(epn.Phone),
                Email = epn.Email,
                OpeningHours = epn.OpeningHours,
                IsItinerant = epn.IsItinerant,
                Presentation = epn.Presentation,
                Revision = epn.Revision,
            };
    }

    public sealed class Handler(NetworkDbContext db, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public const string LostRace = "Quelqu’un a changé la fiche pendant que vous écriviez";

        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            var epn = await db
                .Epns.Include(e => e.Affiliations.Where(a => a.EndsOn == null || a.EndsOn >= today))
                .SingleAsync(e => e.Slug == command.Slug, cancellationToken);
            db.Entry(epn).Property(e => e.Revision).OriginalValue = command.Revision;
            var commune = Commune.Of(epn.InseeCode);
            var position = Position.Read(command.Position) ?? new(commune.Latitude, commune.Longitude);
            var isRenamed = command.Name is not null && command.Name.Trim() != epn.Name;

            epn.Name = command.Name?.Trim() ?? epn.Name;
            epn.Address = command.Address.OrNull();
            epn.Latitude = position.Latitude;
            epn.Longitude = position.Longitude;
            epn.Phone = PhoneNumber.Normalise(command.Phone);
            epn.Email = command.Email.OrNull();
            epn.OpeningHours = command.OpeningHours.OrNull()?.ReplaceLineEndings("\n");
            epn.IsItinerant = command.IsItinerant;
            epn.Presentation = command.Presentation.OrNull()?.ReplaceLineEndings("\n");
            epn.FoldForSearch();
            epn.Change(today);
            db.Announce(epn.ToEpnChanged(), epn.Id);
            // An affiliation is announced with the name of its EPN.
            foreach (var affiliation in epn.Affiliations.Where(a => isRenamed && a.Email is not null))
            {
                affiliation.Change();
                db.Announce(affiliation.ToAffiliationChanged(), affiliation.Id);
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                throw new ValidationException([new ValidationFailure(nameof(Command.Revision), LostRace)]);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                throw new ValidationException([
                    new ValidationFailure(nameof(Command.Name), EditEpnValidator.NameTaken),
                ]);
            }

            return epn.Slug;
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page(NetworkDbContext db) : EpnPage(db)
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>What stands saved and differs from what was typed, when somebody else was quicker.</summary>
        public IReadOnlyList<EpnDifference> Differences { get; private set; } = [];

        public async Task<IActionResult> OnGetAsync(string slug)
        {
            if (await RefusalAsync(slug) is { } refusal)
            {
                return refusal;
            }

            Form = Command.Of(Epn);
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(string slug)
        {
            if (await RefusalAsync(slug) is { } refusal)
            {
                return refusal;
            }

            // ÉcoNum alone names a space: whatever else is posted is not read.
            Form = Form with
            {
                Slug = slug,
                Name = User.IsEcoNum ? Form.Name ?? "" : null,
            };
            return await SendThenRedirectAsync(Form, s => $"/gestion/reseau/{s}", "La fiche est à jour.", CompareAsync);
        }

        private async Task CompareAsync()
        {
            var isLost = ModelState["Form.Revision"]?.Errors.Any(e => e.ErrorMessage == Handler.LostRace) ?? false;
            if (!isLost || await RefusalAsync(Form.Slug!) is not null)
            {
                return;
            }

            Differences = EpnDifference.Between(Command.Of(Epn), Form);
            // Whoever sends the form again has read what they replace.
            Form = Form with
            {
                Revision = Epn.Revision,
            };
        }
    }
}
