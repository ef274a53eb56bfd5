using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Data;

/// <summary>Somebody always administers, even when two people take each other's role away at the same instant.</summary>
internal static class LastAdministrator
{
    public const string Refusal =
        "C’est la dernière personne de l’administration\u00A0: donnez d’abord ce rôle à quelqu’un d’autre";

    public const string Meanwhile =
        "L’administration vient de changer\u00A0: relisez la fiche, puis recommencez si c’est encore à faire";

    public static async Task<bool> IsLastAdministratorAsync(
        this AccountsDbContext db,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await db.RolesOf(id).ContainsAsync(Roles.Administrator, cancellationToken)
        && !await db.HasOtherAdministratorAsync(id, cancellationToken);

    /// <summary>To be called before the save that takes an administrator away: of two such saves at once, one fails.</summary>
    public static async Task KeepAdministratorAsync(
        this AccountsDbContext db,
        Guid withoutId,
        CancellationToken cancellationToken
    )
    {
        if (!await db.RolesOf(withoutId).ContainsAsync(Roles.Administrator, cancellationToken))
        {
            return;
        }

        // Read before it is asked who else administers, and a concurrency token.
        var role = await db.Roles.SingleAsync(r => r.Name == Roles.Administrator, cancellationToken);
        role.ConcurrencyStamp = Guid.NewGuid().ToString();
        if (await db.IsLastAdministratorAsync(withoutId, cancellationToken))
        {
            throw Refused(Refusal);
        }
    }

    public static async Task SaveOrRefuseAsync(this AccountsDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Refused(Meanwhile);
        }
    }

    private static ValidationException Refused(string why) => new([new ValidationFailure("", why)]);
}
