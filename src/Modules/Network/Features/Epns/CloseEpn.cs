using CaseNumerique.Contracts.Network;
using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Epns;

[AuditedAs("Espace fermé")]
internal static class CloseEpn
{
    public sealed record Command : IRequest<string>
    {
        public string? Slug { get; init; }
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(NetworkDbContext db)
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(c => c.Slug)
                .MustAsync((slug, ct) => db.Epns.Open().AnyAsync(e => e.Slug == slug, ct))
                .WithMessage("Cet espace n’est pas, ou plus, ouvert");
            RuleFor(c => c.Reason)
                .Must(reason => !string.IsNullOrWhiteSpace(reason))
                .WithMessage("Dites pourquoi l’espace ferme")
                .AtMost(Epn.ClosingReasonMaxLength, "le motif");
        }
    }

    public sealed class Handler(NetworkDbContext db, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            var epn = await db
                .Epns.Include(e => e.Affiliations.Where(a => a.EndsOn == null || a.EndsOn > today))
                .SingleAsync(e => e.Slug == command.Slug, cancellationToken);
            epn.Close(today, command.Reason!.Trim());
            db.Announce(new EpnClosed(epn.Id, epn.Revision, today), epn.Id);
            foreach (var affiliation in epn.Affiliations.Where(a => a.Email is not null))
            {
                affiliation.End(today);
                db.Announce(affiliation.ToAffiliationChanged(), affiliation.Id);
            }

            await db.SaveOrRefuseAsync(
                nameof(Command.Reason),
                "La fiche vient d’être changée par quelqu’un d’autre\u00A0: relisez-la, puis recommencez",
                cancellationToken
            );
            return epn.Slug;
        }
    }

    [Authorize(Policies.Manage)]
    public sealed class Page(NetworkDbContext db) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public string EpnName { get; private set; } = "";
        public string? LabelNumber { get; private set; }

        public Task<IActionResult> OnGetAsync(string slug) =>
            LoadThenAsync(slug, () => Task.FromResult<IActionResult>(Page()));

        public Task<IActionResult> OnPostAsync(string slug) =>
            LoadThenAsync(slug, () => SendThenRedirectAsync(Form, s => $"/gestion/reseau/{s}", "L’espace est fermé."));

        private async Task<IActionResult> LoadThenAsync(string slug, Func<Task<IActionResult>> answer)
        {
            Form = Form with { Slug = slug };
            var epn = await db
                .Epns.Open()
                .Where(e => e.Slug == slug)
                .Select(e => new { e.Name, e.LabelNumber })
                .SingleOrDefaultAsync();
            if (epn is null)
            {
                return NotFound();
            }

            EpnName = epn.Name;
            LabelNumber = epn.LabelNumber;
            return await answer();
        }
    }
}
