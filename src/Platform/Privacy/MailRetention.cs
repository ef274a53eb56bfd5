using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Privacy;

/// <summary>The bytes of mails whose way has ended.</summary>
internal sealed class MailRetention(PlatformDbContext db) : IRetention
{
    public string Key => "courriels";

    public string Title => "Texte des courriels envoyés";

    public string Effect => "Le texte est effacé. L’objet, la date et l’état restent.";

    public int ProposedDays => 365;

    public Task<int> CountAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Ended(olderThan).CountAsync(cancellationToken);

    public Task<int> ApplyAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Ended(olderThan).ExecuteUpdateAsync(set => set.SetProperty(m => m.Mime, Mail.NoBytes), cancellationToken);

    private IQueryable<Mail> Ended(DateTime olderThan) =>
        db
            .Mails.Where(m =>
                m.State == MailState.Sent || m.State == MailState.Refused || m.State == MailState.Withdrawn
            )
            .Where(m => m.SettledAt < olderThan && m.Mime != Mail.NoBytes);
}
