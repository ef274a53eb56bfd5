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

/// <summary>Adds a provider to the ways to sign in to one's own account.</summary>
[AuditedAs("Fournisseur de connexion attaché")]
internal static class AttachProvider
{
    /// <param name="AccountId">Who asked, before they left for the provider.</param>
    public sealed record Command(ProviderSubject Subject, Guid? AccountId) : IRequest<Unit>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db, ICurrentUser user)
        {
            RuleFor(c => c.Subject).MustFit().MustBeFree(db);
            // Somebody else has signed in on this machine meanwhile.
            RuleFor(c => c.AccountId).Must(id => id is not null && id == user.Id).WithMessage(ProviderTrouble.Failed);
        }
    }

    public sealed class Handler(AccountsDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == command.AccountId, cancellationToken);
            db.Logins.Add(command.Subject.LoginOf(account));
            db.TellOwner(
                account,
                $"Un compte {command.Subject.Provider} permet maintenant de se connecter au vôtre.",
                clock.UtcNow
            );
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException lost) when (lost.IsDuplicate())
            {
                throw new ValidationException([new ValidationFailure("", ProviderRules.Taken)]);
            }

            return Unit.Value;
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(OidcProviders providers, Sessions sessions) : ProviderPage(providers)
    {
        public async Task<IActionResult> OnPostAsync() =>
            sessions.IsProven
                ? await LeaveAsync(ListProviders.Path, User.AccountId.ToString())
                : Redirect(ProvenPage.ProofThen(ListProviders.Path));

        public Task<IActionResult> OnGetAsync() =>
            ArriveAsync(
                (subject, id) => new Command(subject, Guid.TryParse(id, out var own) ? own : null),
                (_, _) => ListProviders.Path
            );
    }
}
