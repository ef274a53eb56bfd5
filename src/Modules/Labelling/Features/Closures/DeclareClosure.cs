using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Labels;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Closures;

/// <summary>A labelled EPN says that it closes for some days. It asks nobody; its label is not touched.</summary>
[AuditedAs("Fermeture temporaire déclarée")]
internal static class DeclareClosure
{
    public sealed record Command : IRequest<Guid>
    {
        public string Number { get; init; } = "";
        public DateOnly? FirstOn { get; init; }
        public DateOnly? LastOn { get; init; }
        public ClosureKind? Kind { get; init; }

        /// <summary>Required where the kind says nothing.</summary>
        public string? Words { get; init; }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var label = await db.Labels.SingleAsync(l => l.Number == command.Number, cancellationToken);
            var closure = new TemporaryClosure
            {
                EpnId = label.EpnId,
                FirstOn = command.FirstOn!.Value,
                LastOn = command.LastOn!.Value,
                Kind = command.Kind!.Value,
                Words = string.IsNullOrWhiteSpace(command.Words) ? null : command.Words.Trim(),
                DeclaredAt = clock.UtcNow,
                DeclaredBy = user.Name,
                DeclaredById = user.Id,
            };
            db.TemporaryClosures.Add(closure);
            var what =
                $"Fermeture temporaire déclarée, du {FrenchText.Date(closure.FirstOn)} au {FrenchText.Date(closure.LastOn)}";
            db.LabelEvents.Add(LabelEvent.Of(label, what, user, clock.UtcNow, ClosureWords.Of(closure.Kind)));
            db.Announce(closure.ToClosed(), closure.EpnId);
            await db.SaveChangesAsync(cancellationToken);
            return closure.Id;
        }
    }

    [Authorize(Policies.Hold)]
    public sealed class Page(LabellingDbContext db, TimeProvider clock) : OwnLabelPage(db, clock)
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public int MaxDays { get; private set; }

        public async Task<IActionResult> OnGetAsync(string numero)
        {
            if (await RefusalAsync(numero) is { } refusal)
            {
                return refusal;
            }

            Form = new Command { FirstOn = Today };
            await LoadAsync();
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(string numero)
        {
            if (await RefusalAsync(numero) is { } refusal)
            {
                return refusal;
            }

            Form = Form with { Number = Shown.Label.Number };
            return await SendThenRedirectAsync(
                Form,
                _ => Mine,
                "La fermeture est déclarée. La page de votre espace l’annonce.",
                LoadAsync
            );
        }

        private async Task LoadAsync() =>
            MaxDays = (await Db.ProcedureRules.AsNoTracking().InForceAsync(HttpContext.RequestAborted)).ClosureDays;
    }
}
