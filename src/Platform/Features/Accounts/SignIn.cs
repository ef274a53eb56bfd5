using CaseNumerique.Platform.Accounts;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Hosting;

namespace CaseNumerique.Platform.Features.Accounts;

internal static class SignIn
{
    // One sentence for every reason, so that nobody learns here which addresses have an account.
    public const string Refusal =
        "Cette adresse et ce mot de passe ne vont pas ensemble. Après cinq essais, le compte se ferme cinq minutes.";

    public sealed record Command : IRequest<Unit>
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
        SignInManager<Account> signIn,
        GatedPasswordHasher hasher
    ) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await accounts.FindByEmailAsync(command.Email.Trim());
            if (account is null || !await MayTryAsync(account))
            {
                hasher.VerifyNobody(command.Password);
                throw Refused();
            }

            var outcome = await signIn.PasswordSignInAsync(
                account,
                command.Password,
                isPersistent: false,
                lockoutOnFailure: true
            );
            return outcome.Succeeded ? Unit.Value : throw Refused();
        }

        private async Task<bool> MayTryAsync(Account account) =>
            account.PasswordHash is not null
            && await signIn.CanSignInAsync(account)
            && !await accounts.IsLockedOutAsync(account);

        private static ValidationException Refused() => new([new ValidationFailure(nameof(Command.Email), Refusal)]);
    }

    [AllowAnonymous]
    [EnableRateLimiting(SignInRateLimit.Policy)]
    public sealed class Page(ExampleAccounts examples, IHostEnvironment environment) : SlicePage
    {
        private const string Start = "/gestion";

        [BindProperty]
        public Command Form { get; set; } = new();

        [BindProperty(SupportsGet = true, Name = "retour")]
        public string? ReturnUrl { get; set; }

        public bool ShowsExamples { get; private set; }

        public async Task<IActionResult> OnGetAsync()
        {
            await LoadExamplesAsync();
            return User.Identity?.IsAuthenticated is true ? Redirect(Target) : Page();
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, _ => Target, notice: null, LoadExamplesAsync);

        private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Start;

        private async Task LoadExamplesAsync() =>
            ShowsExamples = environment.IsDevelopment() && await examples.IsPresentAsync(HttpContext.RequestAborted);
    }
}
