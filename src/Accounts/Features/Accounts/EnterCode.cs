using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Accounts;

/// <summary>The second proof: a code of the authenticator, or one of the recovery codes.</summary>
[AuditedAs("Second facteur donné")]
internal static class EnterCode
{
    public const string Refusal =
        "Ce code ne convient pas. Prenez celui que l’application affiche maintenant, ou un code de secours jamais utilisé.";

    public sealed record Command : IRequest<Unit>
    {
        public string Code { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Code)
                .NotEmpty()
                .WithMessage("Indiquez le code à six chiffres.")
                .MaximumLength(40)
                .WithMessage(Refusal);
    }

    public sealed class Handler(
        AccountsDbContext db,
        SignInStep step,
        SignInTries tries,
        Sessions sessions,
        Totp totp,
        TimeProvider clock
    ) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await step.CurrentAsync(cancellationToken) is not var (account, method))
            {
                throw Refused("Le temps est passé : donnez de nouveau votre mot de passe.");
            }

            if (await tries.IsClosedAsync(account.Id, cancellationToken))
            {
                throw Refused(Refusal);
            }

            if (
                !totp.Accept(account, command.Code) && !await UseRecoveryAsync(account, command.Code, cancellationToken)
            )
            {
                await tries.FailAsync(account.Id, cancellationToken);
                throw Refused(Refusal);
            }

            await sessions.StartAsync(account, method, isStrong: true, cancellationToken);
            return Unit.Value;
        }

        private async Task<bool> UseRecoveryAsync(Account account, string code, CancellationToken cancellationToken)
        {
            var hash = RecoveryCode.HashOf(code);
            var found = await db.RecoveryCodes.SingleOrDefaultAsync(
                c => c.AccountId == account.Id && c.Hash == hash && c.UsedAt == null,
                cancellationToken
            );
            if (found is null)
            {
                return false;
            }

            found.UsedAt = clock.UtcNow;
            db.TellOwner(account, "Un code de secours vient d’ouvrir votre compte ; il ne servira plus.", clock.UtcNow);
            return true;
        }

        private static ValidationException Refused(string why) =>
            new([new ValidationFailure(nameof(Command.Code), why)]);
    }

    [AllowAnonymous]
    [EnableRateLimiting(SignInRateLimit.Policy)]
    public sealed class Page(SignInStep step) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        [BindProperty(SupportsGet = true, Name = "retour")]
        public string? ReturnUrl { get; set; }

        public async Task<IActionResult> OnGetAsync() =>
            await step.CurrentAsync(HttpContext.RequestAborted) is null ? Redirect("/connexion") : Page();

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, _ => this.Target(ReturnUrl), notice: null);
    }
}
