using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>Notes what the vote says as the committee's opinion: with a quorum only, and once everybody present has voted.</summary>
[AuditedAs("Avis du comité noté")]
internal static class RecordResult
{
    /// <summary>Answers with the id of the item.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db) =>
            RuleFor(c => c.Version)
                .CustomAsync(
                    async (_, context, ct) =>
                    {
                        var id = context.InstanceToValidate.Id;
                        var item = await db.CommitteeItems.AsNoTracking().Whole().SingleAsync(i => i.Id == id, ct);
                        var reason =
                            CommitteeRoom.ReasonAgainstChanging(item)
                            ?? (await db.CountAsync(item, ct)).ReasonAgainst();
                        if (reason is not null)
                        {
                            context.AddFailure(reason);
                        }
                    }
                );
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.UtcNow;
            var item = await db.CommitteeItems.Whole().SingleAsync(i => i.Id == command.Id, cancellationToken);
            db.Entry(item).Property(i => i.Version).OriginalValue = command.Version;
            // A stake that ends tomorrow was one today: the minutes keep it.
            foreach (var seat in await db.RecusedSeatsAsync(item, cancellationToken))
            {
                if (item.Recusals.All(r => r.SeatId != seat))
                {
                    item.Recuse(seat, "Intérêt déclaré", now);
                }
            }

            item.Record(await db.CountAsync(item, cancellationToken), user, now);
            db.ApplicationEvents.Add(
                ApplicationEvent.Of(
                    item.Application,
                    "avis-du-comite",
                    FrenchText.Typeset(CommitteeWords.Result(item)),
                    user,
                    now,
                    isInternal: true
                )
            );
            await db.SaveCommitteeAsync(nameof(Command.Version), cancellationToken);
            return item.Id;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page : ItemPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            Form = new Command { Version = Item.Version };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            Form = Form with { Id = id };
            return await FindAsync(id)
                ? await SendThenRedirectAsync(Form, _ => ItemUrl, "Le résultat est noté.")
                : NotFound();
        }
    }
}
