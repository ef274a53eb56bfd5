using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Epns;

[AuditedAs("Espace enregistré")]
internal static class RegisterEpn
{
    /// <summary>Answers with the slug of the space.</summary>
    public sealed record Command : IRequest<string>, IEpnFacts
    {
        public string? Name { get; init; }
        public string? InseeCode { get; init; }
        public string? Province { get; init; }
        public string? Address { get; init; }
        public string? Position { get; init; }
        public string? Phone { get; init; }
        public string? Email { get; init; }
        public string? OpeningHours { get; init; }
        public bool IsItinerant { get; init; }
        public string? Presentation { get; init; }
        public string? OperatorName { get; init; }
        public OperatorKind OperatorKind { get; init; } = OperatorKind.Association;
        public string? Ridet { get; init; }
        public string? ManagerName { get; init; }
        public string? ManagerEmail { get; init; }
        public string? ManagerPhone { get; init; }
    }

    public sealed class Handler(NetworkDbContext db, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var commune = Commune.Of(command.InseeCode!);
            var position = Position.Read(command.Position) ?? new(commune.Latitude, commune.Longitude);
            var epn = new Epn
            {
                Name = command.Name!.Trim(),
                Slug = await FreeSlugAsync(command.Name.Trim(), commune, cancellationToken),
                OperatorId = (await FindOrAddOperatorAsync(command, cancellationToken)).Id,
                InseeCode = commune.InseeCode,
                Province = command.Province.OrNull() ?? commune.Province,
                Address = command.Address.OrNull(),
                Latitude = position.Latitude,
                Longitude = position.Longitude,
                Phone = PhoneNumber.Normalise(command.Phone),
                Email = command.Email.OrNull(),
                OpeningHours = command.OpeningHours.OrNull()?.ReplaceLineEndings("\n"),
                IsItinerant = command.IsItinerant,
                Presentation = command.Presentation.OrNull()?.ReplaceLineEndings("\n"),
                UpdatedOn = clock.Today,
                Contacts =
                [
                    new Contact
                    {
                        Role = ContactRole.Manager,
                        Name = command.ManagerName!.Trim(),
                        Email = command.ManagerEmail.OrNull(),
                        Phone = PhoneNumber.Normalise(command.ManagerPhone),
                    },
                ],
            };
            epn.FoldForSearch();
            db.Add(epn);
            db.Announce(epn.ToRegistered(), epn.Id);
            db.Announce(epn.ToContactsChanged(), epn.Id);

            await db.SaveOrRefuseAsync(
                nameof(Command.Name),
                "Cet espace ou son gestionnaire vient d’être enregistré par quelqu’un d’autre\u00A0: relisez la liste, puis recommencez",
                cancellationToken
            );

            return epn.Slug;
        }

        private async Task<string> FreeSlugAsync(string name, Commune commune, CancellationToken cancellationToken)
        {
            foreach (var slug in Epn.Slugs(name, commune))
            {
                if (!await db.Epns.AnyAsync(e => e.Slug == slug, cancellationToken))
                {
                    return slug;
                }
            }

            throw new InvalidOperationException("The addresses of a name never end.");
        }

        private async Task<Operator> FindOrAddOperatorAsync(Command command, CancellationToken cancellationToken)
        {
            var folded = FrenchText.Fold(command.OperatorName);
            var known = await db.Operators.SingleOrDefaultAsync(o => o.FoldedName == folded, cancellationToken);
            if (known is null)
            {
                known = new Operator { Name = command.OperatorName!.Trim(), Kind = command.OperatorKind };
                db.Add(known);
            }

            known.Ridet ??= Ridet.Normalise(command.Ridet);
            return known;
        }
    }

    [Authorize(Policies.Manage)]
    public sealed class Page : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, slug => $"/gestion/reseau/{slug}", "L’espace est enregistré.");
    }
}
