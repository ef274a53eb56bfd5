using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Delivery;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Privacy;

/// <summary>The mails written to a person, the files they sent, and their own wishes to be erased.</summary>
internal sealed class PlatformPersonalData(PlatformDbContext db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken) =>
        [
            .. await MailsAsync(person, cancellationToken),
            .. await FilesAsync(person, cancellationToken),
            .. await ErasuresAsync(person, cancellationToken),
        ];

    /// <summary>What stands under the person's name as an author. Mails are cleared by <see cref="MailErasure"/>, which may have to wait.</summary>
    public async Task EraseAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken)
    {
        if (person.AccountId is null)
        {
            return;
        }

        await db
            .RetentionRules.Where(r => r.PublishedBy == person.Name)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.PublishedBy, pseudonym), cancellationToken);
        await db
            .Erasures.Where(e => e.DecidedBy == person.Name)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.DecidedBy, pseudonym), cancellationToken);
        await db
            .Erasures.Where(e => e.AskedBy == person.Name)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.AskedBy, pseudonym), cancellationToken);
        // An earlier wish that was refused.
        await db
            .Erasures.Where(e => e.AccountId == person.AccountId && e.State == ErasureState.Refused)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<IEnumerable<PersonalRecord>> MailsAsync(PersonKey person, CancellationToken cancellationToken)
    {
        var address = Traces.Escape(person.Email);
        var mails = await db
            .Mails.AsNoTracking()
            .Where(m => EF.Functions.Like(m.ToAddress, address, Traces.LikeEscape))
            .OrderByDescending(m => m.QueuedAt)
            .Select(m => new
            {
                m.Subject,
                m.ToName,
                m.ToAddress,
                m.QueuedAt,
                m.State,
            })
            .ToListAsync(cancellationToken);
        return mails.Select(m => new PersonalRecord(
            "Courriel envoyé",
            [
                new("Objet", m.Subject),
                new("Destinataire", m.ToName) { IsIdentity = true },
                new("Adresse", m.ToAddress) { IsIdentity = true },
                new("Écrit le", FrenchText.Instant(m.QueuedAt)),
                new("État", MailWords.Of(m.State)),
            ]
        ));
    }

    private async Task<IEnumerable<PersonalRecord>> FilesAsync(PersonKey person, CancellationToken cancellationToken)
    {
        var id = person.AccountId;
        var files = await db
            .StoredFiles.AsNoTracking()
            .Where(f => id != null && f.UploadedById == id)
            .OrderByDescending(f => f.UploadedAt)
            .ToListAsync(cancellationToken);
        var uploads = await db
            .Uploads.AsNoTracking()
            .Where(u => id != null && u.AccountId == id)
            .OrderBy(u => u.ExpiresAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. files.Select(f => new PersonalRecord(
                "Fichier envoyé",
                [
                    new("Nom", f.Name),
                    new("Poids", FrenchText.Size(f.Length)),
                    new("Envoyé le", FrenchText.Instant(f.UploadedAt)),
                ]
            )),
            .. uploads.Select(u => new PersonalRecord(
                "Fichier en cours d’envoi",
                [
                    new("Nom", u.Name),
                    new("Poids", FrenchText.Size(u.Length)),
                    new("Abandonné après le", FrenchText.Instant(u.ExpiresAt)),
                ]
            )),
        ];
    }

    private async Task<IEnumerable<PersonalRecord>> ErasuresAsync(PersonKey person, CancellationToken cancellationToken)
    {
        var erasures = await db
            .Erasures.AsNoTracking()
            .Where(e => e.AccountId != null && e.AccountId == person.AccountId)
            .OrderByDescending(e => e.AskedAt)
            .ToListAsync(cancellationToken);
        return erasures.Select(e => new PersonalRecord(
            "Demande d’effacement",
            [
                new("Demandée le", FrenchText.Instant(e.AskedAt)),
                new("Vos mots", e.Words),
                new("État", ErasureWords.Of(e.State)),
                new("Raison du refus", e.Reason),
            ]
        ));
    }
}
