using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Opinions;

/// <summary>Somebody outside answers by their personal link, once, without an account.</summary>
[AuditedAs("Avis extérieur donné")]
internal static class AnswerOpinion
{
    private const string Closed = "Cet avis est déjà donné, ou n’est plus attendu.";

    public sealed record Command : IRequest<Unit>
    {
        public string Token { get; init; } = "";
        public string Answer { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, OpinionLink link)
        {
            RuleFor(c => c.Token)
                .MustAsync((token, ct) => db.ExternalOpinions.Awaited(db, link.IdOf(token)).AnyAsync(ct))
                .OverridePropertyName("")
                .WithMessage(Closed);
            RuleFor(c => c.Answer)
                .NotEmpty()
                .WithMessage("Écrivez votre avis.")
                .MaximumLength(ExternalOpinion.AnswerMaxLength)
                .WithMessage("Résumez votre avis en {MaxLength} caractères.");
        }
    }

    public sealed class Handler(LabellingDbContext db, OpinionLink link, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var opinion = await db
                .ExternalOpinions.Awaited(db, link.IdOf(command.Token))
                .SingleAsync(cancellationToken);
            opinion.NoteAnswer(command.Answer.Trim(), clock.UtcNow);
            var file = await db.Applications.SingleAsync(a => a.Id == opinion.ApplicationId, cancellationToken);
            db.Announce(file, FileNews.OpinionReceived, opinion.Id);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                throw new ValidationException([new ValidationFailure("", Closed)]);
            }

            return Unit.Value;
        }
    }

    [AllowAnonymous]
    public sealed class Page(LabellingDbContext db, OpinionLink link) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public ExternalOpinion Asked { get; private set; } = null!;

        public Epn Epn { get; private set; } = null!;

        public string? Project { get; private set; }

        /// <summary>Whether an answer is still waited for.</summary>
        public bool IsOpen { get; private set; }

        public async Task<IActionResult> OnGetAsync(string jeton) => await LoadAsync(jeton) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(string jeton) =>
            await LoadAsync(jeton)
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        Token = jeton,
                    },
                    _ => $"/avis-exterieur/{jeton}",
                    "Merci. Votre avis est transmis à la personne qui suit le dossier."
                )
                : NotFound();

        private async Task<bool> LoadAsync(string token)
        {
            // The page names a person: no cache keeps it, and the link tells no other site of itself.
            Response.Headers.CacheControl = "no-store";
            Response.Headers["Referrer-Policy"] = "no-referrer";
            var id = link.IdOf(token);
            var found = await db
                .ExternalOpinions.AsNoTracking()
                .Where(o => o.Id == id)
                .Join(db.Applications, o => o.ApplicationId, a => a.Id, (o, a) => new { Opinion = o, File = a })
                .Join(
                    db.Epns,
                    x => x.File.EpnId,
                    e => e.Id,
                    (x, e) =>
                        new
                        {
                            x.Opinion,
                            x.File.Project,
                            Epn = e,
                        }
                )
                .SingleOrDefaultAsync(HttpContext.RequestAborted);
            if (found is null)
            {
                return false;
            }

            (Asked, Epn, Project) = (found.Opinion, found.Epn, found.Project);
            IsOpen = await db.ExternalOpinions.Awaited(db, id).AnyAsync(HttpContext.RequestAborted);
            return true;
        }
    }

    /// <summary>Not answered yet, about a file whose opinion is still to be given.</summary>
    private static IQueryable<ExternalOpinion> Awaited(
        this IQueryable<ExternalOpinion> opinions,
        LabellingDbContext db,
        Guid? id
    )
    {
        var inHand = db.Applications.InHand();
        return opinions.Where(o => o.Id == id && o.AnsweredAt == null && inHand.Any(a => a.Id == o.ApplicationId));
    }
}
