using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Holidays;

[AuditedAs("Jour particulier retiré")]
internal static class RemoveHoliday
{
    public sealed record Command(Guid Id) : IRequest<Unit>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Id).NotEmpty().WithMessage("Choisissez un jour de la liste.");
    }

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            // Nothing when somebody else has just removed it.
            db.Holidays.RemoveRange(await db.Holidays.Where(h => h.Id == command.Id).ToListAsync(cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        public Holiday Day { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await FindAsync(id)
                ? await SendThenRedirectAsync(
                    new Command(id),
                    _ => "/gestion/parametres/jours-feries",
                    "Le jour est retiré."
                )
                : NotFound();

        private async Task<bool> FindAsync(Guid id)
        {
            var day = await db
                .Holidays.AsNoTracking()
                .SingleOrDefaultAsync(h => h.Id == id, HttpContext.RequestAborted);
            Day = day!;
            return day is not null;
        }
    }
}
