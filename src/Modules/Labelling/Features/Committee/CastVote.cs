using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>A member votes, and is there by that.</summary>
[AuditedAs("Vote en comité")]
internal static class CastVote
{
    /// <summary>Answers with the id of the item.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public VoteChoice? Choice { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, ICurrentUser user, Impartiality impartiality)
        {
            RuleFor(c => c.Choice).NotNull().WithMessage("Choisissez pour, contre ou abstention.");
            RuleFor(c => c.Choice)
                .CustomAsync(
                    async (_, context, ct) =>
                    {
                        var id = context.InstanceToValidate.Id;
                        var item = await db.CommitteeItems.AsNoTracking().Whole().SingleAsync(i => i.Id == id, ct);
                        var seat = item.Session.Seats.SingleOrDefault(s => s.AccountId == user.Id);
                        var reason =
                            CommitteeRoom.ReasonAgainstChanging(item)
                            ?? (
                                seat is null ? "Vous ne siégez pas dans cette séance."
                                : (await db.RecusedSeatsAsync(item, ct)).Contains(seat.Id)
                                    ? "Vous êtes en déport : vous ne votez pas sur ce dossier."
                                : await impartiality.ReasonAgainstAsync(item.Application.EpnId, ct)
                            );
                        if (reason is not null)
                        {
                            context.AddFailure(reason);
                        }
                    }
                );
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var item = await db.CommitteeItems.Whole().SingleAsync(i => i.Id == command.Id, cancellationToken);
            var seat = item.Session.Seats.Single(s => s.AccountId == user.Id);
            if (!seat.IsPresent)
            {
                seat.IsPresent = true;
                // Attendance that is being noted from before this vote is refused.
                item.Session.Touch();
            }

            item.SetVote(seat.Id, command.Choice!.Value, user);
            await db.SaveCommitteeAsync(nameof(Command.Choice), cancellationToken);
            return item.Id;
        }
    }

    [Authorize(Policies.Vote)]
    public sealed class Page : ItemPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id) || OwnSeat is not { } seat)
            {
                return NotFound();
            }

            Form = new Command { Choice = VoteOf(seat) };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            Form = Form with { Id = id };
            return await FindAsync(id) && OwnSeat is not null
                ? await SendThenRedirectAsync(Form, _ => ItemUrl, "Votre vote est enregistré.")
                : NotFound();
        }
    }
}
