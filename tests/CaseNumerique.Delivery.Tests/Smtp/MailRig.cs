using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Delivery;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>The real host with an SMTP server of ours behind it.</summary>
internal sealed class MailRig : IAsyncDisposable
{
    public const string Kind = "essai";

    private MailRig(App app, SmtpSink sink)
    {
        App = app;
        Sink = sink;
    }

    public App App { get; }

    public SmtpSink Sink { get; }

    public static async Task<MailRig> StartAsync(
        Dictionary<string, string?>? settings = null,
        Action<IServiceCollection>? configure = null,
        string? postfixLog = null
    )
    {
        var sink = new SmtpSink(postfixLog: postfixLog);
        var all = SettingsFor(sink.Port);
        all["Mail:PostfixLog"] = postfixLog;
        foreach (var (key, value) in settings ?? [])
        {
            all[key] = value;
        }

        return new MailRig(await App.StartAsync(all, configure), sink);
    }

    public static Dictionary<string, string?> SettingsFor(int port) =>
        new()
        {
            ["Mail:Mode"] = "Smtp",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = $"{port}",
            ["Mail:Smtp:Security"] = "None",
            ["Mail:Smtp:ReplyTimeoutSeconds"] = "2",
            ["Mail:Smtp:DataTimeoutSeconds"] = "2",
            ["Mail:TransmitSeconds"] = "60",
            ["Mail:UnknownGraceSeconds"] = "60",
        };

    /// <summary>Hands a mail over; each is due a moment after the one before.</summary>
    public async Task<Guid> QueueAsync(string key, string? to = null, string name = "Léa", string subject = "Essai")
    {
        const string text = "Bonjour,\n.\n..deux points, puis « œ » et fin de ligne= \nÀ bientôt.\n";
        var mail = new OutgoingMail(
            key,
            Kind,
            Guid.CreateVersion7(),
            name,
            to ?? $"{key}@sink.example",
            subject,
            text,
            $"<p>{text}</p>"
        );
        await App.WithAsync((IMailer mailer) => mailer.QueueAsync(mail, default));
        App.Clock.Advance(TimeSpan.FromMilliseconds(10));
        return await App.WithAsync(
            (PlatformDbContext db) => db.Mails.Where(m => m.Key == key).Select(m => m.Id).SingleAsync()
        );
    }

    /// <summary>One round.</summary>
    public Task<int> DeliverAsync() => App.Services.GetRequiredService<MailDelivery>().DeliverAsync(default);

    public Task<Mail> FindAsync(Guid id) =>
        App.WithAsync((PlatformDbContext db) => db.Mails.AsNoTracking().SingleAsync(m => m.Id == id));

    public Task<List<MailEvent>> HistoryAsync(Guid id) =>
        App.WithAsync(
            (PlatformDbContext db) =>
                db.MailEvents.AsNoTracking().Where(e => e.MailId == id).OrderBy(e => e.Id).ToListAsync()
        );

    public IReadOnlyList<SinkEntry> ReceivedFor(Mail mail) =>
        [.. Sink.Ledger.Entries.Where(e => e.MessageId == mail.MessageId)];

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Sink.DisposeAsync();
    }
}
