using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.EvidenceLibrary;

/// <summary>A proof joins an EPN's library, in place of one that it renews or for a criterion that asks for it.</summary>
[AuditedAs("Pièce ajoutée")]
internal static class AddEvidence
{
    public sealed record Command : IRequest<Guid>
    {
        public Guid EpnId { get; init; }

        /// <summary>The proof that this one renews.</summary>
        public Guid? ReplacesId { get; init; }

        /// <summary>The criterion that it is for, in a file that may still change.</summary>
        public Guid? ApplicationId { get; init; }
        public string? CriterionCode { get; init; }

        public string Title { get; init; } = "";
        public string? Link { get; init; }
        public DateOnly? ExpiresOn { get; init; }
        public SentFiles Sent { get; init; } = new();
    }

    public sealed class Handler(LabellingDbContext db, IFileStore store, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var evidence = new Evidence
            {
                EpnId = command.EpnId,
                ReplacesId = command.ReplacesId,
                Title = command.Title.Trim(),
                Link = string.IsNullOrWhiteSpace(command.Link) ? null : command.Link.Trim(),
                ExpiresOn = command.ExpiresOn,
                AddedAt = clock.UtcNow,
                AddedBy = user.Name,
                AddedById = user.Id,
            };
            db.Evidence.Add(evidence);
            await db.RenewAsync(evidence, clock.UtcNow, cancellationToken);
            await db.AttachAsync(evidence, command.ApplicationId, command.CriterionCode, cancellationToken);
            // Before the row: a refused file leaves nothing behind.
            await command.Sent.KeepAsync(
                store,
                Evidence.Rule,
                Evidence.OwnerOf(evidence.Id),
                nameof(Command.Sent),
                cancellationToken
            );
            await db.SaveChangesAsync(cancellationToken);
            return evidence.Id;
        }
    }

    [Authorize(Policies.Apply), UploadLimit(MaxRequestBytes)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        private const long MaxRequestBytes = 21_000_000;

        [BindProperty]
        public Command Form { get; set; } = new();

        public Epn Epn { get; private set; } = null!;

        /// <summary>The proof that is renewed.</summary>
        public Evidence? Replaced { get; private set; }

        /// <summary>The file that it is for, and back to which the way leads.</summary>
        public LabelApplication? Application { get; private set; }

        private string? ChapterCode { get; set; }

        public string BackUrl =>
            Application is { } file
                ? $"/gestion/labellisation/demandes/{file.Id}/criteres/{ChapterCode}#critere-{Form.CriterionCode}"
                : $"/gestion/labellisation/pieces?espace={Epn.Id}";

        public async Task<IActionResult> OnGetAsync(Guid? espace, Guid? remplace, Guid? dossier, string? critere)
        {
            if (!await LoadAsync(espace, remplace, dossier, critere))
            {
                return NotFound();
            }

            Form = Form with { Title = Replaced?.Title ?? "", Link = Replaced?.Link };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid? espace, Guid? remplace, Guid? dossier, string? critere) =>
            await LoadAsync(espace, remplace, dossier, critere)
                ? await SendThenRedirectAsync(Form, _ => BackUrl, "La pièce est ajoutée.")
                : NotFound();

        private async Task<bool> LoadAsync(Guid? epnId, Guid? replacesId, Guid? fileId, string? code)
        {
            Replaced = await db
                .Evidence.AsNoTracking()
                .SingleOrDefaultAsync(e => e.Id == replacesId && e.RetiredAt == null, HttpContext.RequestAborted);
            Application = await db
                .Applications.AsNoTracking()
                .SingleOrDefaultAsync(a => a.Id == fileId, HttpContext.RequestAborted);
            var of = Replaced?.EpnId ?? Application?.EpnId ?? epnId;
            if ((replacesId is not null && Replaced is null) || (fileId is not null && Application is null))
            {
                return false;
            }

            if (of is not { } id || !User.MayApplyFor(id) || (Application is { } file && file.EpnId != id))
            {
                return false;
            }

            var setId = Application?.CriteriaSetId;
            ChapterCode = await db
                .CriteriaSets.Where(s => s.Id == setId)
                .SelectMany(s => s.Chapters)
                .Where(c => c.Criteria.Any(k => k.Code == code))
                .Select(c => c.Code)
                .SingleOrDefaultAsync(HttpContext.RequestAborted);
            if (Application is not null && ChapterCode is null)
            {
                return false;
            }

            Epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == id, HttpContext.RequestAborted);
            Form = Form with
            {
                EpnId = id,
                ReplacesId = Replaced?.Id,
                ApplicationId = Application?.Id,
                CriterionCode = string.IsNullOrEmpty(code) ? null : code,
            };
            return true;
        }
    }
}
