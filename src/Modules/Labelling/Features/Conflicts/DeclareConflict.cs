using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Conflicts;

/// <summary>A person of ÉcoNum or of the committee says that they have a stake in an EPN.</summary>
[AuditedAs("Intérêt déclaré")]
internal static class DeclareConflict
{
    public sealed record Command : IRequest<Guid>
    {
        public Guid? EpnId { get; init; }
        public string Reason { get; init; } = "";
    }

    public sealed record Row(ConflictOfInterest Conflict, string EpnName, string Commune);

    public sealed class Validator : AbstractValidator<Command>
    {
        public const string AlreadyDeclared = "Vous avez déjà déclaré un intérêt dans cet espace.";

        public Validator(LabellingDbContext db, ICurrentUser user)
        {
            RuleFor(c => c.EpnId)
                .Cascade(CascadeMode.Stop)
                .NotEmpty()
                .WithMessage("Choisissez un espace.")
                .MustAsync((id, ct) => db.Epns.AnyAsync(e => e.Id == id && e.ClosedOn == null, ct))
                .WithMessage("Cet espace n’est pas connu, ou il a fermé.")
                .MustAsync(
                    async (id, ct) =>
                    {
                        var own = user.Id;
                        return !await db.ConflictsOfInterest.AnyAsync(
                            c => c.EpnId == id && c.AccountId == own && c.EndedAt == null,
                            ct
                        );
                    }
                )
                .WithMessage(AlreadyDeclared);
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Dites en quelques mots quel est cet intérêt.")
                .MaximumLength(ConflictOfInterest.ReasonMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var conflict = new ConflictOfInterest
            {
                AccountId = user.Id ?? throw new InvalidOperationException("Nobody declares for the system."),
                PersonName = user.Name,
                EpnId = command.EpnId!.Value,
                Reason = command.Reason.Trim(),
                DeclaredAt = clock.UtcNow,
            };
            db.ConflictsOfInterest.Add(conflict);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                throw new ValidationException([
                    new ValidationFailure(nameof(Command.EpnId), Validator.AlreadyDeclared),
                ]);
            }

            return conflict.Id;
        }
    }

    [Authorize(Policies.Declare)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        [FromQuery(Name = "page")]
        public int Number { get; set; } = 1;

        public IReadOnlyList<SelectListItem> Epns { get; private set; } = [];

        /// <summary>The person's own; everybody's for an administrator.</summary>
        public Paged<Row> List { get; private set; } = null!;

        public bool SeesAll => User.IsInRole(Roles.Administrator);

        public Task OnGetAsync() => LoadAsync();

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, _ => "/gestion/labellisation/interets", "L’intérêt est déclaré.", LoadAsync);

        private async Task LoadAsync()
        {
            Epns = await db
                .Epns.AsNoTracking()
                .Where(e => e.ClosedOn == null)
                .OrderBy(e => e.SearchText)
                .Select(e => new SelectListItem(e.Name + ", " + e.Commune, e.Id.ToString()))
                .ToListAsync(HttpContext.RequestAborted);
            var (own, seesAll) = (User.AccountId, SeesAll);
            List = await db
                .ConflictsOfInterest.AsNoTracking()
                .Where(c => seesAll || c.AccountId == own)
                .Join(db.Epns, c => c.EpnId, e => e.Id, (c, e) => new { Conflict = c, Epn = e })
                .OrderBy(x => x.Conflict.EndedAt == null ? 0 : 1)
                .ThenByDescending(x => x.Conflict.DeclaredAt)
                .ThenBy(x => x.Conflict.Id)
                .Select(x => new Row(x.Conflict, x.Epn.Name, x.Epn.Commune))
                .ToPageAsync(Number, HttpContext.RequestAborted);
        }
    }
}
