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

/// <summary>Signs in whom a provider vouches for, where an account has that subject attached. Nobody gets an account or a right here.</summary>
[AuditedAs("Connexion par un fournisseur")]
internal static class SignInWithProvider
{
    /// <summary>Answers with where the second proof is given; null when the session is open.</summary>
    public sealed record Command(ProviderSubject Subject) : IRequest<string?>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Subject).MustFit();
    }

    public sealed class Handler(AccountsDbContext db, SignInStep step, IAuditJournal journal)
        : IRequestHandler<Command, string?>
    {
        public async Task<string?> Handle(Command command, CancellationToken cancellationToken)
        {
            var subject = command.Subject;
            var account = await db
                .Logins.Of(subject)
                .Join(db.Accounts, l => l.UserId, a => a.Id, (l, a) => a)
                .SingleOrDefaultAsync(cancellationToken);
            if (account is { IsOpen: true })
            {
                return await step.PassFirstAsync(account, SignInMethod.Provider, cancellationToken);
            }

            await journal.RecordAsync(
                new AuditFact(
                    "account.provider-refused",
                    account is null
                        ? "Connexion par un fournisseur refusée : inconnu ici"
                        : "Connexion par un fournisseur refusée : compte fermé",
                    account is null ? $"Provider {subject.Issuer}" : $"Account {account.Id}",
                    AuditOutcome.Refused,
                    new Dictionary<string, string?>
                    {
                        ["Fournisseur"] = subject.Provider,
                        ["Empreinte"] = subject.ShortKey,
                    },
                    account?.Id
                ),
                cancellationToken
            );
            throw new ValidationException([
                new ValidationFailure("", account is null ? Unknown(subject.Provider) : Closed),
            ]);
        }
    }

    [AllowAnonymous]
    [EnableRateLimiting(SignInRateLimit.Policy)]
    public sealed class Page(OidcProviders providers) : ProviderPage(providers)
    {
        public Task<IActionResult> OnPostAsync([FromForm(Name = "retour")] string? returnUrl) =>
            LeaveAsync(this.Next(ProviderTrip.Start, returnUrl), returnUrl);

        public Task<IActionResult> OnGetAsync() =>
            ArriveAsync((subject, _) => new Command(subject), (step, returnUrl) => this.Next(step, returnUrl));
    }

    public const string Closed = "Votre compte est fermé. Si vous en avez encore besoin, appelez l’équipe du réseau.";

    public static string Unknown(string provider) =>
        FrenchText.Typeset(
            $"Votre compte {provider} n’est attaché à aucun compte d’ici. Un compte s’ouvre par invitation : suivez le lien reçu par courriel et choisissez-y {provider}. Si vous avez déjà un compte, connectez-vous avec votre mot de passe, puis attachez {provider} dans « Mon compte »."
        );
}
