using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>Adds a criterion to a draft, or changes or moves one.</summary>
[AuditedAs("Critère du référentiel enregistré")]
internal static class EditCriterion
{
    public sealed record Command : IRequest<string>
    {
        public int Number { get; init; }
        public int Version { get; init; }

        /// <summary>The criterion, as it was called; <see cref="CriteriaSetPage.New"/> to add one.</summary>
        public string Formerly { get; init; } = CriteriaSetPage.New;

        public string? Code { get; init; }

        /// <summary>Where it stands, as <see cref="CriterionPlace"/> writes it.</summary>
        public string? Place { get; init; }

        public string? Title { get; init; }
        public string? Help { get; init; }
        public CriterionKind? Kind { get; init; }
        public int? Weight { get; init; }
        public bool IsNotApplicableAllowed { get; init; }

        /// <summary>The threshold in a town holds in every context.</summary>
        public bool IsSameEverywhere { get; init; }

        public string? UrbanThreshold { get; init; }
        public string? RuralThreshold { get; init; }
        public string? RemoteThreshold { get; init; }
        public string? ItinerantThreshold { get; init; }
        public string? ExpectedProof { get; init; }
        public string? ProvenBy { get; init; }
        public string? Origin { get; init; }

        public string CleanCode => (Code ?? "").Trim().ToUpperInvariant();

        public void WriteTo(Criterion criterion)
        {
            criterion.Code = CleanCode;
            criterion.Title = Clean(Title) ?? "";
            criterion.Help = Clean(Help);
            criterion.Kind = Kind ?? CriterionKind.Mandatory;
            criterion.Weight = Weight ?? 0;
            criterion.IsNotApplicableAllowed = IsNotApplicableAllowed;
            criterion.UrbanThreshold = Clean(UrbanThreshold) ?? "";
            criterion.RuralThreshold = Clean(IsSameEverywhere ? UrbanThreshold : RuralThreshold) ?? "";
            criterion.RemoteThreshold = Clean(IsSameEverywhere ? UrbanThreshold : RemoteThreshold) ?? "";
            criterion.ItinerantThreshold = Clean(IsSameEverywhere ? UrbanThreshold : ItinerantThreshold) ?? "";
            criterion.ExpectedProof = Clean(ExpectedProof) ?? "";
            criterion.ProvenBy = Clean(ProvenBy);
            criterion.Origin = Clean(Origin);
        }

        private static string? Clean(string? text) =>
            string.IsNullOrWhiteSpace(text) ? null : FrenchText.Typeset(text.Trim());
    }

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var set = await db.TakeDraftAsync(command.Number, command.Version, cancellationToken);
            var place = CriterionPlace.Read(set, command.Place)!;
            var criterion = set.Criteria.SingleOrDefault(k => k.Code == command.Formerly);
            if (criterion is null)
            {
                criterion = Criterion.Empty();
                place.Chapter.Criteria.Add(criterion);
            }

            command.WriteTo(criterion);
            if (criterion.ChapterId != place.Chapter.Id)
            {
                db.Entry(criterion).Property(k => k.ChapterId).CurrentValue = place.Chapter.Id;
            }

            place.Put(criterion);
            await db.SaveDraftAsync(nameof(Command.Code), cancellationToken);
            return criterion.Code;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page : DraftPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public bool IsNew => Form.Formerly == New;

        public IEnumerable<SelectListItem> Places => CriterionPlace.All(Set, but: Form.Formerly);

        private Criterion? Saved => Set.Criteria.SingleOrDefault(k => k.Code == Form.Formerly);

        public async Task<IActionResult> OnGetAsync(int numero, string critere, string? chapitre)
        {
            Form = new Command { Formerly = critere };
            if (!await FindDraftAsync(numero) || (!IsNew && Saved is null))
            {
                return NotFound();
            }

            ReadVersion = Set.Version;
            var place = CriterionPlace.Of(Set, critere, chapitre);
            Form = Saved is { } saved ? CriterionForm.Of(saved, place) : CriterionForm.New(place);
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(int numero, string critere)
        {
            if (!await FindAsync(numero))
            {
                return NotFound();
            }

            (Form, ReadVersion) = (Form with { Number = numero, Formerly = critere }, Form.Version);
            return await SendThenRedirectAsync(
                Form,
                code => $"{SetUrl}#critere-{code}",
                "Le critère est enregistré.",
                CompareAsync
            );
        }

        private Task CompareAsync()
        {
            var typed = Criterion.Empty();
            Form.WriteTo(typed);
            return CompareAsync(() => Saved is { } saved ? Fact.Of(saved) : null, Fact.Of(typed));
        }
    }
}
