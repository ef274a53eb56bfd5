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

namespace CaseNumerique.Accounts.Features.Passkeys;

/// <summary>Signs in with a passkey. The device made sure of its owner, so that nothing else is asked.</summary>
[AuditedAs("Connexion par une clé d’accès")]
internal static class SignInWithPasskey
{
    // One sentence for an unknown key, a removed one and a closed account.
    public const string Refusal =
        "Cette clé n’ouvre aucun compte, ou trop de temps a passé. Recommencez, ou passez par votre mot de passe.";

    public const string NotGiven = "Aucune clé n’est arrivée. Il faut JavaScript ; le mot de passe, lui, s’en passe.";

    public sealed record Command : IRequest<Unit>
    {
        /// <summary>What the browser got from the authenticator, in JSON.</summary>
        public string Credential { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Credential)
                .NotEmpty()
                .WithMessage(FrenchText.Typeset(NotGiven))
                .MaximumLength(AddPasskey.CredentialMaxLength)
                .WithMessage(FrenchText.Typeset(Refusal))
                .OverridePropertyName("");
    }

    public sealed class Handler(
        PasskeyProof proof,
        UserManager<Account> accounts,
        Sessions sessions,
        IAuditJournal journal
    ) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var shown = await proof.AssertAsync(command.Credential);
            if (shown is not { Account: { IsOpen: true } account, Passkey: var passkey })
            {
                await RefuseAsync(shown?.Account.Id, cancellationToken);
                throw new ValidationException([new ValidationFailure("", FrenchText.Typeset(Refusal))]);
            }

            // Keeps how often the key has signed: a copy of it would count from elsewhere.
            (await accounts.AddOrUpdatePasskeyAsync(account, passkey)).ThrowIfRefused("");
            await sessions.StartAsync(account, SignInMethod.Passkey, isStrong: true, cancellationToken);
            return Unit.Value;
        }

        private Task RefuseAsync(Guid? accountId, CancellationToken cancellationToken) =>
            journal.RecordAsync(
                new AuditFact(
                    "account.passkey-refused",
                    "Connexion par une clé d’accès refusée",
                    accountId is null ? "Clé inconnue ou essai périmé" : $"Compte {accountId}",
                    AuditOutcome.Refused,
                    ActorId: accountId
                ),
                cancellationToken
            );
    }

    [AllowAnonymous]
    [EnableRateLimiting(SignInRateLimit.Policy)]
    public sealed class Page(PasskeyProof proof) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        [BindProperty(SupportsGet = true, Name = "retour")]
        public string? ReturnUrl { get; set; }

        public string PasswordUrl => this.Next("/connexion", ReturnUrl);

        public IActionResult OnGet() =>
            User.Identity?.IsAuthenticated is true ? Redirect(this.Target(ReturnUrl)) : Page();

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, _ => this.Target(ReturnUrl), notice: null);

        /// <summary>For the script, right before the browser asks the authenticator.</summary>
        public async Task<IActionResult> OnPostChallengeAsync() =>
            Content(await proof.ChallengeAsync(), "application/json");
    }
}
