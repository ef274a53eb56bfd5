using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Own;

/// <summary>Asks for another address. It changes when both the old and the new one have agreed: see <see cref="ConfirmEmail"/>.</summary>
[AuditedAs("Changement d’adresse demandé")]
internal static class ChangeEmail
{
    public const string Path = "/mon-compte/adresse";

    public sealed record Command : IRequest<Unit>
    {
        public string Email { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(ICurrentUser user) =>
            RuleFor(c => c.Email)
                .Cascade(CascadeMode.Stop)
                .NotEmpty()
                .WithMessage("Indiquez la nouvelle adresse.")
                .EmailAddress()
                .WithMessage("Indiquez une adresse électronique, comme nom@exemple.nc.")
                .MaximumLength(Account.EmailMaxLength)
                .WithMessage("Indiquez une adresse électronique de {MaxLength} caractères au plus.")
                .Must(email => !string.Equals(email.Trim(), user.Email, StringComparison.OrdinalIgnoreCase))
                .WithMessage("C’est déjà l’adresse de votre compte.");
    }

    public sealed class Handler(
        AccountsDbContext db,
        ILookupNormalizer normalizer,
        ICurrentUser user,
        TimeProvider clock
    ) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.OwnAsync(user, cancellationToken);
            var (email, now, change) = (command.Email.Trim(), clock.UtcNow, Guid.CreateVersion7());
            (await db.PendingEmailLinks(account.Id, now).ToListAsync(cancellationToken)).ForEach(l =>
                l.RevokedAt = now
            );
            db.Issue(Link(LinkPurpose.EmailChangeOld, account.Email!));

            var normalized = normalizer.NormalizeEmail(email);
            var confirmation = Link(LinkPurpose.EmailChangeNew, email);
            if (await db.Accounts.AnyAsync(a => a.NormalizedEmail == normalized, cancellationToken))
            {
                // Never mailed, and so never confirmed; who asks sees no difference.
                db.Links.Add(confirmation);
            }
            else
            {
                db.Issue(confirmation);
            }

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;

            AccountLink Link(LinkPurpose purpose, string to) =>
                new()
                {
                    AccountId = account.Id,
                    Purpose = purpose,
                    Email = to,
                    NewEmail = email,
                    ChangeId = change,
                    CreatedAt = now,
                    ExpiresAt = now + AccountLink.EmailChangeLife,
                };
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(AccountsDbContext db, ICurrentUser user, TimeProvider clock) : ProvenPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>The links that still wait; empty when no change is on its way.</summary>
        public IReadOnlyList<AccountLink> Pending { get; private set; } = [];

        public async Task OnGetAsync() =>
            Pending = await db.PendingEmailLinks(user.Id, clock.UtcNow)
                .AsNoTracking()
                .ToListAsync(HttpContext.RequestAborted);

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                _ => Path,
                "Deux liens partent : l’un vers votre adresse actuelle, l’autre vers la nouvelle. Suivez les deux.",
                OnGetAsync
            );

        public Task<IActionResult> OnPostCancelAsync() =>
            SendThenRedirectAsync(
                new CancelEmailChange.Command(),
                _ => ShowAccount.Path,
                "Le changement d’adresse est annulé."
            );
    }
}
