using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Charters;

/// <summary>Begins a new version of the charter, from the words of the last one.</summary>
[AuditedAs("Nouvelle version de la charte commencée")]
internal static class StartCharter
{
    private const string OneAtATime =
        "Une version est déjà en préparation : terminez-la, ou abandonnez-la. Votre texte reste ici.";

    /// <summary>Answers with the number of the draft.</summary>
    public sealed record Command : CharterForm, IRequest<int>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            Include(new CharterForm.Rules());
            RuleFor(c => c.Text)
                .MustAsync(async (_, ct) => !await db.Charters.AnyAsync(c => c.Status == CharterStatus.Draft, ct))
                .WithMessage(OneAtATime);
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var last = await db.Charters.MaxAsync(c => c.Number, cancellationToken);
            var draft = Charter.Draft(last + 1, user, clock.UtcNow);
            command.WriteTo(draft);
            db.Charters.Add(draft);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                throw new ValidationException([new ValidationFailure(nameof(Command.Text), OneAtATime)]);
            }

            return draft.Number;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task OnGetAsync()
        {
            var last = await db.Charters.AsNoTracking().Published().FirstAsync(HttpContext.RequestAborted);
            Form = new Command { Text = last.Text };
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                number => $"{CharterPage.Root}/{number}",
                "Le brouillon est enregistré. Voici ce que lira l’espace."
            );
    }
}
