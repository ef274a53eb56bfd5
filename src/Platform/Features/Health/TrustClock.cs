using CaseNumerique.Platform.Jobs;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Platform.Features.Health;

/// <summary>A person says that the clock, which had jumped, is right: what was held goes on.</summary>
[AuditedAs("Horloge tenue pour juste")]
internal static class TrustClock
{
    public sealed record Command : IRequest<Unit>
    {
        public bool IsSure { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IClockGuard clockGuard)
        {
            RuleFor(c => c.IsSure)
                .Equal(true)
                .WithMessage("Cochez la case : la date et l’heure affichées sont justes.");
            RuleFor(c => c)
                .MustAsync(async (_, ct) => await clockGuard.ReasonToHoldAsync(ct) is not null)
                .OverridePropertyName(nameof(Command.IsSure))
                .WithMessage("L’horloge n’est plus en cause : rien n’est retenu.");
        }
    }

    public sealed class Handler(ClockGuard clockGuard, JobSchedule schedule) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await clockGuard.TrustAsync(cancellationToken);
            foreach (var (id, _, _) in schedule.Wanted())
            {
                schedule.Trigger(id);
            }

            return Unit.Value;
        }
    }

    [Authorize(Policies.Operate)]
    public sealed class Page(IClockGuard clockGuard, TimeProvider clock) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public string? Held { get; private set; }

        public DateTime Now => clock.UtcNow;

        public async Task OnGetAsync() => Held = await clockGuard.ReasonToHoldAsync(HttpContext.RequestAborted);

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                _ => "/gestion/relances",
                "L’horloge est tenue pour juste. Les envois reprennent.",
                OnGetAsync
            );
    }
}
