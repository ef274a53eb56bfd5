using System.Security.Cryptography;
using System.Text;
using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Jobs;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CaseNumerique.Platform.Delivery;

/// <summary>Writes a mail down, bytes and all, before anything is sent.</summary>
internal sealed class Mailer(
    IServiceScopeFactory scopes,
    IOptions<MailOptions> options,
    TimeProvider clock,
    JobWaker waker
) : IMailer
{
    public async Task QueueAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        // A scope of its own: handing over is one transaction, whatever the caller has pending in its context.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        if (await db.Mails.AnyAsync(m => m.Key == mail.Key, cancellationToken))
        {
            return;
        }

        var now = clock.UtcNow;
        var recipient = Recipient(mail);
        var message = Compose(mail, recipient, now);
        var mime = ToBytes(message);
        var row = new Mail
        {
            Key = mail.Key,
            MessageId = message.MessageId!,
            Kind = mail.Kind,
            AboutId = mail.About,
            ToName = mail.ToName,
            ToAddress = mail.ToAddress,
            Subject = mail.Subject,
            Mime = mime,
            IsSecret = mail.IsSecret,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(mime)),
            QueuedAt = now,
            DueAt = now,
        };
        db.Mails.Add(row);
        if (recipient is null)
        {
            MailJournal.Settle(db, row, MailState.Refused, $"Adresse mal formée : « {mail.ToAddress} ».", now);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsDuplicate())
        {
            return; // Handed over by another host at the same time.
        }

        CrashPoint.Reach("mail-queued");
        waker.Wake(MailDeliveryJob.JobId);
    }

    /// <summary>Null for an address that no server could be asked to write to.</summary>
    private static MailboxAddress? Recipient(OutgoingMail mail)
    {
        if (!MailboxAddress.TryParse(mail.ToAddress, out var parsed) || parsed.Domain.Length == 0)
        {
            return null;
        }

        // An accent before the at sign needs SMTPUTF8 all the way; one after it has a spelling that every server knows.
        var address = parsed.GetAddress(idnEncode: true);
        return Ascii.IsValid(address) ? new MailboxAddress(mail.ToName, address) : null;
    }

    private MimeMessage Compose(OutgoingMail mail, MailboxAddress? recipient, DateTime now)
    {
        var from = MailboxAddress.Parse(options.Value.From);
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = new DateTimeOffset(now).ToOffset(NoumeaTime.Zone.GetUtcOffset(now)),
            MessageId = $"{mail.Key}@{from.Domain}",
            Body = new MultipartAlternative
            {
                new TextPart("plain") { Text = mail.Text, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
                new TextPart("html") { Text = mail.Html, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
            },
        };
        message.From.Add(from);
        if (recipient is not null)
        {
            message.To.Add(recipient);
        }

        // RFC 3834: absence replies must not come back to the platform.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static byte[] ToBytes(MimeMessage message)
    {
        // Seven bits on any server: the bytes stored are then the bytes sent, whatever the server offers.
        message.Prepare(EncodingConstraint.SevenBit);
        using var stream = new MemoryStream();
        message.WriteTo(new FormatOptions { NewLineFormat = NewLineFormat.Dos, EnsureNewLine = true }, stream);
        return stream.ToArray();
    }
}
