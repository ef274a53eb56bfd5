using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ValidationException = FluentValidation.ValidationException;

namespace CaseNumerique.Labelling.Features.SelfChecks;

/// <summary>« En faire ma demande »: the answers of a self-check become those of a draft of an EPN's file.</summary>
[AuditedAs("Pré-diagnostic repris dans un dossier")]
internal static class ApplyFromSelfCheck
{
    /// <summary>Answers with the id of the file.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public string Token { get; init; } = "";
        public Guid? EpnId { get; init; }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var check = await db
                .SelfChecks.AsNoTracking()
                .Include(c => c.Answers)
                .Behind(command.Token, clock.Today)
                .SingleAsync(cancellationToken);
            var source = await SetAsync(check.CriteriaSetId, cancellationToken);
            var file =
                await db.Applications.DraftOfAsync(command.EpnId!.Value, cancellationToken)
                ?? await BeginAsync(command.EpnId!.Value, check.Context, cancellationToken);
            var target = await SetAsync(file.CriteriaSetId, cancellationToken);
            var known = await db
                .Answers.Where(a => a.ApplicationId == file.Id)
                .ToDictionaryAsync(a => a.CriterionId, cancellationToken);
            var count = 0;
            foreach (var (criterion, score) in SelfCheckTransfer.Of(check, source, target, file.Context))
            {
                if (!known.TryGetValue(criterion.Id, out var answer))
                {
                    db.Answers.Add(answer = new Answer { ApplicationId = file.Id, CriterionId = criterion.Id });
                }

                // What the EPN has already answered in its file is its own word.
                if (!answer.IsAnswered)
                {
                    (answer.SelfScore, answer.IsNotApplicable) = (score, score is null);
                    (answer.AnsweredAt, answer.AnsweredBy, answer.AnsweredById) = (clock.UtcNow, user.Name, user.Id);
                    answer.Touch();
                    count++;
                }
            }

            var what = $"{FrenchText.Count(count, "réponse reprise", "réponses reprises")} d’un pré-diagnostic";
            db.ApplicationEvents.Add(ApplicationEvent.Of(file, "pre-diagnostic", what, user, clock.UtcNow));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || error.IsDuplicate())
            {
                const string message = "Quelqu’un vient de changer le dossier de cet espace. Recommencez.";
                throw new ValidationException([new ValidationFailure(nameof(Command.EpnId), message)]);
            }

            return file.Id;
        }

        private Task<CriteriaSet> SetAsync(Guid id, CancellationToken cancellationToken) =>
            db.CriteriaSets.AsNoTracking().Whole().SingleAsync(s => s.Id == id, cancellationToken);

        private async Task<LabelApplication> BeginAsync(
            Guid epnId,
            EpnContext context,
            CancellationToken cancellationToken
        )
        {
            var set = await db.CriteriaSets.AsNoTracking().InForceAsync(cancellationToken);
            var file = new LabelApplication
            {
                EpnId = epnId,
                Kind = ApplicationKind.Initial,
                CriteriaSetId = set.Id,
                Context = context,
                StartedAt = clock.UtcNow,
                StartedBy = user.Name,
                StartedById = user.Id,
            };
            db.Applications.Add(file);
            return file;
        }
    }

    [Authorize(Policies.Apply)]
    public sealed class Page(ApplyingRules rules) : SelfCheckPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>The spaces that the person acts for, each with what stands in the way.</summary>
        public IReadOnlyList<BeginApplication.Choice> Choices { get; private set; } = [];

        public async Task<IActionResult> OnGetAsync(string jeton) => await LoadAsync(jeton) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(string jeton)
        {
            if (!await LoadAsync(jeton))
            {
                return NotFound();
            }

            // Another's space is as good as none.
            var isOwn = Choices.Any(c => c.Epn.Id == Form.EpnId);
            Form = Form with { Token = jeton, EpnId = isOwn ? Form.EpnId : null };
            return await SendThenRedirectAsync(
                Form,
                id => $"/gestion/labellisation/demandes/{id}",
                "Vos réponses sont dans le dossier. Ajoutez les preuves, puis déposez-le."
            );
        }

        private async Task<bool> LoadAsync(string token)
        {
            if (!await FindAsync(token))
            {
                return false;
            }

            Guid[] own = [.. User.EpnIds.Where(User.Manages)];
            var epns = await Db
                .Epns.AsNoTracking()
                .Where(e => own.Contains(e.Id) && e.ClosedOn == null)
                .OrderBy(e => e.SearchText)
                .ToListAsync(HttpContext.RequestAborted);
            List<BeginApplication.Choice> choices = [];
            foreach (var epn in epns)
            {
                choices.Add(new(epn, await rules.AgainstAnswersAsync(epn.Id, HttpContext.RequestAborted)));
            }

            Choices = choices;
            return true;
        }
    }
}
