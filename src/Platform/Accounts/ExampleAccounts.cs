using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Accounts;

/// <summary>One account a role, for those who try the site on their own machine.</summary>
internal sealed class ExampleAccounts(AccountsDbContext db, UserManager<Account> accounts) : IExampleData
{
    public const string Password = "lagon-niaouli-pirogue-cagou";

    public static readonly Example[] All =
    [
        new("Nadège Kilikili", "Administratrice", "admin@econum.example", Roles.Administrator),
        new("Bastien Marchal", "Agent d’ÉcoNum", "agent@econum.example", Roles.Agent),
        new("Odile Pourouda", "Comité de labellisation", "comite@econum.example", Roles.Committee),
        new("Joseph Waheo", "Gestionnaire d’un espace", "gestionnaire@epn.example", Roles.Manager),
        new("Hélène Poadja", "Animatrice", "animateur@epn.example", Roles.Facilitator),
    ];

    public int Order => 0;

    public Task<bool> IsPresentAsync(CancellationToken cancellationToken)
    {
        string[] emails = [.. All.Select(a => a.Email)];
        return db.Users.AnyAsync(u => emails.Contains(u.Email), cancellationToken);
    }

    public async Task AddAsync(ExampleSize size, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var example in All)
        {
            var account = Account.Named(example.DisplayName, example.Email);
            account.EmailConfirmed = true;
            (await accounts.CreateAsync(account, Password)).ThrowIfRefused(nameof(Account.Email));
            (await accounts.AddToRoleAsync(account, example.Role)).ThrowIfRefused(nameof(Account.Email));
        }

        await transaction.CommitAsync(cancellationToken);
    }

    internal sealed record Example(string DisplayName, string Place, string Email, string Role);
}
