using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>An EPN begins its application: a draft, under the referential in force; after a refusal, it says what the refused file said.</summary>
[AuditedAs("Demande de label commencée")]
internal static class BeginApplication
{
    /// <summary>Answers with the id of the file.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid? EpnId { get; init; }
        public EpnContext? Context { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(ApplyingRules rules)
        {
            RuleFor(c => c.EpnId)
                .NotEmpty()
                .WithMessage("Choisissez un espace.")
                .CustomAsync(
                    async (id, context, ct) =>
                    {
                        if (id is { } epnId && await rules.AgainstAsync(epnId, ct) is { } obstacle)
                        {
                            context.AddFailure(obstacle.Words);
                        }
                    }
                );
            RuleFor(c => c.Context).NotEmpty().WithMessage("Choisissez où l’espace se trouve.").IsInEnum();
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var set = await db.CriteriaSets.AsNoTracking().InForceAsync(cancellationToken);
            var former = await db.LastRefusedAsync(command.EpnId!.Value, cancellationToken);
            var file = new LabelApplication
            {
                EpnId = command.EpnId.Value,
                Kind = ApplicationKind.Initial,
                CopiedFromId = former?.File.Id,
                CriteriaSetId = set.Id,
                Context = command.Context!.Value,
                StartedAt = clock.UtcNow,
                StartedBy = user.Name,
                StartedById = user.Id,
                OperatorName = former?.File.OperatorName,
                Ridet = former?.File.Ridet,
                RidetWaiver = former?.File.RidetWaiver,
                Project = former?.File.Project,
            };
            db.Applications.Add(file);
            if (former is not null)
            {
                await db.CopyAnswersAsync(former, file, set, cancellationToken);
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                const string message = "Quelqu’un vient de commencer une demande pour cet espace. Rechargez la page.";
                throw new ValidationException([new ValidationFailure(nameof(Command.EpnId), message)]);
            }

            return file.Id;
        }
    }

    public sealed record Choice(Epn Epn, Obstacle? Obstacle);

    [Authorize(Policies.Apply)]
    public sealed class Page(LabellingDbContext db, ApplyingRules rules) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<Choice> Choices { get; private set; } = [];

        public IEnumerable<Choice> Open => Choices.Where(c => c.Obstacle is null);

        /// <summary>Each context, with what it covers.</summary>
        public static IReadOnlyList<(EpnContext Context, string Words)> Contexts { get; } =
        [
            (EpnContext.Urban, "Nouméa et son agglomération, ou un centre bien desservi."),
            (EpnContext.Rural, "Un village ou une commune de l’intérieur."),
            (EpnContext.Remote, "Une tribu, ou une île hors de la Grande Terre. Les seuils d’heures sont plus bas."),
            (EpnContext.Itinerant, "Une caravane, un bus : l’espace va vers les gens et n’a pas de lieu fixe."),
        ];

        public async Task<IActionResult> OnGetAsync(Guid? espace)
        {
            if (espace is { } epnId && !User.Manages(epnId))
            {
                return NotFound();
            }

            await LoadAsync();
            Form = Form with { EpnId = espace ?? (Open.Count() == 1 ? Open.Single().Epn.Id : null) };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync()
        {
            if (Form.EpnId is { } epnId && !User.Manages(epnId))
            {
                return NotFound();
            }

            await LoadAsync();
            return await SendThenRedirectAsync(
                Form,
                id => $"/gestion/labellisation/demandes/{id}{FileStep.Operator.Path}",
                "La demande est commencée. Chaque étape s’enregistre : vous pouvez vous arrêter et revenir."
            );
        }

        private async Task LoadAsync()
        {
            Guid[] ids = [.. User.EpnIds.Where(User.Manages)];
            var epns = await db
                .Epns.AsNoTracking()
                .Where(e => ids.Contains(e.Id))
                .OrderBy(e => e.SearchText)
                .ToListAsync(HttpContext.RequestAborted);
            List<Choice> choices = [];
            foreach (var epn in epns)
            {
                choices.Add(new(epn, await rules.AgainstAsync(epn.Id, HttpContext.RequestAborted)));
            }

            Choices = choices;
        }
    }
}
