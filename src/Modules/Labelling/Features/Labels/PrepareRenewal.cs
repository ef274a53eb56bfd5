using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>Where the link of a reminder leads: what to prepare, by when, and whom to call.</summary>
internal static class PrepareRenewal
{
    public sealed record Query(string Number) : IRequest<View?>;

    public sealed record View(
        Guid EpnId,
        string Number,
        string EpnName,
        string Commune,
        DateOnly ExpiresOn,
        LabelStatus Status
    );

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, View?>
    {
        public Task<View?> Handle(Query query, CancellationToken cancellationToken) =>
            db
                .Labels.AsNoTracking()
                .Where(l => l.Number == query.Number)
                .Join(
                    db.Epns,
                    l => l.EpnId,
                    e => e.Id,
                    (l, e) => new View(e.Id, l.Number, e.Name, e.Commune, l.ExpiresOn, l.Status)
                )
                .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Those who keep a space see the end of its label come, from the first reminder on.</summary>
    public sealed class Todo(LabellingDbContext db, TimeProvider clock) : ITodoSource
    {
        private const int PressingDays = 30;

        public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
        {
            Guid[] epnIds = person.IsEcoNum ? [] : [.. person.EpnIds.Where(person.MayEdit)];
            if (epnIds.Length == 0)
            {
                return [];
            }

            var rules = await db.ReminderRules.AsNoTracking().InForceAsync(cancellationToken);
            var until = clock.Today.AddDays(rules.InForce.Select(m => m.DaysBefore).DefaultIfEmpty().Max());
            var labels = await db.StillReminded()
                .AsNoTracking()
                .Where(l => l.Status == LabelStatus.Active && l.ExpiresOn <= until && epnIds.Contains(l.EpnId))
                .Join(db.Epns, l => l.EpnId, e => e.Id, (l, e) => new { Label = l, e.Name })
                .OrderBy(x => x.Label.ExpiresOn)
                .ToListAsync(cancellationToken);
            return [.. labels.Select(x => ToItem(x.Label, x.Name))];
        }

        private TodoItem ToItem(Label label, string epnName)
        {
            var isPressing = label.ExpiresOn <= clock.Today.AddDays(PressingDays);
            return new TodoItem(
                $"Renouveler le label de {epnName}",
                $"/gestion/labellisation/renouveler/{label.Number}",
                $"Label {label.Number}, valable jusqu’au {FrenchText.Date(label.ExpiresOn)} inclus.",
                isPressing ? "late" : "todo",
                $"Avant le {FrenchText.Date(label.ExpiresOn)}",
                Urgency: isPressing ? 5 : 20
            );
        }
    }

    [Authorize(Policies.Renew)]
    public sealed class Page(LabellingDbContext db, IOptions<PortalOptions> portal, TimeProvider clock) : SlicePage
    {
        public View Shown { get; private set; } = null!;

        /// <summary>The renewal that is under way.</summary>
        public Guid? FileId { get; private set; }

        /// <summary>Why it cannot be begun, where it cannot.</summary>
        public string? ReasonAgainst { get; private set; }

        /// <summary>Whether the person writes in the EPN’s name: the people of ÉcoNum do not.</summary>
        public bool MayApply => User.MayApplyFor(Shown.EpnId);

        /// <summary>Whether the person binds the EPN.</summary>
        public bool MayBegin => User.Manages(Shown.EpnId);

        public PortalOptions Portal => portal.Value;

        public int DaysLeft => Shown.ExpiresOn.DayNumber - clock.Today.DayNumber;

        public async Task<IActionResult> OnGetAsync(string numero) => await LoadAsync(numero) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(string numero) =>
            await LoadAsync(numero) && MayBegin
                ? await SendThenRedirectAsync(
                    new BeginRenewal.Command(numero),
                    id => $"/gestion/labellisation/demandes/{id}{FileStep.Operator.Path}",
                    "Le renouvellement est commencé. Vos réponses précédentes sont reprises\u00A0: confirmez ou corrigez."
                )
                : NotFound();

        private async Task<bool> LoadAsync(string number)
        {
            // The label of others answers as one that does not exist.
            if (await SendAsync(new Query(number)) is not { } view || !User.MayEdit(view.EpnId))
            {
                return false;
            }

            Shown = view;
            var label = await db.Labels.AsNoTracking().SingleAsync(l => l.Number == number, HttpContext.RequestAborted);
            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(HttpContext.RequestAborted);
            ReasonAgainst = BeginRenewal.ReasonAgainst(label, rules, clock.Today);
            FileId = await db
                .Applications.OpenRenewalOf(label)
                .Select(a => (Guid?)a.Id)
                .FirstOrDefaultAsync(HttpContext.RequestAborted);
            return true;
        }
    }
}
