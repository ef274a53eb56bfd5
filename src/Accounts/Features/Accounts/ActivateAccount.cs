using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Accounts;

/// <summary>An invited person chooses a password, by the link that came to their address.</summary>
[AuditedAs("Compte activé")]
internal static class ActivateAccount
{
    public sealed record Command : IRequest<Unit>
    {
        public string Token { get; init; } = "";
        public string Password { get; init; } = "";
        public string Repeated { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Password).MustBeLongEnough();
            RuleFor(c => c.Repeated).MustRepeat(c => c.Password);
        }
    }

    public sealed class Handler(
        AccountsDbContext db,
        SecretLink links,
        UserManager<Account> accounts,
        SignInStep step,
        FrenchIdentityErrors errors,
        TimeProvider clock
    ) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var found = await links.FindAsync(command.Token, [LinkPurpose.Activation], cancellationToken);
            if (found is not var (link, account))
            {
                IdentityResult.Failed(errors.InvalidToken()).ThrowIfRefused("");
                return Unit.Value;
            }

            await accounts.ThrowIfPoorAsync(account, command.Password);

            // Saved by Identity with the password, in one go: the link is used, the address confirmed, the account open.
            var now = clock.UtcNow;
            link.UsedAt = now;
            account.Activate(now);
            await db.AnnounceChangeAsync(account, cancellationToken);
            (await accounts.AddPasswordAsync(account, command.Password)).ThrowIfRefused("");

            await step.PassFirstAsync(account, SignInMethod.Link, cancellationToken);
            return Unit.Value;
        }
    }

    [AllowAnonymous]
    [EnableRateLimiting(SignInRateLimit.Policy)]
    public sealed class Page(SecretLink links) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>Null when the link is not, or no longer, good.</summary>
        public string? Email { get; private set; }

        public Task OnGetAsync(string? jeton)
        {
            Form = Form with { Token = jeton ?? "" };
            return LoadAsync();
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, _ => AfterSignIn.Start, "Votre compte est ouvert.", LoadAsync);

        private async Task LoadAsync()
        {
            var found = await links.FindAsync(Form.Token, [LinkPurpose.Activation], HttpContext.RequestAborted);
            Email = found?.Account.Email;
        }
    }
}
