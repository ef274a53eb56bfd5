using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Accounts;

/// <summary>One account a role, for those who try the site on their own machine.</summary>
internal sealed class ExampleAccounts(
    AccountsDbContext db,
    UserManager<Account> accounts,
    Totp totp,
    TimeProvider clock
) : IExampleData
{
    public const string Password = "lagon-niaouli-pirogue-cagou";

    /// <summary>The authenticator of the example accounts of ÉcoNum.</summary>
    public const string TotpKey = "LAGONNIAOULIPIROGUECAGOUNAUTILEX";

    public static readonly Example[] All =
    [
        new("Nadège Kilikili", "Administratrice", "admin@econum.example", Roles.Administrator),
        new("Bastien Marchal", "Agent d’ÉcoNum", "agent@econum.example", Roles.Agent),
        new("Odile Pourouda", "Comité de labellisation", "comite@econum.example", Roles.Committee),
        new("Joseph Waheo", "Gestionnaire d’un espace", "gestionnaire@epn.example", Roles.Manager),
        new("Hélène Poadja", "Animatrice", "animateur@epn.example", Roles.Facilitator),
    ];

    public int Order => 0;

    public string CurrentCode => totp.CurrentCode(TotpKey);

    public Task<bool> IsPresentAsync(CancellationToken cancellationToken)
    {
        string[] emails = [.. All.Select(a => a.Email)];
        return db.Accounts.AnyAsync(u => emails.Contains(u.Email), cancellationToken);
    }

    public async Task AddAsync(ExampleSize size, CancellationToken cancellationToken)
    {
        // Before the transaction: the first protection of all saves a key by another connection, and SQLite lets one writer in.
        var totpKey = totp.Protect(TotpKey);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var example in All)
        {
            var account = Account.Named(example.DisplayName, example.Email, clock.UtcNow);
            account.Activate(clock.UtcNow);
            if (Roles.EcoNum.Contains(example.Role))
            {
                account.EnrolTotp(totpKey, clock.UtcNow);
            }

            (await accounts.CreateAsync(account, Password)).ThrowIfRefused(nameof(Account.Email));
            // The other roles come with an affiliation, which the example spaces announce.
            if (Roles.Given.Contains(example.Role))
            {
                db.AnnounceStaff(account, [example.Role]);
                (await accounts.AddToRoleAsync(account, example.Role)).ThrowIfRefused(nameof(Account.Email));
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }

    internal sealed record Example(string DisplayName, string Place, string Email, string Role);
}
