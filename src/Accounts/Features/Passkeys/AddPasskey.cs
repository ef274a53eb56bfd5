using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Passkeys;

/// <summary>Ties a passkey to one's own account, beside the password.</summary>
[AuditedAs("Clé d’accès ajoutée")]
internal static class AddPasskey
{
    public const int NameMaxLength = 60;
    public const int PerPerson = 10;

    // What a key answers, its attestation included, is a few kilobytes.
    public const int CredentialMaxLength = 20_000;

    public const string Refusal =
        "La clé n’a pas été enregistrée : trop de temps a passé, ou l’appareil n’a pas vérifié que c’est vous. Recommencez.";

    public const string NotMade = "Aucune clé n’est arrivée. Il faut JavaScript et un appareil qui sait en créer une.";

    public sealed record Command : IRequest<Unit>
    {
        public string Name { get; init; } = "";

        /// <summary>What the browser got from the authenticator, in JSON.</summary>
        public string Credential { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db, ICurrentUser user)
        {
            RuleFor(c => c.Name)
                .Must(name => !string.IsNullOrWhiteSpace(name))
                .WithMessage(FrenchText.Typeset("Nommez la clé, comme « Mon téléphone » : vous la reconnaîtrez."))
                .MaximumLength(NameMaxLength)
                .WithMessage("Abrégez le nom en {MaxLength} caractères.");
            RuleFor(c => c.Credential)
                .NotEmpty()
                .WithMessage(FrenchText.Typeset(NotMade))
                .MaximumLength(CredentialMaxLength)
                .WithMessage(FrenchText.Typeset(Refusal))
                .OverridePropertyName("");
            RuleFor(c => c)
                .MustAsync(
                    async (_, token) => await db.Passkeys.CountAsync(p => p.UserId == user.Id, token) < PerPerson
                )
                .OverridePropertyName("")
                .WithMessage(FrenchText.Typeset("Vous avez déjà dix clés : retirez-en une d’abord."));
        }
    }

    public sealed class Handler(
        AccountsDbContext db,
        UserManager<Account> accounts,
        PasskeyProof proof,
        ICurrentUser user,
        TimeProvider clock
    ) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.OwnAsync(user, cancellationToken);
            if (await proof.AttestAsync(account, command.Credential) is not { } passkey)
            {
                throw new ValidationException([new ValidationFailure("", FrenchText.Typeset(Refusal))]);
            }

            passkey.Name = command.Name.Trim();
            db.TellOwner(
                account,
                $"Une clé d’accès, « {passkey.Name} », permet maintenant de vous connecter.",
                clock.UtcNow
            );
            (await accounts.AddOrUpdatePasskeyAsync(account, passkey)).ThrowIfRefused("");
            return Unit.Value;
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(AccountsDbContext db, PasskeyProof proof, ICurrentUser user) : ProvenPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, _ => ListPasskeys.Path, "La clé d’accès est ajoutée.");

        /// <summary>For the script, right before the browser asks the authenticator.</summary>
        public async Task<IActionResult> OnPostChallengeAsync() =>
            Content(
                await proof.ChallengeNewAsync(await db.OwnAsync(user, HttpContext.RequestAborted)),
                "application/json"
            );
    }
}
