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

/// <summary>Another password, or a first one; the old one is asked, and all other sessions end.</summary>
[AuditedAs("Mot de passe changé")]
internal static class ChangePassword
{
    public const string Path = "/mon-compte/mot-de-passe";

    public sealed record Command : IRequest<Unit>
    {
        public string Current { get; init; } = "";
        public string Password { get; init; } = "";
        public string Repeated { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Current).MaximumLength(Account.PasswordMaxLength).WithMessage(ProveAgain.Refusal);
            RuleFor(c => c.Password).MustBeLongEnough();
            RuleFor(c => c.Repeated).MustRepeat(c => c.Password);
        }
    }

    public sealed class Handler(
        AccountsDbContext db,
        UserManager<Account> accounts,
        SignInTries tries,
        Sessions sessions,
        ICurrentUser user,
        TimeProvider clock
    ) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.OwnAsync(user, cancellationToken);
            await ThrowIfWrongAsync(account, command.Current, cancellationToken);
            await accounts.ThrowIfPoorAsync(account, command.Password);
            account.PasswordHash = accounts.PasswordHasher.HashPassword(account, command.Password);
            db.TellOwner(account, "Votre mot de passe a été changé dans « Mon compte ».", clock.UtcNow);
            await sessions.ProveAsync(isStrong: false, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await sessions.EndOthersAsync(cancellationToken);
            return Unit.Value;
        }

        private async Task ThrowIfWrongAsync(Account account, string current, CancellationToken cancellationToken)
        {
            var isRight = account.PasswordHash is null
                ? sessions.IsProven
                : !await tries.IsClosedAsync(account.Id, cancellationToken)
                    && await accounts.CheckPasswordAsync(account, current);
            if (!isRight)
            {
                await tries.FailAsync(account.Id, cancellationToken);
                throw new ValidationException([new ValidationFailure(nameof(Command.Current), ProveAgain.Refusal)]);
            }
        }
    }

    [Authorize(Policies.Own)]
    [EnableRateLimiting(SignInRateLimit.Policy)]
    public sealed class Page(AccountsDbContext db, Sessions sessions, ICurrentUser user) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Account Account { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync()
        {
            await LoadAsync();
            // Nothing to ask here of who has no password yet.
            return Account.PasswordHash is null && !sessions.IsProven
                ? Redirect($"{ProvenPage.ProofPath}?retour={Path}")
                : Page();
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                _ => ShowAccount.Path,
                "Votre mot de passe est changé, et vos autres sessions sont fermées.",
                LoadAsync
            );

        private async Task LoadAsync() => Account = await db.OwnAsync(user, HttpContext.RequestAborted);
    }
}
