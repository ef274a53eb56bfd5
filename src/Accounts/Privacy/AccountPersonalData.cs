using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Privacy;

/// <summary>What the accounts keep of a person: who they are here, how they sign in, and for whom they act.</summary>
internal sealed class AccountPersonalData(AccountsDbContext db, AccountErasure erasure) : IPersonalData
{
    private const string OwnAccount = "/mon-compte";

    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken)
    {
        if (await FindAsync(person, cancellationToken) is not { } account)
        {
            return [];
        }

        return
        [
            await AccountAsync(account, cancellationToken),
            .. await AffiliationsAsync(account.Id, cancellationToken),
            .. await DelegationsAsync(account.Id, cancellationToken),
            .. await ConsentsAsync(account.Id, cancellationToken),
            .. await WaysInAsync(account.Id, cancellationToken),
            .. await SessionsAsync(account.Id, cancellationToken),
            .. await LinksAsync(account.Id, cancellationToken),
        ];
    }

    public async Task EraseAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken)
    {
        if (await FindAsync(person, cancellationToken) is { } account)
        {
            await erasure.EraseAsync(account.Id, pseudonym, "Effacé à la demande de la personne.", cancellationToken);
        }
    }

    private Task<Account?> FindAsync(PersonKey person, CancellationToken cancellationToken)
    {
        var email = person.Email.ToUpperInvariant();
        return db
            .Accounts.AsNoTracking()
            .Where(a => person.AccountId == null ? a.NormalizedEmail == email : a.Id == person.AccountId)
            .SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<PersonalRecord> AccountAsync(Account account, CancellationToken cancellationToken)
    {
        var roles = await db
            .AccountRoles.Where(h => h.UserId == account.Id)
            .Join(db.Roles, h => h.RoleId, r => r.Id, (h, r) => r.Name!)
            .ToListAsync(cancellationToken);
        var codes = await db.RecoveryCodes.CountAsync(
            c => c.AccountId == account.Id && c.UsedAt == null,
            cancellationToken
        );
        return new PersonalRecord(
            "Compte",
            [
                new("Nom", account.DisplayName) { IsIdentity = true },
                new("Adresse électronique", account.Email) { IsIdentity = true },
                new("État", account.State),
                new("Rôles", roles.Count > 0 ? string.Join(", ", roles.Order()) : null),
                new("Créé le", When(account.CreatedAt)),
                new("Ouvert le", When(account.ActivatedAt)),
                new("Dernière connexion", When(account.LastSignedInAt)),
                new("Fermé le", When(account.DisabledAt)),
                new("Pourquoi il est fermé", account.DisabledReason),
                new("Mot de passe", account.PasswordHash is null ? "aucun" : "gardé sous une forme illisible"),
                new("Application d’authentification", When(account.TotpSince)),
                new("Codes de secours restants", FrenchText.Number(codes)),
            ]
        )
        {
            CorrectionUrl = OwnAccount,
        };
    }

    private async Task<IEnumerable<PersonalRecord>> AffiliationsAsync(Guid id, CancellationToken cancellationToken)
    {
        var affiliations = await db
            .Affiliations.AsNoTracking()
            .Where(a => a.AccountId == id)
            .OrderByDescending(a => a.StartsOn)
            .ToListAsync(cancellationToken);
        return affiliations.Select(a => new PersonalRecord(
            "Affiliation du compte",
            [
                new("Espace", a.EpnName),
                new("Rôle", a.Role),
                new("Peut modifier l’espace", a.CanEdit ? "oui" : "non"),
                new("Depuis le", FrenchText.Date(a.StartsOn)),
                new("Jusqu’au", a.EndsOn is { } end ? FrenchText.Date(end) : null),
            ]
        ));
    }

    private async Task<IEnumerable<PersonalRecord>> DelegationsAsync(Guid id, CancellationToken cancellationToken)
    {
        var delegations = await db
            .Delegations.AsNoTracking()
            .Where(d => d.FromId == id || d.ToId == id)
            .OrderByDescending(d => d.StartsOn)
            .ToListAsync(cancellationToken);
        return delegations.Select(d => new PersonalRecord(
            "Délégation",
            [
                new("Sens", d.FromId == id ? "vous êtes remplacé" : "vous remplacez"),
                new("Depuis le", FrenchText.Date(d.StartsOn)),
                new("Jusqu’au", FrenchText.Date(d.EndsOn)),
                new("Raison", d.Reason),
                new("Retirée le", When(d.RevokedAt)),
            ]
        ));
    }

    private async Task<IEnumerable<PersonalRecord>> ConsentsAsync(Guid id, CancellationToken cancellationToken)
    {
        var consents = await db
            .Consents.AsNoTracking()
            .Where(c => c.AccountId == id)
            .OrderByDescending(c => c.GivenAt)
            .ToListAsync(cancellationToken);
        return consents.Select(c => new PersonalRecord(
            "Accord donné",
            [
                new("Objet", c.Kind),
                new("Version du texte", FrenchText.Number(c.Wording)),
                new("Donné le", When(c.GivenAt)),
                new("Retiré le", When(c.WithdrawnAt)),
            ]
        )
        {
            CorrectionUrl = OwnAccount,
        });
    }

    private async Task<IEnumerable<PersonalRecord>> WaysInAsync(Guid id, CancellationToken cancellationToken)
    {
        var logins = await db.Logins.AsNoTracking().Where(l => l.UserId == id).ToListAsync(cancellationToken);
        var passkeys = await db.Passkeys.AsNoTracking().Where(p => p.UserId == id).ToListAsync(cancellationToken);
        return
        [
            .. logins.Select(l => new PersonalRecord(
                "Fournisseur d’identité",
                [new("Fournisseur", l.ProviderDisplayName ?? l.LoginProvider), new("Identifiant", l.ProviderKey)]
            )),
            .. passkeys.Select(p => new PersonalRecord(
                "Clé d’accès",
                [new("Nom", p.Data.Name), new("Ajoutée le", When(p.Data.CreatedAt.UtcDateTime))]
            )
            {
                CorrectionUrl = OwnAccount,
            }),
        ];
    }

    private async Task<IEnumerable<PersonalRecord>> SessionsAsync(Guid id, CancellationToken cancellationToken)
    {
        var sessions = await db
            .Sessions.AsNoTracking()
            .Where(s => s.AccountId == id)
            .OrderByDescending(s => s.StartedAt)
            .ToListAsync(cancellationToken);
        return sessions.Select(s => new PersonalRecord(
            "Session",
            [
                new("Appareil", s.DeviceName),
                new("Adresse réseau", s.Address),
                new("Moyen", s.Method),
                new("Ouverte le", When(s.StartedAt)),
                new("Vue le", When(s.LastSeenAt)),
                new("Fermée le", When(s.EndedAt)),
            ]
        ));
    }

    private async Task<IEnumerable<PersonalRecord>> LinksAsync(Guid id, CancellationToken cancellationToken)
    {
        var links = await db
            .Links.AsNoTracking()
            .Where(l => l.AccountId == id)
            .OrderByDescending(l => l.CreatedAt)
            .ToListAsync(cancellationToken);
        return links.Select(l => new PersonalRecord(
            "Lien envoyé",
            [
                new(
                    "Pour",
                    l.Purpose switch
                    {
                        LinkPurpose.Activation => "ouvrir le compte",
                        LinkPurpose.PasswordReset => "changer de mot de passe",
                        _ => "changer d’adresse",
                    }
                ),
                new("Adresse", l.Email) { IsIdentity = true },
                new("Nouvelle adresse", l.NewEmail) { IsIdentity = true },
                new("Écrit le", When(l.CreatedAt)),
                new("Valable jusqu’au", When(l.ExpiresAt)),
                new("Utilisé le", When(l.UsedAt)),
            ]
        ));
    }

    private static string? When(DateTime? at) => at is { } instant ? FrenchText.Instant(instant) : null;
}
