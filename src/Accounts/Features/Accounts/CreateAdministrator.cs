using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Accounts.Features.Accounts;

[AuditedAs("Administrateur créé")]
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
                .EmailAddress()
                .WithMessage("Indiquez une adresse électronique, comme nom@exemple.nc.")
                .MaximumLength(Account.EmailMaxLength)
                .WithMessage("Indiquez une adresse électronique de {MaxLength} caractères au plus.")
                .MustAsync(async (email, _) => await accounts.FindByEmailAsync(email.Trim()) is null)
                .WithMessage("Cette adresse a déjà un compte.");
    }

    public sealed class Handler(
        UserManager<Account> accounts,
        AccountsDbContext db,
        SecretLink links,
        TimeProvider clock
    ) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var email = command.Email.Trim();
            var account = Account.Named(email.Split('@')[0], email, clock.UtcNow);

            // Identity saves account and role apart; an account without its role would block a second try.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            (await accounts.CreateAsync(account)).ThrowIfRefused(nameof(Command.Email));
            (await accounts.AddToRoleAsync(account, Roles.Administrator)).ThrowIfRefused(nameof(Command.Email));
            // Shown on the console, and mailed to nobody.
            var link = new AccountLink
            {
                AccountId = account.Id,
                Purpose = LinkPurpose.Activation,
                Email = email,
                CreatedAt = clock.UtcNow,
                ExpiresAt = clock.UtcNow + AccountLink.ActivationLife,
            };
            db.Links.Add(link);
            db.AnnounceStaff(account, [Roles.Administrator]);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return links.PathOf(link);
        }
    }

    /// <summary><c>create-admin --email E</c>.</summary>
    public sealed class Console(ISender sender, IOptions<PortalOptions> portal, IServiceProvider services)
        : IConsoleCommand
    {
        private const string Option = "--email";

        public string Name => "create-admin";

        public string Description => "Crée un administrateur, et donne le lien qui active son compte.";

        public IReadOnlyList<ConsoleOption> Options =>
            [new(Option, "L’adresse électronique de l’administrateur.", IsRequired: true)];

        public async Task<int> RunAsync(ConsoleCall call, CancellationToken cancellationToken)
        {
            await AccountsSetup.EnsureRolesAsync(services);
            try
            {
                var link = await sender.Send(new Command { Email = call.Values[Option] }, cancellationToken);
                await call.Output.WriteLineAsync(
                    FrenchText.Typeset("Lien d’activation, valable 72 heures, une seule fois :")
                );
                await call.Output.WriteLineAsync(portal.Value.Absolute(link));
                return 0;
            }
            catch (FluentValidation.ValidationException broken)
            {
                await call.Output.WriteLineAsync(string.Join(' ', broken.Errors.Select(e => e.ErrorMessage)));
                return 1;
            }
        }
    }
}
