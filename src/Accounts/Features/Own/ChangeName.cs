using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Accounts.Features.Own;

/// <summary>The name that others read, put right by the person themselves.</summary>
[AuditedAs("Nom rectifié")]
internal static class ChangeName
{
    public sealed record Command : IRequest<Unit>
    {
        public string Name { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Name)
                .NotEmpty()
                .WithMessage("Indiquez votre prénom et votre nom.")
                .MaximumLength(Account.DisplayNameMaxLength)
                .WithMessage("Indiquez un nom de {MaxLength} caractères au plus.");
    }

    public sealed class Handler(AccountsDbContext db, ICurrentUser user) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.OwnAsync(user, cancellationToken);
            account.DisplayName = command.Name.Trim();
            await db.AnnounceChangeAsync(account, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(AccountsDbContext db, ICurrentUser user) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task OnGetAsync() =>
            Form = new Command { Name = (await db.OwnAsync(user, HttpContext.RequestAborted)).DisplayName };

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, _ => ShowAccount.Path, "Votre nom est enregistré.");
    }
}
