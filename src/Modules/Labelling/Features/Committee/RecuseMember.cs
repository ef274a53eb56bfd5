using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>A member keeps out of a file, by their own word or as the secretary notes it; a vote already cast goes.</summary>
[AuditedAs("Déport en comité")]
internal static class RecuseMember
{
    /// <summary>Answers with the id of the item.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }

        /// <summary>Chosen by the secretary; a member's own otherwise.</summary>
        public Guid? SeatId { get; init; }

        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Dites pourquoi, en une phrase : le secrétariat la lit.")
                .MaximumLength(Recusal.ReasonMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.");
            RuleFor(c => c.SeatId)
                .NotEmpty()
                .WithMessage("Choisissez le membre.")
                .CustomAsync(
                    async (seat, context, ct) =>
                    {
                        var id = context.InstanceToValidate.Id;
                        var item = await db.CommitteeItems.AsNoTracking().Whole().SingleAsync(i => i.Id == id, ct);
                        var reason =
                            CommitteeRoom.ReasonAgainstChanging(item)
                            ?? (item.Recusals.Any(r => r.SeatId == seat) ? "Ce membre est déjà en déport." : null)
                            ?? (item.Session.Seats.All(s => s.Id != seat) ? "Ce membre ne siège pas." : null);
                        if (reason is not null)
                        {
                            context.AddFailure(reason);
                        }
                    }
                );
        }
    }

    public sealed class Handler(LabellingDbContext db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var item = await db.CommitteeItems.Whole().SingleAsync(i => i.Id == command.Id, cancellationToken);
            item.Recuse(command.SeatId!.Value, command.Reason!.Trim(), clock.UtcNow);
            await db.SaveCommitteeAsync(nameof(Command.SeatId), cancellationToken);
            return item.Id;
        }
    }

    [Authorize(Policies.Sit)]
    public sealed class Page : ItemPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public IEnumerable<SelectListItem> Choices => Eligible.Select(s => new SelectListItem(s.Name, s.Id.ToString()));

        public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            // A member speaks for nobody else.
            Form = Form with
            {
                Id = id,
                SeatId = User.IsEcoNum ? Form.SeatId : OwnSeat?.Id,
            };
            return await SendThenRedirectAsync(Form, _ => ItemUrl, "Le déport est noté.");
        }
    }
}
