using CaseNumerique.Platform.Jobs;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Notifications;

/// <summary>Notifications that a handler could not take in, and those it is still trying.</summary>
[AuditedAs("Notification relancée")]
internal static class ListDeadLetters
{
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(
        string Module,
        long DeliveryId,
        string Notification,
        string Handler,
        DeliveryState State,
        int Attempts,
        DateTime? RetryAt,
        string? LastError
    );

    public sealed class Handler(IEnumerable<ModuleDbContext> modules) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        private const int MostPerModule = 100;

        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            List<Row> rows = [];
            foreach (var db in modules)
            {
                var found = await db
                    .Deliveries.AsNoTracking()
                    .Where(d => d.State == DeliveryState.Dead || (d.State == DeliveryState.Pending && d.Attempts > 0))
                    .OrderByDescending(d => d.Id)
                    .Take(MostPerModule)
                    .Join(db.Outbox, d => d.MessageId, m => m.Id, (d, m) => new { Delivery = d, m.Type })
                    .ToListAsync(cancellationToken);
                rows.AddRange(
                    found.Select(x => new Row(
                        db.Module,
                        x.Delivery.Id,
                        x.Type.Split('.')[^1],
                        HandlerName(x.Delivery.Handler),
                        x.Delivery.State,
                        x.Delivery.Attempts,
                        x.Delivery.RetryAt,
                        x.Delivery.LastError
                    ))
                );
            }

            return rows;
        }

        // « CaseNumerique.Labelling.Features.Epns.KeepEpnCopy+Handler » is read as « Labelling, KeepEpnCopy ».
        private static string HandlerName(string fullName)
        {
            var parts = fullName.Split('.');
            return parts.Length < 3 ? fullName : $"{parts[1]}, {parts[^1].Split('+')[0]}";
        }
    }

    public sealed record Command : IRequest<Unit>
    {
        public string Module { get; init; } = "";
        public long DeliveryId { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IEnumerable<ModuleDbContext> modules) =>
            RuleFor(c => c)
                .MustAsync(
                    async (c, ct) =>
                        modules.SingleOrDefault(m => m.Module == c.Module) is { } db
                        && await db.Deliveries.AnyAsync(
                            d => d.Id == c.DeliveryId && d.State != DeliveryState.Delivered,
                            ct
                        )
                )
                .OverridePropertyName(nameof(Command.DeliveryId))
                .WithMessage("Cette notification est déjà passée, ou n’existe pas.");
    }

    /// <summary>Sends one again, at once.</summary>
    public sealed class ResendHandler(IEnumerable<ModuleDbContext> modules, JobWaker waker)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await modules
                .Single(m => m.Module == command.Module)
                .Deliveries.Where(d => d.Id == command.DeliveryId && d.State != DeliveryState.Delivered)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(d => d.State, DeliveryState.Pending)
                            .SetProperty(d => d.Attempts, 0)
                            .SetProperty(d => d.RetryAt, (DateTime?)null)
                            .SetProperty(d => d.LeaseUntil, (DateTime?)null),
                    cancellationToken
                );
            waker.Wake(NotificationDispatchJob.JobId);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Operate)]
    public sealed class Page : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<Row> Rows { get; private set; } = [];

        public async Task OnGetAsync() => Rows = await SendAsync(new Query());

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                _ => "/gestion/parametres/notifications",
                "La notification repart.",
                OnGetAsync
            );
    }
}
