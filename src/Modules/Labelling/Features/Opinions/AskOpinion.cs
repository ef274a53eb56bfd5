using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Opinions;

/// <summary>The assessor asks somebody outside what they think of a file, and reads here what they said.</summary>
[AuditedAs("Avis extérieur demandé")]
internal static class AskOpinion
{
    private const int FirstDays = 21;
    private const int MostDays = 120;

    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string Email { get; init; } = "";
        public string Question { get; init; } = "";
        public DateOnly? DueOn { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(FileCheck check, TimeProvider clock)
        {
            RuleFor(c => c.Id).MustBeForItsAssessor(check, FileWork.Follow);
            RuleFor(c => c.Name)
                .NotEmpty()
                .WithMessage("Indiquez le nom de la personne.")
                .MaximumLength(ExternalOpinion.NameMaxLength)
                .WithMessage("Écrivez le nom en {MaxLength} caractères au plus.");
            RuleFor(c => c.Email)
                .NotEmpty()
                .WithMessage("Indiquez son adresse électronique.")
                .EmailAddress()
                .WithMessage("Indiquez une adresse électronique, comme nom@exemple.nc.")
                .MaximumLength(ExternalOpinion.EmailMaxLength)
                .WithMessage("Indiquez une adresse de {MaxLength} caractères au plus.");
            RuleFor(c => c.Question)
                .NotEmpty()
                .WithMessage("Posez votre question.")
                .MaximumLength(ExternalOpinion.QuestionMaxLength)
                .WithMessage("Posez-la en {MaxLength} caractères au plus.");
            RuleFor(c => c.DueOn)
                .Must(day => day > clock.Today && day <= clock.Today.AddDays(MostDays))
                .WithMessage($"Choisissez un jour dans les {MostDays} jours qui viennent.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            var opinion = new ExternalOpinion
            {
                ApplicationId = file.Id,
                Name = command.Name.Trim(),
                Email = command.Email.Trim(),
                Question = command.Question.Trim(),
                DueOn = command.DueOn!.Value,
                AskedAt = clock.UtcNow,
                AskedBy = user.Name,
                AskedById = user.Id,
            };
            db.ExternalOpinions.Add(opinion);
            db.Announce(file, FileNews.OpinionAsked, opinion.Id);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db, TimeProvider clock) : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<ExternalOpinion> Opinions { get; private set; } = [];

        public DateOnly Today => clock.Today;

        public bool MayAsk => User.Assesses(Application) && FileWork.Follow.In.Contains(Application.Status);

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            Form = new Command { DueOn = clock.Today.AddDays(FirstDays) };
            return await LoadAsync(id) ? Page() : NotFound();
        }

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await LoadAsync(id)
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                    },
                    _ => $"{FileUrl}/avis-exterieurs",
                    "La question est envoyée, avec un lien personnel pour répondre."
                )
                : NotFound();

        private async Task<bool> LoadAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return false;
            }

            Opinions = await db
                .ExternalOpinions.AsNoTracking()
                .Where(o => o.ApplicationId == id)
                .OrderByDescending(o => o.AskedAt)
                .ToListAsync(HttpContext.RequestAborted);
            return true;
        }
    }
}
