using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>Begins a new version, as the one in force stands.</summary>
[AuditedAs("Nouvelle version du référentiel commencée")]
internal static class StartDraft
{
    private const string OneAtATime =
        "Une version est déjà en préparation : terminez-la, ou abandonnez-la, avant d’en commencer une autre.";

    /// <summary>Answers with the number of the draft.</summary>
    public sealed record Command : IRequest<int>
    {
        public string Title { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db) =>
            RuleFor(c => c.Title)
                .NotEmpty()
                .WithMessage("Donnez un titre à la nouvelle version.")
                .MaximumLength(CriteriaSet.TitleMaxLength)
                .WithMessage("Résumez le titre en {MaxLength} caractères.")
                .MustAsync(
                    async (_, ct) => !await db.CriteriaSets.AnyAsync(s => s.Status == CriteriaSetStatus.Draft, ct)
                )
                .WithMessage(OneAtATime);
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var model = await db.CriteriaSets.AsNoTracking().InForceAsync(cancellationToken);
            var number = await db.CriteriaSets.MaxAsync(s => s.Number, cancellationToken) + 1;
            var draft = CriteriaSet.DraftFrom(model, number, user, clock.UtcNow);
            draft.Title = FrenchText.Typeset(command.Title.Trim());
            db.CriteriaSets.Add(draft);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                throw new ValidationException([new ValidationFailure(nameof(Command.Title), OneAtATime)]);
            }

            return number;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public string Model { get; private set; } = "";

        public async Task OnGetAsync()
        {
            await LoadAsync();
            Form = new Command { Title = "Référentiel du label" };
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                number => $"{CriteriaSetPage.Root}/{number}",
                "Le brouillon est prêt : il reprend la version en vigueur.",
                LoadAsync
            );

        private async Task LoadAsync() =>
            Model = (
                await db.CriteriaSets.SingleAsync(
                    s => s.Status == CriteriaSetStatus.Published,
                    HttpContext.RequestAborted
                )
            ).Name;
    }
}
