using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Resources.Features.Kits;

[AuditedAs("Fichiers ajoutés à un atelier")]
internal static class AddKitFiles
{
    /// <summary>Answers with how many were added.</summary>
    public sealed record Command : IRequest<int>
    {
        public Guid KitId { get; init; }
        public SentFiles Sent { get; init; } = new();
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IFileStore store)
        {
            RuleFor(c => c.Sent.Files)
                .Must((command, _) => command.Sent.Count > 0)
                .WithMessage("Choisissez au moins un fichier.")
                .MustAsync(
                    async (command, _, ct) =>
                    {
                        var present = await store.ListAsync(KitFiles.Of(command.KitId), ct);
                        return present.Count + command.Sent.Count <= KitFiles.Rule.MaxCount;
                    }
                )
                .WithMessage(
                    $"Un atelier a {KitFiles.Rule.MaxCount} fichiers au plus. Retirez-en d’abord, ou choisissez-en moins."
                );
        }
    }

    public sealed class Handler(IFileStore store) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            await command.Sent.KeepAsync(
                store,
                KitFiles.Rule,
                KitFiles.Of(command.KitId),
                nameof(Command.Sent),
                cancellationToken
            );
            return command.Sent.Count;
        }
    }

    [Authorize(Policies.Publish), UploadLimit(MaxRequestBytes)]
    public sealed class Page(ResourcesDbContext db, IFileStore store) : SlicePage
    {
        /// <summary>Five files of the largest size at once, when the browser sends them by itself.</summary>
        private const long MaxRequestBytes = 101_000_000;

        [BindProperty]
        public Command Form { get; set; } = new();

        public WorkshopKit Kit { get; private set; } = null!;

        public IReadOnlyList<KeptFile> Files { get; private set; } = [];

        public async Task<IActionResult> OnGetAsync(string slug) => await FindAsync(slug) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(string slug)
        {
            if (!await FindAsync(slug))
            {
                return NotFound();
            }

            return await SendThenRedirectAsync(
                Form with
                {
                    KitId = Kit.Id,
                },
                _ => $"/gestion/ateliers/{slug}/fichiers",
                Form.Sent.Count == 1 ? "Le fichier est ajouté." : "Les fichiers sont ajoutés.",
                LoadAsync
            );
        }

        private async Task<bool> FindAsync(string slug)
        {
            var kit = await db
                .Kits.AsNoTracking()
                .SingleOrDefaultAsync(k => k.Slug == slug, HttpContext.RequestAborted);
            if (kit is null)
            {
                return false;
            }

            Kit = kit;
            await LoadAsync();
            return true;
        }

        private async Task LoadAsync() =>
            Files = await store.ListAsync(KitFiles.Of(Kit.Id), HttpContext.RequestAborted);
    }
}
