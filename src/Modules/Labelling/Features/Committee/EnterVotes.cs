using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>The secretary enters the votes of those who raise their hands; what a member has voted by phone stands there already.</summary>
[AuditedAs("Voix saisies")]
internal static class EnterVotes
{
    /// <summary>Answers with the id of the item.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public int Version { get; init; }

        // MVC fills a list that is there.
        public List<Line> Lines { get; init; } = [];
    }

    public sealed record Line
    {
        public Guid SeatId { get; init; }

        /// <summary>Null while the member has not voted.</summary>
        public VoteChoice? Choice { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db) =>
            RuleFor(c => c.Lines)
                .CustomAsync(
                    async (lines, context, ct) =>
                    {
                        var id = context.InstanceToValidate.Id;
                        var item = await db.CommitteeItems.AsNoTracking().Whole().SingleAsync(i => i.Id == id, ct);
                        var recused = await db.RecusedSeatsAsync(item, ct);
                        var present = item.Session.Seats.Where(s => s.IsPresent && !recused.Contains(s.Id));
                        var reason =
                            CommitteeRoom.ReasonAgainstChanging(item)
                            ?? (
                                lines.Any(l => l.Choice is not null && present.All(s => s.Id != l.SeatId))
                                    ? "Seuls votent les membres présents qui ne sont pas en déport. Relisez les présences."
                                    : null
                            );
                        if (reason is not null)
                        {
                            context.AddFailure(reason);
                        }
                    }
                );
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var item = await db.CommitteeItems.Whole().SingleAsync(i => i.Id == command.Id, cancellationToken);
            db.Entry(item).Property(i => i.Version).OriginalValue = command.Version;
            foreach (var line in command.Lines.Where(l => l.Choice is not null))
            {
                item.SetVote(line.SeatId, line.Choice!.Value, user);
            }

            await db.SaveCommitteeAsync(nameof(Command.Lines), cancellationToken);
            return item.Id;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page : ItemPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<CommitteeSeat> Voting => [.. Eligible.Where(s => s.IsPresent)];

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            Form = new Command
            {
                Version = Item.Version,
                Lines = [.. Voting.Select(s => new Line { SeatId = s.Id, Choice = VoteOf(s) })],
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            Form = Form with { Id = id };
            return await FindAsync(id)
                ? await SendThenRedirectAsync(Form, _ => ItemUrl, "Les voix sont saisies.")
                : NotFound();
        }

        public string NameOf(Line line) => Session.Seats.SingleOrDefault(s => s.Id == line.SeatId)?.Name ?? "";
    }
}
