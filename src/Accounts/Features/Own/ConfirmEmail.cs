using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Own;

/// <summary>One of the two addresses agrees to the change; the second to agree makes it.</summary>
[AuditedAs("Adresse confirmée")]
internal static class ConfirmEmail
{
    private static readonly LinkPurpose[] _purposes = [LinkPurpose.EmailChangeOld, LinkPurpose.EmailChangeNew];

    /// <summary>Answers whether the address has changed; the other one has still to agree when it has not.</summary>
    public sealed record Command : IRequest<bool>
    {
        public string Token { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(SecretLink links) =>
            RuleFor(c => c.Token)
                .MustAsync(async (token, cancel) => await links.FindAsync(token, _purposes, cancel) is not null)
                .OverridePropertyName("")
                .WithMessage("Ce lien n’est plus valable.");
    }

    public sealed class Handler(
        AccountsDbContext db,
        SecretLink links,
        ILookupNormalizer normalizer,
        FrenchIdentityErrors errors,
        TimeProvider clock
    ) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            var (link, account) = (await links.FindAsync(command.Token, _purposes, cancellationToken))!.Value;
            var now = clock.UtcNow;
            link.UsedAt = now;
            var isSecond = await db.Links.AnyAsync(
                l => l.ChangeId == link.ChangeId && l.Id != link.Id && l.UsedAt != null,
                cancellationToken
            );
            if (isSecond)
            {
                account.Email = account.UserName = link.NewEmail;
                account.NormalizedEmail = account.NormalizedUserName = normalizer.NormalizeEmail(link.NewEmail);
                account.EmailConfirmed = true;
                await db.AnnounceChangeAsync(account, cancellationToken);
                db.Announce(new AccountEmailChanged(account.Id, link.ChangeId!.Value, now), account.Id);
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                // Somebody else has opened an account with that address in the meantime.
                IdentityResult.Failed(errors.DuplicateEmail(link.NewEmail!)).ThrowIfRefused("");
            }

            return isSecond;
        }
    }

    [AllowAnonymous]
    [EnableRateLimiting(SignInRateLimit.Policy)]
    public sealed class Page(SecretLink links) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>Null when the link is not, or no longer, good.</summary>
        public AccountLink? Link { get; private set; }

        public Task OnGetAsync(string? jeton)
        {
            Form = new Command { Token = jeton ?? "" };
            return LoadAsync();
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                hasChanged =>
                {
                    Notice = hasChanged
                        ? "Votre nouvelle adresse est en place : c’est elle qui vous connecte."
                        : "C’est confirmé. Le changement se fait dès que l’autre adresse confirme aussi.";
                    return "/connexion";
                },
                notice: null,
                LoadAsync
            );

        private async Task LoadAsync() =>
            Link = (await links.FindAsync(Form.Token, _purposes, HttpContext.RequestAborted))?.Link;
    }
}
