using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.People;

[AuditedAs("Rôles changés")]
internal static class ChangeRoles
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid AccountId { get; init; }
        public bool IsAdministrator { get; init; }
        public bool IsAgent { get; init; }
        public bool IsCommittee { get; init; }
        public string Reason { get; init; } = "";

        public IReadOnlyList<string> Chosen =>
            [
                .. IsAdministrator ? [Roles.Administrator] : Array.Empty<string>(),
                .. IsAgent ? [Roles.Agent] : Array.Empty<string>(),
                .. IsCommittee ? [Roles.Committee] : Array.Empty<string>(),
            ];
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db, ICurrentUser user)
        {
            RuleFor(c => c.AccountId)
                .MustBeIn(db.Accounts.Where(a => a.DisabledAt == null), "Ce compte est fermé\u00A0: rouvrez-le d’abord")
                .MustBeSomebodyElse(user);
            RuleFor(c => c.IsAdministrator)
                .MustAsync(
                    async (c, isAdministrator, ct) =>
                        isAdministrator || !await db.IsLastAdministratorAsync(c.AccountId, ct)
                )
                .WithMessage(LastAdministrator.Refusal);
            RuleFor(c => c.Reason).MustBeReason();
        }
    }

    public sealed class Handler(AccountsDbContext db, IAuditJournal journal) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!command.IsAdministrator)
            {
                await db.KeepAdministratorAsync(command.AccountId, cancellationToken);
            }

            var roles = await db.Roles.ToListAsync(cancellationToken);
            var held = await db.AccountRoles.Where(h => h.UserId == command.AccountId).ToListAsync(cancellationToken);
            var chosen = roles.Where(r => command.Chosen.Contains(r.Name!)).Select(r => r.Id).ToArray();
            db.AccountRoles.RemoveRange(held.Where(h => !chosen.Contains(h.RoleId)));
            db.AccountRoles.AddRange(
                chosen
                    .Except(held.Select(h => h.RoleId))
                    .Select(id => new IdentityUserRole<Guid> { UserId = command.AccountId, RoleId = id })
            );
            var account = await db.Accounts.SingleAsync(a => a.Id == command.AccountId, cancellationToken);
            db.AnnounceStaff(account, command.Chosen);
            await db.SaveOrRefuseAsync(cancellationToken);
            await journal.RecordAsync(
                new AuditFact(
                    "account.roles-changed",
                    "Rôles changés",
                    $"Compte {command.AccountId}",
                    Details: new Dictionary<string, string?>
                    {
                        ["Avant"] = Words(roles.Where(r => held.Any(h => h.RoleId == r.Id)).Select(r => r.Name!)),
                        ["Après"] = Words(command.Chosen),
                        ["Motif"] = command.Reason.Trim(),
                    }
                ),
                cancellationToken
            );
            return Unit.Value;
        }

        private static string Words(IEnumerable<string> roles) => string.Join(", ", roles.Select(AccountWords.Role));
    }

    [Authorize(Policies.Manage)]
    public sealed class Page(AccountsDbContext db) : AccountActPage(db)
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public override async Task<IActionResult> OnGetAsync()
        {
            var held = await Db.RolesOf(Id).ToListAsync(HttpContext.RequestAborted);
            Form = new Command
            {
                IsAdministrator = held.Contains(Roles.Administrator),
                IsAgent = held.Contains(Roles.Agent),
                IsCommittee = held.Contains(Roles.Committee),
            };
            return await base.OnGetAsync();
        }

        public Task<IActionResult> OnPostAsync() => ActAsync(Form with { AccountId = Id }, "Les rôles sont changés.");
    }
}
