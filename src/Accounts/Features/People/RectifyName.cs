using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.People;

[AuditedAs("Nom rectifié")]
internal static class RectifyName
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid AccountId { get; init; }
        public string Name { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db)
        {
            RuleFor(c => c.AccountId)
                .MustBeIn(
                    db.Accounts.Where(a => a.DisabledAt == null),
                    "Ce compte est fermé\u00A0: rouvrez-le d’abord"
                );
            RuleFor(c => c.Name).MustBeName();
        }
    }

    public sealed class Handler(AccountsDbContext db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == command.AccountId, cancellationToken);
            account.DisplayName = command.Name.Trim();
            await db.AnnounceChangeAsync(account, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Manage)]
    public sealed class Page(AccountsDbContext db) : AccountActPage(db)
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public override async Task<IActionResult> OnGetAsync()
        {
            var answer = await base.OnGetAsync();
            Form = Form with { Name = Account?.DisplayName ?? "" };
            return answer;
        }

        public Task<IActionResult> OnPostAsync() => ActAsync(Form with { AccountId = Id }, "Le nom est rectifié.");
    }
}
