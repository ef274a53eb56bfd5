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

namespace CaseNumerique.Accounts.Features.Providers;

/// <summary>An invited person chooses a provider instead of a password, by the link that came to their address.</summary>
[AuditedAs("Compte activé avec un fournisseur")]
internal static class ActivateWithProvider
{
    public const string LinkIsSpent =
        "Ce lien n’est plus valable. Demandez-en un nouveau à la personne qui vous a invité.";

    /// <summary>Answers with where the second proof is given; null when the session is open.</summary>
    public sealed record Command(ProviderSubject Subject, string Token) : IRequest<string?>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db) => RuleFor(c => c.Subject).MustFit().MustBeFree(db);
    }

    public sealed class Handler(AccountsDbContext db, SecretLink links, SignInStep step, TimeProvider clock)
        : IRequestHandler<Command, string?>
    {
        public async Task<string?> Handle(Command command, CancellationToken cancellationToken)
        {
            var found = await links.FindAsync(command.Token, [LinkPurpose.Activation], cancellationToken);
            if (found is not var (link, account))
            {
                throw Refused();
            }

            var now = clock.UtcNow;
            link.UsedAt = now;
            account.Activate(now);
            db.Logins.Add(command.Subject.LoginOf(account));
            await db.AnnounceChangeAsync(account, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException lost) when (lost is DbUpdateConcurrencyException || lost.IsDuplicate())
            {
                throw Refused();
            }

            return await step.PassFirstAsync(account, SignInMethod.Provider, cancellationToken);
        }

        private static ValidationException Refused() => new([new ValidationFailure("", LinkIsSpent)]);
    }

    [AllowAnonymous]
    [EnableRateLimiting(SignInRateLimit.Policy)]
    public sealed class Page(OidcProviders providers, SecretLink links) : ProviderPage(providers)
    {
        public async Task<IActionResult> OnPostAsync([FromForm(Name = "jeton")] string? token)
        {
            var origin = $"/connexion/activation?jeton={Uri.EscapeDataString(token ?? "")}";
            var found = await links.FindAsync(token, [LinkPurpose.Activation], HttpContext.RequestAborted);
            return found is null ? Redirect(origin) : await LeaveAsync(origin, token);
        }

        public Task<IActionResult> OnGetAsync() =>
            ArriveAsync((subject, token) => new Command(subject, token ?? ""), (step, _) => this.Next(step, null));
    }
}
