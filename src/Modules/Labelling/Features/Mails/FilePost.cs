using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Mails;

/// <summary>Hands a mail about a file or a label over, once for each reader and occasion.</summary>
internal sealed class FilePost(
    LabellingDbContext db,
    IMailer mailer,
    MailTemplate template,
    IOptions<PortalOptions> portal
)
{
    /// <summary>To those who manage the EPN; also to its animateurs where they are told.</summary>
    /// <param name="occasion">What tells this mail from any other: letters, digits, <c>.</c> and <c>-</c>.</param>
    /// <param name="about">The file, or the label.</param>
    public async Task ToEpnAsync(
        Epn epn,
        string occasion,
        Guid about,
        FileMail mail,
        CancellationToken cancellationToken,
        bool withFacilitators = false
    )
    {
        var contacts = await db
            .Contacts.AsNoTracking()
            .Where(c => c.EpnId == epn.Id && c.Email != null)
            .Where(c => c.Role == EpnContact.Manager || withFacilitators)
            .OrderByDescending(c => c.Role)
            .ThenBy(c => c.Name)
            .ToListAsync(cancellationToken);
        foreach (var contact in contacts.DistinctBy(c => FrenchText.Culture.TextInfo.ToLower(c.Email!)))
        {
            var verb = contact.Role == EpnContact.Manager ? "gérez" : "animez";
            var why = $"Vous recevez ce courriel parce que vous {verb} {epn.Name}.";
            await QueueAsync(
                $"{occasion}.{contact.Id:N}",
                about,
                contact.Name,
                contact.Email!,
                mail,
                why,
                cancellationToken
            );
        }
    }

    /// <summary>To whoever assesses the file, or to ÉcoNum's administration while nobody does.</summary>
    public async Task ToAssessorAsync(
        LabelApplication application,
        string occasion,
        FileMail mail,
        CancellationToken cancellationToken
    )
    {
        if (application is { AssessorEmail: { Length: > 0 } address, AssessorName: { } name })
        {
            await QueueAsync(
                $"{occasion}.{Recipient.Assessor}",
                application.Id,
                name,
                address,
                mail,
                $"Vous recevez ce courriel parce que vous instruisez le dossier {application.Reference}.",
                cancellationToken
            );
            return;
        }

        await ToAdministrationAsync(occasion, application.Id, mail, cancellationToken);
    }

    /// <summary>To the address of the rules; to nobody while they hold none.</summary>
    public async Task ToAdministrationAsync(
        string occasion,
        Guid about,
        FileMail mail,
        CancellationToken cancellationToken
    )
    {
        var rules = await db.ReminderRules.AsNoTracking().InForceAsync(cancellationToken);
        if (rules.AdministrationEmail is { Length: > 0 } address)
        {
            await QueueAsync(
                $"{occasion}.{Recipient.Administration}",
                about,
                portal.Value.Authority,
                address,
                mail,
                "Vous recevez ce courriel parce que vous administrez le label.",
                cancellationToken
            );
        }
    }

    /// <summary>To one person in particular.</summary>
    public async Task QueueAsync(
        string key,
        Guid about,
        string name,
        string address,
        FileMail mail,
        string why,
        CancellationToken cancellationToken
    )
    {
        var addressed = mail with { Name = name, Why = why, Portal = portal.Value };
        await mailer.QueueAsync(
            await addressed.ComposeAsync(
                template,
                new OutgoingMail(key, FileMail.Kind, about, name, address, Subject: "", Text: "", Html: "")
                {
                    IsSecret = mail.IsSecret,
                }
            ),
            cancellationToken
        );
    }
}
