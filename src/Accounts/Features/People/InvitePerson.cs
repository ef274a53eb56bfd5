using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.People;

[AuditedAs("Personne invitée")]
internal static class InvitePerson
{
    private const string Taken =
        "Cette adresse a déjà un compte\u00A0: cherchez-la dans la liste, et changez ses rôles";

    public sealed record Command : IRequest<Guid>
    {
        public string Name { get; init; } = "";
        public string Email { get; init; } = "";

        /// <summary>One of <see cref="Roles.Given"/>.</summary>
        public string Role { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db, ILookupNormalizer normalizer)
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(c => c.Name).MustBeName();
            RuleFor(c => c.Email)
                .NotEmpty()
                .WithMessage("Indiquez l’adresse électronique de la personne")
                .EmailAddress()
                .WithMessage("Indiquez une adresse électronique, comme nom@exemple.nc")
                .MaximumLength(Account.EmailMaxLength)
                .WithMessage("Indiquez une adresse électronique de {MaxLength} caractères au plus")
                .MustAsync(
                    async (email, ct) =>
                    {
                        var normalized = normalizer.NormalizeEmail(email.Trim());
                        return !await db.Accounts.AnyAsync(a => a.NormalizedEmail == normalized, ct);
                    }
                )
                .WithMessage(Taken);
            RuleFor(c => c.Role).Must(role => Roles.Given.Contains(role)).WithMessage("Choisissez un rôle");
        }
    }

    public sealed class Handler(
        AccountsDbContext db,
        ILookupNormalizer normalizer,
        ICurrentUser user,
        TimeProvider clock
    ) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = Account.Invited(command.Name.Trim(), command.Email.Trim(), normalizer, clock.UtcNow);
            var role = await db.Roles.SingleAsync(r => r.Name == command.Role, cancellationToken);
            db.Accounts.Add(account);
            db.AccountRoles.Add(new IdentityUserRole<Guid> { UserId = account.Id, RoleId = role.Id });
            db.Invite(account, clock.UtcNow, user.Name);
            db.AnnounceStaff(account, [command.Role]);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                throw new ValidationException([new ValidationFailure(nameof(Command.Email), Taken)]);
            }

            return account.Id;
        }
    }

    [Authorize(Policies.Manage)]
    public sealed class Page : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                AccountActPage.UrlOf,
                "L’invitation part. Son lien sert une fois, pendant 72 heures."
            );
    }
}
