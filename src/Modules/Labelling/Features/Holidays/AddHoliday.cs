using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Holidays;

/// <summary>A day that the working days of ÉcoNum leave out, or count in spite of a public holiday.</summary>
[AuditedAs("Jour particulier ajouté")]
internal static class AddHoliday
{
    private const string Known = "Ce jour est déjà dans la liste. Retirez-le d’abord.";

    public sealed record Command : IRequest<Unit>
    {
        public DateOnly? On { get; init; }
        public string Name { get; init; } = "";
        public bool IsWorked { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.On)
                .Cascade(CascadeMode.Stop)
                .NotNull()
                .WithMessage("Indiquez le jour.")
                .MustAsync(async (day, ct) => !await db.Holidays.AnyAsync(h => h.On == day, ct))
                .WithMessage(Known)
                .Must((c, day) => !c.IsWorked || WorkingDays.PublicHolidays(day!.Value.Year).Any(h => h.On == day))
                .WithMessage("Ce jour n’est pas férié : il est déjà compté s’il tombe en semaine.");
            RuleFor(c => c.Name)
                .NotEmpty()
                .WithMessage("Donnez un intitulé, comme « Pont de l’Ascension ».")
                .MaximumLength(Holiday.NameMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.");
        }
    }

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            db.Holidays.Add(
                new Holiday
                {
                    On = command.On!.Value,
                    Name = command.Name.Trim(),
                    IsWorked = command.IsWorked,
                }
            );
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                throw new ValidationException([new ValidationFailure(nameof(Command.On), Known)]);
            }

            return Unit.Value;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page(LabellingDbContext db, TimeProvider clock) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<Holiday> Own { get; private set; } = [];

        /// <summary>Of this year and the next.</summary>
        public IReadOnlyList<(DateOnly On, string Name)> Public { get; private set; } = [];

        public Task OnGetAsync() => LoadAsync();

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, _ => "/gestion/parametres/jours-feries", "Le jour est ajouté.", LoadAsync);

        private async Task LoadAsync()
        {
            var year = clock.Today.Year;
            Public = [.. WorkingDays.PublicHolidays(year), .. WorkingDays.PublicHolidays(year + 1)];
            var first = new DateOnly(year, 1, 1);
            Own = await db
                .Holidays.AsNoTracking()
                .Where(h => h.On >= first)
                .OrderBy(h => h.On)
                .ToListAsync(HttpContext.RequestAborted);
        }
    }
}
