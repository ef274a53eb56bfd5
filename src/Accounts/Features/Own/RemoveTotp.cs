using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Own;

/// <summary>Back to the password alone; not for those whose role wants a second factor.</summary>
[AuditedAs("Double authentification retirée")]
internal static class RemoveTotp
{
    public const string Refusal =
        "Votre rôle à ÉcoNum demande un second facteur : remplacez l’application au lieu de la retirer.";

    public sealed record Command : IRequest<Unit>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db, ICurrentUser user) =>
            RuleFor(c => c)
                .MustAsync(async (_, token) => !await HoldsEcoNumRoleAsync(db, user.Id, token))
                .OverridePropertyName("")
                .WithMessage(FrenchText.Typeset(Refusal));
    }

    public sealed class Handler(AccountsDbContext db, Sessions sessions, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.OwnAsync(user, cancellationToken);
            account.ForgetTotp();
            await db.DropRecoveryCodesAsync(account.Id, cancellationToken);
            db.TellOwner(account, "La double authentification ne protège plus votre compte.", clock.UtcNow);
            await db.SaveChangesAsync(cancellationToken);
            await sessions.EndOthersAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(AccountsDbContext db, ICurrentUser user) : ProvenPage
    {
        public bool IsBound { get; private set; }

        public async Task OnGetAsync() => IsBound = await HoldsEcoNumRoleAsync(db, user.Id, HttpContext.RequestAborted);

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                new Command(),
                _ => ShowAccount.Path,
                "La double authentification est retirée.",
                OnGetAsync
            );
    }

    private static Task<bool> HoldsEcoNumRoleAsync(
        AccountsDbContext db,
        Guid? accountId,
        CancellationToken cancellationToken
    ) => db.RolesOf(accountId!.Value).AnyAsync(name => Roles.EcoNum.Contains(name), cancellationToken);
}
