using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Providers;

/// <summary>Takes a provider away from the ways to sign in to one's own account; never the last way.</summary>
[AuditedAs("Fournisseur de connexion détaché")]
internal static class DetachProvider
{
    public const string LastWay =
        "C’est votre seul moyen de vous connecter. Ajoutez d’abord un mot de passe, par « Mot de passe oublié » sur la page de connexion.";

    public sealed record Command : IRequest<Unit>
    {
        /// <summary>The key of the login.</summary>
        public string Key { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db, ICurrentUser user) =>
            RuleFor(c => c.Key)
                .MustAsync(
                    (key, cancel) => db.Logins.AnyAsync(l => l.UserId == user.Id && l.ProviderKey == key, cancel)
                )
                .WithMessage("Ce compte n’est plus attaché au vôtre.")
                .DependentRules(() =>
                    RuleFor(c => c.Key)
                        .MustAsync(
                            (key, cancel) =>
                                db.Accounts.AnyAsync(
                                    a =>
                                        a.Id == user.Id
                                        && (
                                            a.PasswordHash != null
                                            || db.Passkeys.Any(p => p.UserId == a.Id)
                                            || db.Logins.Any(l => l.UserId == a.Id && l.ProviderKey != key)
                                        ),
                                    cancel
                                )
                        )
                        .WithMessage(LastWay)
                );
    }

    public sealed class Handler(AccountsDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == user.Id, cancellationToken);
            var login = await db.Logins.SingleAsync(
                l => l.UserId == account.Id && l.ProviderKey == command.Key,
                cancellationToken
            );
            db.Logins.Remove(login);
            // Two ways taken away at once: the second save finds the stamp changed, and one way is left.
            account.ConcurrencyStamp = Guid.NewGuid().ToString();
            db.TellOwner(
                account,
                $"Votre compte {login.ProviderDisplayName} ne permet plus de se connecter ici.",
                clock.UtcNow
            );
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                throw new ValidationException([
                    new ValidationFailure(nameof(Command.Key), "Votre compte vient de changer. Recommencez."),
                ]);
            }

            return Unit.Value;
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(AccountsDbContext db) : ProvenPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public string Provider { get; private set; } = "";

        public async Task<IActionResult> OnGetAsync([FromQuery(Name = "fournisseur")] string? key)
        {
            Form = new() { Key = key ?? "" };
            await LoadAsync();
            return Provider.Length == 0 ? NotFound() : Page();
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, _ => ListProviders.Path, "Ce compte est détaché.", LoadAsync);

        private async Task LoadAsync()
        {
            var id = User.AccountId;
            Provider =
                await db
                    .Logins.Where(l => l.UserId == id && l.ProviderKey == Form.Key)
                    .Select(l => l.ProviderDisplayName)
                    .SingleOrDefaultAsync(HttpContext.RequestAborted)
                ?? "";
        }
    }
}
