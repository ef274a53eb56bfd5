using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Resources.Features.Kits;

[AuditedAs("Fichier retiré d’un atelier")]
internal static class RemoveKitFile
{
    /// <summary>Answers with the slug of the kit. Removing twice is removing once.</summary>
    public sealed record Command(string Slug, Guid FileId) : IRequest<string>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(ResourcesDbContext db) =>
            RuleFor(c => c.Slug)
                .MustAsync((slug, ct) => db.Kits.AnyAsync(k => k.Slug == slug, ct))
                .WithMessage("Cet atelier n’existe plus.");
    }

    public sealed class Handler(ResourcesDbContext db, IFileStore store) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var kitId = await db
                .Kits.Where(k => k.Slug == command.Slug)
                .Select(k => k.Id)
                .SingleAsync(cancellationToken);
            await store.DeleteAsync(KitFiles.Of(kitId), command.FileId, cancellationToken);
            return command.Slug;
        }
    }

    [Authorize(Policies.Publish)]
    public sealed class Page(ResourcesDbContext db, IFileStore store) : SlicePage
    {
        public string Slug { get; private set; } = "";

        public KeptFile Shown { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(string slug, Guid id)
        {
            var kit = await db
                .Kits.AsNoTracking()
                .SingleOrDefaultAsync(k => k.Slug == slug, HttpContext.RequestAborted);
            var files = kit is null ? [] : await store.ListAsync(KitFiles.Of(kit.Id), HttpContext.RequestAborted);
            if (files.SingleOrDefault(f => f.Id == id) is not { } file)
            {
                return NotFound();
            }

            (Slug, Shown) = (slug, file);
            return Page();
        }

        // A file that is gone already is as good as taken away; a kit that never was is not.
        public async Task<IActionResult> OnPostAsync(string slug, Guid id) =>
            await db.Kits.AnyAsync(k => k.Slug == slug, HttpContext.RequestAborted)
                ? await SendThenRedirectAsync(
                    new Command(slug, id),
                    kit => $"/gestion/ateliers/{kit}/fichiers",
                    "Le fichier est retiré."
                )
                : NotFound();
    }
}
