using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Accounts;

/// <summary>Asks for a new password. Whether the address has an account is looked up after the answer, so that the answer cannot tell.</summary>
[AuditedAs("Réinitialisation du mot de passe demandée")]
internal static class AskForPasswordReset
{
    private const string Purpose = "CaseNumerique.PasswordReset";

    public sealed record Command : IRequest<Unit>
    {
        public string Email { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Email)
                .NotEmpty()
                .WithMessage("Indiquez votre adresse électronique.")
                .EmailAddress()
                .WithMessage("Indiquez une adresse électronique, comme nom@exemple.nc.")
                .MaximumLength(Account.EmailMaxLength)
                .WithMessage("Indiquez une adresse électronique de {MaxLength} caractères au plus.");
    }

    public sealed class Handler(AccountsDbContext db, IDataProtectionProvider protection)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var request = Guid.CreateVersion7();
            var email = protection.CreateProtector(Purpose).Protect(command.Email.Trim());
            db.Announce(new PasswordResetAsked(request, email), request);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    /// <summary>Sends the link, where there is an account to open with it.</summary>
    public sealed class Listener(
        AccountsDbContext db,
        IDataProtectionProvider protection,
        ILookupNormalizer normalizer,
        TimeProvider clock
    ) : INotificationHandler<PasswordResetAsked>
    {
        public async Task Handle(PasswordResetAsked notification, CancellationToken cancellationToken)
        {
            var email = normalizer.NormalizeEmail(
                protection.CreateProtector(Purpose).Unprotect(notification.ProtectedEmail)
            );
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedEmail == email, cancellationToken);
            var now = clock.UtcNow;
            switch (account)
            {
                case { IsOpen: true }:
                    db.Issue(
                        new AccountLink
                        {
                            AccountId = account.Id,
                            Purpose = LinkPurpose.PasswordReset,
                            Email = account.Email!,
                            CreatedAt = now,
                            ExpiresAt = now + AccountLink.ResetLife,
                        }
                    );
                    break;
                case { DisabledAt: null }:
                    // Invited, and the invitation is lost or too old: what helps is another.
                    db.Invite(account, now, by: null);
                    break;
                default:
                    return;
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }

    [AllowAnonymous]
    [EnableRateLimiting(SignInRateLimit.Policy)]
    public sealed class Page : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                _ => "/connexion",
                "Si cette adresse a un compte, un lien vient de lui être envoyé. Il sert une seule fois, pendant une heure."
            );
    }
}
