using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>A draft that was begun under a version of the referential now replaced goes on under the one in force.</summary>
[AuditedAs("Demande reprise dans le référentiel en vigueur")]
internal static class TakeUpCriteriaSet
{
    /// <summary>Answers with the codes that the new version no longer asks.</summary>
    public sealed record Command(Guid Id) : IRequest<IReadOnlyList<string>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db) => RuleFor(c => c.Id).MustAllow(ApplicationMove.Submit, db);
    }

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Command, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(Command command, CancellationToken cancellationToken)
        {
            var content = await FileContent.LoadAsync(db, command.Id, cancellationToken);
            var set = await db.CriteriaSets.AsNoTracking().InForceAsync(cancellationToken);
            if (set.Id == content.Set.Id)
            {
                return [];
            }

            var lost = await db.CopyAnswersAsync(content, content.File, set, cancellationToken);
            var former = content.AnswerOf.Values.Select(a => a.Id).ToList();
            db.EvidenceUses.RemoveRange(
                await db.EvidenceUses.Where(u => former.Contains(u.AnswerId)).ToListAsync(cancellationToken)
            );
            db.Answers.RemoveRange(content.AnswerOf.Values);
            content.File.CriteriaSetId = set.Id;
            content.File.Touch();
            await db.SaveChangesAsync(cancellationToken);
            return lost;
        }
    }

    [Authorize(Policies.Apply)]
    public sealed class Page(LabellingDbContext db) : StepPage
    {
        public override FileStep Step => FileStep.Filing;

        public CriteriaSet InForce { get; private set; } = null!;

        /// <summary>What the version in force asks that this file was not asked.</summary>
        public IEnumerable<Criterion> New =>
            InForce.Criteria.ExceptBy(Draft.Set.Criteria.Select(k => k.Code), k => k.Code);

        /// <summary>What it no longer asks.</summary>
        public IEnumerable<Criterion> Gone =>
            Draft.Set.Criteria.ExceptBy(InForce.Criteria.Select(k => k.Code), k => k.Code);

        public async Task<IActionResult> OnGetAsync(Guid id) => await OpenAsync(id) ?? Page();

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            if (await OpenAsync(id) is { } instead)
            {
                return instead;
            }

            Notice = $"Vos réponses sont reprises dans le référentiel version {InForce.Number}.";
            return await SaveAsync(new Command(id), () => $"{FileUrl}{FileStep.Filing.Path}");
        }

        protected override async Task LoadAsync()
        {
            await base.LoadAsync();
            InForce = await db.CriteriaSets.AsNoTracking().InForceAsync(HttpContext.RequestAborted);
        }
    }
}
