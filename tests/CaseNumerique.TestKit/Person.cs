using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.TestKit;

/// <summary>Somebody with an account, as tests need them: open, with an authenticator where the role wants one.</summary>
/// <param name="Role">One of <see cref="Roles"/>.</param>
public sealed record Person(string Email, string Role)
{
    /// <summary>The key of every test person's authenticator.</summary>
    public const string TotpKey = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    public string Name { get; init; } = $"Test {Role}";

    public IReadOnlyList<Guid> EpnIds { get; init; } = [];

    /// <summary>Whether the affiliations let the person change the space; always for a gestionnaire.</summary>
    public bool CanEdit { get; init; }

    /// <summary>Spaces where the person is a facilitator who may change them, beside what their role gives elsewhere.</summary>
    public IReadOnlyList<Guid> HelpsIn { get; init; } = [];

    /// <summary>People who are away, and in whose place this one acts.</summary>
    public IReadOnlyList<Guid> StandsInFor { get; init; } = [];

    public async Task<Guid> EnsureAsync(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var accounts = services.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByEmailAsync(Email) is { } known)
        {
            return known.Id;
        }

        var account = Account.Named(Name, Email, app.Clock.UtcNow);
        account.Activate(app.Clock.UtcNow);
        if (Roles.EcoNum.Contains(Role))
        {
            account.EnrolTotp(services.GetRequiredService<Totp>().Protect(TotpKey), app.Clock.UtcNow);
        }

        Check(await accounts.CreateAsync(account, App.Password));
        if (Roles.Given.Contains(Role))
        {
            Check(await accounts.AddToRoleAsync(account, Role));
        }

        var db = services.GetRequiredService<AccountsDbContext>();
        await db.AnnounceStaffAsync(account, default);
        var isAffiliated = !Roles.Given.Contains(Role);
        db.Affiliations.AddRange(
            (isAffiliated && EpnIds.Count == 0 ? [Guid.NewGuid()] : EpnIds).Select(epnId => new Affiliation
            {
                Id = Guid.NewGuid(),
                AccountId = account.Id,
                EpnId = epnId,
                EpnName = "Espace d’essai",
                Role = isAffiliated ? Role : Roles.Manager,
                CanEdit = CanEdit || Role == Roles.Manager,
                StartsOn = app.Clock.Today,
                Revision = 1,
            })
        );
        db.Affiliations.AddRange(
            HelpsIn.Select(epnId => new Affiliation
            {
                Id = Guid.NewGuid(),
                AccountId = account.Id,
                EpnId = epnId,
                EpnName = "Espace d’essai",
                Role = Roles.Facilitator,
                CanEdit = true,
                StartsOn = app.Clock.Today,
                Revision = 1,
            })
        );
        db.Delegations.AddRange(
            StandsInFor.Select(id => new Delegation
            {
                FromId = id,
                ToId = account.Id,
                StartsOn = app.Clock.Today,
                EndsOn = app.Clock.Today.AddDays(Delegation.LongestDays),
                Reason = "Congé",
                CreatedAt = app.Clock.UtcNow,
            })
        );
        await db.SaveChangesAsync();
        return account.Id;
    }

    /// <summary>A code that has not served yet: a code is good once, and the clock of tests stands still.</summary>
    public async Task<string> CodeAsync(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        await db
            .Accounts.Where(a => a.Email == Email)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.TotpLastStep, 0));
        return scope.ServiceProvider.GetRequiredService<Totp>().CurrentCode(TotpKey);
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
        }
    }
}
