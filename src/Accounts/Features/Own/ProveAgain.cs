using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CaseNumerique.Accounts.Features.Own;

/// <summary>Shows once more who is there, before a change that a borrowed machine must not make.</summary>
[AuditedAs("Identité prouvée de nouveau")]
internal static class ProveAgain
{
    public const string Refusal =
        "Ce n’est pas celui de votre compte. Après cinq essais, il faut attendre, d’une minute à un quart d’heure.";

    public sealed record Command : IRequest<Unit>
    {
        public string Password { get; init; } = "";

        /// <summary>For an account without a password.</summary>
        public string Code { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Password).MaximumLength(Account.PasswordMaxLength).WithMessage(Refusal);
            RuleFor(c => c.Code).MaximumLength(40).WithMessage(Refusal);
        }
    }

    public sealed class Handler(
        AccountsDbContext db,
        UserManager<Account> accounts,
        SignInTries tries,
        Sessions sessions,
        Totp totp,
        ICurrentUser user
    ) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.OwnAsync(user, cancellationToken);
            var hasPassword = account.PasswordHash is not null;
            var field = hasPassword ? nameof(Command.Password) : nameof(Command.Code);
            var isClosed = await tries.IsClosedAsync(account.Id, cancellationToken);
            var isRight =
                !isClosed
                && (
                    hasPassword
                        ? await accounts.CheckPasswordAsync(account, command.Password)
                        : totp.Accept(account, command.Code)
                );
            if (!isRight)
            {
                await tries.FailAsync(account.Id, cancellationToken);
                throw new ValidationException([new ValidationFailure(field, Refusal)]);
            }

            await sessions.ProveAsync(isStrong: !hasPassword, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Own)]
    [EnableRateLimiting(SignInRateLimit.Policy)]
    public sealed class Page(AccountsDbContext db, ICurrentUser user) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        [BindProperty(SupportsGet = true, Name = "retour")]
        public string? ReturnUrl { get; set; }

        public bool HasPassword { get; private set; }

        public bool HasTotp { get; private set; }

        public Task OnGetAsync() => LoadAsync();

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                _ => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : ShowAccount.Path,
                notice: null,
                LoadAsync
            );

        private async Task LoadAsync()
        {
            var account = await db.OwnAsync(user, HttpContext.RequestAborted);
            (HasPassword, HasTotp) = (account.PasswordHash is not null, account.TotpSince is not null);
        }
    }
}
