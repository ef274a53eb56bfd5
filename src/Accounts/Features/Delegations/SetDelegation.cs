using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Delegations;

/// <summary>Who will be away names who stands in for them.</summary>
[AuditedAs("Remplacement décidé")]
internal static class SetDelegation
{
    public sealed record Command : IRequest<Unit>
    {
        /// <summary>Who is away.</summary>
        public Guid FromId { get; init; }

        public Guid? ToId { get; init; }
        public DateOnly? StartsOn { get; init; }
        public DateOnly? EndsOn { get; init; }
        public string Reason { get; init; } = "";
    }

    public sealed class Handler(AccountsDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var delegation = new Delegation
            {
                FromId = command.FromId,
                ToId = command.ToId!.Value,
                StartsOn = command.StartsOn!.Value,
                EndsOn = command.EndsOn!.Value,
                Reason = command.Reason.Trim(),
                CreatedAt = clock.UtcNow,
            };
            db.Delegations.Add(delegation);
            db.Announce(new DelegationSet(delegation.Id), delegation.Id);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    /// <summary>The form, for oneself or for another who is away.</summary>
    public abstract class FormPage(AccountsDbContext db, TimeProvider clock) : SlicePage
    {
        protected AccountsDbContext Db => db;

        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<(Guid Id, string Name)> Choices { get; private set; } = [];
        public string Back { get; protected set; } = "";

        protected async Task<IActionResult> ShowAsync(Guid fromId)
        {
            Form = Form with { FromId = fromId, StartsOn = clock.Today };
            await LoadChoicesAsync();
            return Page();
        }

        protected Task<IActionResult> SetAsync(Guid fromId)
        {
            Form = Form with { FromId = fromId };
            return SendThenRedirectAsync(
                Form,
                _ => Back,
                "Le remplacement est noté. Les deux personnes reçoivent un courriel.",
                LoadChoicesAsync
            );
        }

        private async Task LoadChoicesAsync()
        {
            var people = await db.StandInsForAsync(Form.FromId, clock.Today, HttpContext.RequestAborted);
            var found = await people
                .OrderBy(a => a.SearchText)
                .Select(a => new { a.Id, a.DisplayName })
                .ToListAsync(HttpContext.RequestAborted);
            Choices = [.. found.Select(a => (a.Id, a.DisplayName))];
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(AccountsDbContext db, TimeProvider clock) : FormPage(db, clock)
    {
        public Task<IActionResult> OnGetAsync() => ShowAsync(User.AccountId!.Value);

        public Task<IActionResult> OnPostAsync()
        {
            Back = ListOwnDelegations.Path;
            return SetAsync(User.AccountId!.Value);
        }
    }
}
