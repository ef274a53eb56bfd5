using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Messages;

/// <summary>One side says that it has read the other: opening the page does not, since people look in without taking note.</summary>
[AuditedAs("Messages marqués comme lus")]
internal static class MarkRead
{
    public sealed record Command(Guid Id, bool IsByEpn) : IRequest<Unit>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Id).NotEmpty().WithMessage("Choisissez un dossier.");
    }

    public sealed class Handler(LabellingDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var unread = await db.Messages.Unread(command.Id, command.IsByEpn).ToListAsync(cancellationToken);
            unread.ForEach(m => m.ReadAt = clock.UtcNow);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page : FilePage
    {
        public async Task<IActionResult> OnGetAsync(Guid id) =>
            await FindAsync(id) ? Redirect($"{FileUrl}/messages") : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await FindAsync(id) && (User.IsEcoNum || MayApply)
                ? await SendThenRedirectAsync(
                    new Command(id, !User.IsEcoNum),
                    _ => $"{FileUrl}/messages",
                    "Les messages sont marqués comme lus."
                )
                : NotFound();
    }
}
