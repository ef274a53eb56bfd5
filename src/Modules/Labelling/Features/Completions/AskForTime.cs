using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>The EPN asks, once, for more time to complete its file.</summary>
[AuditedAs("Délai supplémentaire demandé")]
internal static class AskForTime
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public string Reason { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, ApplicantCheck check)
        {
            RuleFor(c => c.Id).MustBeItsApplicants(check, ApplicationMove.Complete);
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Dites pourquoi il vous faut plus de temps.")
                .MaximumLength(CompletionRequest.ReasonMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.")
                .MustAsync(
                    async (c, _, ct) =>
                        await db.OpenCompletionAsync(c.Id, ct) is not { TimeAskedAt: not null }
                        && !await db.Applications.AnyAsync(a => a.Id == c.Id && a.IsCompletionExtended, ct)
                )
                .WithMessage("Le délai ne se prolonge qu’une fois. Envoyez ce que vous avez, ou écrivez un message.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            var request = (await db.OpenCompletionAsync(file.Id, cancellationToken))!;
            request.AskForTime(command.Reason.Trim(), clock.UtcNow);
            file.Touch();
            db.Tell(file, FileNews.MoreTimeAsked, user, clock.UtcNow, command.Reason.Trim());
            await db.SaveFileAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Apply)]
    public sealed class Page : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) && MayApply ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await FindAsync(id) && MayApply
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                    },
                    _ => $"{FileUrl}/complements",
                    "Votre demande est envoyée à la personne qui suit le dossier."
                )
                : NotFound();
    }
}
