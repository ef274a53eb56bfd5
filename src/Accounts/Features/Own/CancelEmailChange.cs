using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Own;

/// <summary>Takes back a change of address that one of the two has not confirmed; its page is <see cref="ChangeEmail"/>'s.</summary>
[AuditedAs("Changement d’adresse annulé")]
internal static class CancelEmailChange
{
    public sealed record Command : IRequest<Unit>;

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(AccountsDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.UtcNow;
            (await db.PendingEmailLinks(user.Id, now).ToListAsync(cancellationToken)).ForEach(l => l.RevokedAt = now);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
