using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Conflicts;

/// <summary>A stake is over, says the person who had declared it.</summary>
[AuditedAs("Intérêt terminé")]
internal static class EndConflict
{
    public sealed record Command(Guid Id) : IRequest<Guid>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, ICurrentUser user) =>
            RuleFor(c => c.Id)
                .MustAsync(
                    (id, ct) =>
                    {
                        var own = user.Id;
                        return db.ConflictsOfInterest.AnyAsync(
                            c => c.Id == id && c.AccountId == own && c.EndedAt == null,
                            ct
                        );
                    }
                )
                .WithMessage("Cet intérêt n’est pas le vôtre, ou il est déjà terminé.");
    }

    public sealed class Handler(LabellingDbContext db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var conflict = await db.ConflictsOfInterest.SingleAsync(c => c.Id == command.Id, cancellationToken);
            conflict.EndedAt = clock.UtcNow;
            await db.SaveChangesAsync(cancellationToken);
            return conflict.Id;
        }
    }

    [Authorize(Policies.Declare)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        public string EpnName { get; private set; } = "";

        public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await LoadAsync(id)
                ? await SendThenRedirectAsync(
                    new Command(id),
                    _ => "/gestion/labellisation/interets",
                    "L’intérêt est terminé. Pour revenir dessus, déclarez-le de nouveau."
                )
                : NotFound();

        private async Task<bool> LoadAsync(Guid id)
        {
            var own = User.AccountId;
            EpnName =
                await db
                    .ConflictsOfInterest.Where(c => c.Id == id && c.AccountId == own && c.EndedAt == null)
                    .Join(db.Epns, c => c.EpnId, e => e.Id, (c, e) => e.Name)
                    .SingleOrDefaultAsync(HttpContext.RequestAborted)
                ?? "";
            return EpnName.Length > 0;
        }
    }
}
