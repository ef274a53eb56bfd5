using CaseNumerique.Platform.Accounts;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CaseNumerique.Platform.Features.Accounts;

internal static class ActivateAccount
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid AccountId { get; init; }
        public string Token { get; init; } = "";
        public string Password { get; init; } = "";
        public string Repeated { get; init; } = "";
    }

    /// <summary>The path and query of the link that opens an account, good once and for 72 hours.</summary>
    public static async Task<string> LinkAsync(UserManager<Account> accounts, Account account)
    {
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        return $"/connexion/activation?compte={account.Id}&jeton={Uri.EscapeDataString(token)}";
    }

    private static Task<bool> IsGoodAsync(UserManager<Account> accounts, Account account, string token) =>
        accounts.VerifyUserTokenAsync(
            account,
            accounts.Options.Tokens.PasswordResetTokenProvider,
            UserManager<Account>.ResetPasswordTokenPurpose,
            token
        );

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Password)
                .MinimumLength(Account.PasswordMinLength)
                .WithMessage($"Choisissez un mot de passe d’au moins {Account.PasswordMinLength} caractères.");

            RuleFor(c => c.Repeated).Equal(c => c.Password).WithMessage("Écrivez deux fois le même mot de passe.");
        }
    }

    public sealed class Handler(
        UserManager<Account> accounts,
        SignInManager<Account> signIn,
        FrenchIdentityErrors errors
    ) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await accounts.FindByIdAsync(command.AccountId.ToString());
            if (account is null)
            {
                IdentityResult.Failed(errors.InvalidToken()).ThrowIfRefused("");
                return Unit.Value;
            }

            // The link came by this address, which is thereby confirmed; saved with the password, or not at all.
            account.EmailConfirmed = true;
            var outcome = await accounts.ResetPasswordAsync(account, command.Token, command.Password);
            outcome.ThrowIfRefused("");

            await signIn.SignInAsync(account, isPersistent: false);
            return Unit.Value;
        }
    }

    [AllowAnonymous]
    [EnableRateLimiting(SignInRateLimit.Policy)]
    public sealed class Page(UserManager<Account> accounts) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>Null when the link is not, or no longer, good.</summary>
        public string? Email { get; private set; }

        public Task OnGetAsync(Guid compte, string? jeton)
        {
            Form = Form with { AccountId = compte, Token = jeton ?? "" };
            return LoadAsync();
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, _ => "/gestion", "Votre compte est ouvert.", LoadAsync);

        private async Task LoadAsync()
        {
            var account = await accounts.FindByIdAsync(Form.AccountId.ToString());
            if (account is not null && await IsGoodAsync(accounts, account, Form.Token))
            {
                Email = account.Email;
            }
        }
    }
}
