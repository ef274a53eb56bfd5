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
using Microsoft.Extensions.Hosting;

namespace CaseNumerique.Accounts.Features.Accounts;

[AuditedAs("Connexion")]
internal static class SignIn
{
    // One sentence for every reason, so that nobody learns here which addresses have an account.
    public const string Refusal =
        "Cette adresse et ce mot de passe ne vont pas ensemble. Après cinq essais, il faut attendre, d’une minute à un quart d’heure.";

    /// <summary>Answers with where the second proof is given; null when the session is open.</summary>
    public sealed record Command : IRequest<string?>
    {
        public string Email { get; init; } = "";
        public string Password { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email)
                .NotEmpty()
                .WithMessage("Indiquez votre adresse électronique.")
                .MaximumLength(Account.EmailMaxLength)
                .WithMessage(Refusal);

            RuleFor(c => c.Password)
                .NotEmpty()
                .WithMessage("Indiquez votre mot de passe.")
                .MaximumLength(Account.PasswordMaxLength)
                .WithMessage(Refusal);
        }
    }

    public sealed class Handler(
        UserManager<Account> accounts,
        SignInTries tries,
        SignInStep step,
        GatedPasswordHasher hasher
    ) : IRequestHandler<Command, string?>
    {
        public async Task<string?> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await accounts.FindByEmailAsync(command.Email.Trim());
            var isClosed = await tries.IsClosedAsync(account?.Id ?? Guid.Empty, cancellationToken);
            if (isClosed || account is not { IsOpen: true, PasswordHash: not null })
            {
                // The same work as for a wrong password, so that the delay does not tell the one from the other.
                hasher.VerifyNobody(command.Password);
                await tries.FailUncountedAsync(account?.Id, cancellationToken);
                throw Refused();
            }

            if (!await accounts.CheckPasswordAsync(account, command.Password))
            {
                await tries.FailAsync(account.Id, cancellationToken);
                throw Refused();
            }

            return await step.PassFirstAsync(account, SignInMethod.Password, cancellationToken);
        }

        private static ValidationException Refused() => new([new ValidationFailure(nameof(Command.Email), Refusal)]);
    }

    [AllowAnonymous]
    [EnableRateLimiting(SignInRateLimit.Policy)]
    public sealed class Page(ExampleAccounts examples, IHostEnvironment environment) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        [BindProperty(SupportsGet = true, Name = "retour")]
        public string? ReturnUrl { get; set; }

        /// <summary>The code of the example accounts' authenticator; null where no example is shown.</summary>
        public string? ExampleCode { get; private set; }

        public async Task<IActionResult> OnGetAsync()
        {
            await LoadExamplesAsync();
            return User.Identity?.IsAuthenticated is true ? Redirect(this.Target(ReturnUrl)) : Page();
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, next => this.Next(next, ReturnUrl), notice: null, LoadExamplesAsync);

        private async Task LoadExamplesAsync()
        {
            if (environment.IsDevelopment() && await examples.IsPresentAsync(HttpContext.RequestAborted))
            {
                ExampleCode = examples.CurrentCode;
            }
        }
    }
}
