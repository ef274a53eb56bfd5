using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>The EPN takes back what it has filed, at any time before the decision.</summary>
[AuditedAs("Demande retirée")]
internal static class WithdrawApplication
{
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public string Reason { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.Id).MustAllow(ApplicationMove.Withdraw, db);
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Indiquez pourquoi vous retirez la demande\u00A0: cela reste dans le dossier.")
                .MaximumLength(LabelApplication.ReasonMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.UtcNow;
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            var line = file.Make(ApplicationMove.Withdraw, user, now, command.Reason.Trim());
            db.ApplicationEvents.Add(line);
            db.Announce(file.ToMoved(line), file.Id);
            await db.EndContinuityAsync(file, "Renouvellement retiré", user, now, cancellationToken);
            await db.SaveMoveAsync(nameof(Command.Reason), cancellationToken);
            return file.Id;
        }
    }

    [Authorize(Policies.Apply)]
    public sealed class Page : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(Guid id) =>
            await FindAsync(id) && MayBind && ApplicationMove.Withdraw.ReasonAgainst(Application) is null
                ? Page()
                : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await FindAsync(id) && MayBind
                ? await SendThenRedirectAsync(Form with { Id = id }, _ => FileUrl, "La demande est retirée.")
                : NotFound();
    }
}
