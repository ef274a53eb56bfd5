using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>The committee is asked something else than before; votes on the former question go.</summary>
[AuditedAs("Question mise aux voix")]
internal static class PutToVote
{
    /// <summary>Answers with the id of the item.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public OpinionKind? Motion { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.Motion).NotNull().WithMessage("Choisissez la question.");
            RuleFor(c => c.Motion)
                .CustomAsync(
                    async (_, context, ct) =>
                    {
                        var id = context.InstanceToValidate.Id;
                        var item = await db.CommitteeItems.AsNoTracking().Whole().SingleAsync(i => i.Id == id, ct);
                        if (CommitteeRoom.ReasonAgainstChanging(item) is { } reason)
                        {
                            context.AddFailure(reason);
                        }
                    }
                );
        }
    }

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var item = await db.CommitteeItems.Whole().SingleAsync(i => i.Id == command.Id, cancellationToken);
            if (item.Motion != command.Motion)
            {
                item.Motion = command.Motion!.Value;
                item.Votes.Clear();
                item.Touch();
            }

            await db.SaveCommitteeAsync(nameof(Command.Motion), cancellationToken);
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

            Form = new Command { Motion = Item.Motion };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            Form = Form with { Id = id };
            return await FindAsync(id)
                ? await SendThenRedirectAsync(Form, _ => ItemUrl, "La question est mise aux voix.")
                : NotFound();
        }
    }
}
