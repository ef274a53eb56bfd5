using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.People;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Accounts.Features.SeeAs;

/// <summary>Shows the site as another person sees it, to help them. Nothing can be saved meanwhile: impersonation does not exist.</summary>
[AuditedAs("Vue du site comme une autre personne")]
internal static class BeginSeeAs
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid AccountId { get; init; }
        public Guid? SessionId { get; init; }
        public string Reason { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db, ICurrentUser user)
        {
            RuleFor(c => c.SessionId).NotNull().WithMessage("Connectez-vous d’abord").OverridePropertyName("");
            RuleFor(c => c.AccountId)
                .MustBeIn(
                    db.Accounts.ThatMayBeSeenAs(db),
                    "Seule se montre la vue d’un compte ouvert, sans rôle d’ÉcoNum"
                )
                .MustBeSomebodyElse(user);
            RuleFor(c => c.Reason).MustBeReason();
        }
    }

    public sealed class Handler(SeeAsSessions views) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await views.BeginAsync(
                command.SessionId!.Value,
                command.AccountId,
                command.Reason.Trim(),
                cancellationToken
            );
            return Unit.Value;
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page(AccountsDbContext db) : AccountActPage(db)
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnPostAsync() =>
            await FindAsync()
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        AccountId = Id,
                        SessionId = User.SessionId,
                    },
                    _ => AfterSignIn.Start,
                    notice: null
                )
                : NotFound();
    }
}
