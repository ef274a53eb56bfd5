using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>For a renewal: all that a chapter said in the former file is still true, but for what its proofs no longer show.</summary>
[AuditedAs("Chapitre confirmé")]
internal static class ConfirmChapter
{
    /// <summary>Answers with how many answers could not be confirmed.</summary>
    public sealed record Command(Guid Id, string Chapter) : IRequest<int>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db) => RuleFor(c => c.Id).MustBeEditable(db);
    }

    public sealed class Handler(LabellingDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var content = await FileContent.LoadAsync(db, command.Id, cancellationToken);
            var chapter = content.Set.Chapters.Single(c => c.Code == command.Chapter);
            var left = 0;
            foreach (var criterion in chapter.Criteria)
            {
                if (
                    content.Find(criterion) is not { IsAnswered: true } answer
                    || Completeness.IsConfirmed(content.File, answer)
                )
                {
                    continue;
                }

                if (HasOnlyExpired(content, answer, clock.Today))
                {
                    left++;
                    continue;
                }

                answer.IsStillTrue = true;
                answer.Touch();
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                const string message = "Quelqu’un répond à ce chapitre en même temps. Relisez-le, puis confirmez.";
                throw new ValidationException([new ValidationFailure("", message)]);
            }

            await db.NoteSavedAsync(command.Id, clock.UtcNow, cancellationToken);
            return left;
        }
    }

    /// <summary>Whether it once had a proof, and has none that still holds.</summary>
    public static bool HasOnlyExpired(FileContent content, Answer answer, DateOnly today)
    {
        var proofs = content.ProofsOf[answer.Id].ToList();
        return proofs.Count > 0 && proofs.TrueForAll(p => !p.IsValid(today));
    }

    [Authorize(Policies.Apply)]
    public sealed class Page : StepPage
    {
        public Chapter Chapter { get; private set; } = null!;

        public override FileStep Step => FileStep.For(Chapter);

        public string ChapterUrl => $"{FileUrl}{Step.Path}";

        public bool IsExpired(Criterion criterion) =>
            Draft.Find(criterion) is { } answer && HasOnlyExpired(Draft, answer, Today);

        public async Task<IActionResult> OnGetAsync(Guid id, string chapitre) =>
            await OpenAsync(id, chapitre) ?? (Unconfirmed(Chapter).Any() ? Page() : Redirect(ChapterUrl));

        public async Task<IActionResult> OnPostAsync(Guid id, string chapitre)
        {
            if (await OpenAsync(id, chapitre) is { } instead)
            {
                return instead;
            }

            var before = Unconfirmed(Chapter).Count();
            var answer = await SaveAsync(
                new Command(id, chapitre),
                () => Unconfirmed(Chapter).Any() ? ChapterUrl : NextUrl
            );
            var confirmed = FrenchText.Count(
                before - Unconfirmed(Chapter).Count(),
                "réponse confirmée",
                "réponses confirmées"
            );
            Notice = Unconfirmed(Chapter).Any()
                ? $"{confirmed}. Une pièce a expiré\u00A0: renouvelez-la, ou changez la réponse."
                : $"{confirmed}.";
            return answer;
        }

        private async Task<IActionResult?> OpenAsync(Guid id, string code)
        {
            if (await OpenAsync(id) is { } instead)
            {
                return instead;
            }

            Chapter = Draft.Set.Chapters.SingleOrDefault(c => c.Code == code)!;
            return Chapter is null ? NotFound() : null;
        }
    }
}
