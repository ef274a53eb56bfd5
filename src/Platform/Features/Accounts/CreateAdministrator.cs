using System.ComponentModel.DataAnnotations;
using CaseNumerique.Platform.Accounts;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace CaseNumerique.Platform.Features.Accounts;

internal static class CreateAdministrator
{
    /// <summary>Answers with the path and query of the activation link.</summary>
    public sealed record Command : IRequest<string>
    {
        public string Email { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(UserManager<Account> accounts) =>
            RuleFor(c => c.Email)
                .Cascade(CascadeMode.Stop)
                .NotEmpty()
                .WithMessage("Indiquez l’adresse électronique de l’administrateur.")
                .Must(email => email.Length <= Account.EmailMaxLength && new EmailAddressAttribute().IsValid(email))
                .WithMessage("Indiquez une adresse électronique, comme nom@exemple.nc.")
                .MustAsync(async (email, _) => await accounts.FindByEmailAsync(email.Trim()) is null)
                .WithMessage("Cette adresse a déjà un compte.");
    }

    public sealed class Handler(UserManager<Account> accounts, AccountsDbContext db) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var email = command.Email.Trim();
            var account = Account.Named(email.Split('@')[0], email);

            // Identity saves account and role apart; an account without its role would block a second try.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            (await accounts.CreateAsync(account)).ThrowIfRefused(nameof(Command.Email));
            (await accounts.AddToRoleAsync(account, Roles.Administrator)).ThrowIfRefused(nameof(Command.Email));
            await transaction.CommitAsync(cancellationToken);

            return await ActivateAccount.LinkAsync(accounts, account);
        }
    }
}
