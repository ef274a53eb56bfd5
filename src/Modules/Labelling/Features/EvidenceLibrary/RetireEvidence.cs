using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.EvidenceLibrary;

/// <summary>A proof leaves the library. Drafts lose it; a filed file keeps what it was filed with.</summary>
[AuditedAs("Pièce retirée")]
internal static class RetireEvidence
{
    /// <summary>Answers with the EPN.</summary>
    public sealed record Command(Guid Id) : IRequest<Guid>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db) =>
            RuleFor(c => c.Id)
                .CustomAsync(
                    async (id, context, ct) =>
                    {
                        if (!await db.Evidence.AnyAsync(e => e.Id == id && e.RetiredAt == null, ct))
                        {
                            context.AddFailure(new ValidationFailure("", "Cette pièce est déjà retirée."));
                        }
                    }
                );
    }

    public sealed class Handler(LabellingDbContext db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var evidence = await db.Evidence.SingleAsync(e => e.Id == command.Id, cancellationToken);
            evidence.RetiredAt = clock.UtcNow;
            // A file to complete was filed with it.
            var drafts = await db.EditableUsesOf(evidence.Id)
                .Where(u =>
                    db.Answers.Any(a =>
                        a.Id == u.AnswerId
                        && db.Applications.Any(f => f.Id == a.ApplicationId && f.Status == ApplicationStatus.Draft)
                    )
                )
                .ToListAsync(cancellationToken);
            db.EvidenceUses.RemoveRange(drafts);
            await db.SaveChangesAsync(cancellationToken);
            return evidence.EpnId;
        }
    }

    [Authorize(Policies.Apply)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        public Evidence Shown { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await LoadAsync(id)
                ? await SendThenRedirectAsync(
                    new Command(id),
                    epnId => $"/gestion/labellisation/pieces?espace={epnId}",
                    "La pièce est retirée."
                )
                : NotFound();

        private async Task<bool> LoadAsync(Guid id)
        {
            var evidence = await db
                .Evidence.AsNoTracking()
                .SingleOrDefaultAsync(e => e.Id == id, HttpContext.RequestAborted);
            Shown = evidence!;
            return evidence is not null && User.MayApplyFor(evidence.EpnId);
        }
    }
}
