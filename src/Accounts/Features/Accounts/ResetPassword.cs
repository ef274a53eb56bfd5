using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CaseNumerique.Accounts.Features.Accounts;

/// <summary>Chooses another password by the link that came to the address. The second factor stays what it was (ASVS 6.4.3).</summary>
[AuditedAs("Mot de passe réinitialisé")]
internal static class ResetPassword
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
        Sessions sessions,
        FrenchIdentityErrors errors,
        TimeProvider clock
    ) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var found = await links.FindAsync(command.Token, [LinkPurpose.PasswordReset], cancellationToken);
            if (found is not var (link, account))
            {
                IdentityResult.Failed(errors.InvalidToken()).ThrowIfRefused("");
                return Unit.Value;
            }

            await accounts.ThrowIfPoorAsync(account, command.Password);
            var now = clock.UtcNow;
            link.UsedAt = now;
            account.PasswordHash = accounts.PasswordHasher.HashPassword(account, command.Password);
            db.TellOwner(account, "Votre mot de passe a été remplacé, par un lien envoyé à cette adresse.", now);
            (await accounts.UpdateAsync(account)).ThrowIfRefused("");
            await sessions.EndAllAsync(account.Id, but: null, cancellationToken);
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
            SendThenRedirectAsync(
                Form,
                _ => "/connexion",
                "Votre mot de passe est changé, et toutes vos sessions sont fermées. Connectez-vous.",
                LoadAsync
            );

        private async Task LoadAsync()
        {
            var found = await links.FindAsync(Form.Token, [LinkPurpose.PasswordReset], HttpContext.RequestAborted);
            Email = found?.Account.Email;
        }
    }
}
