using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.Platform.Delivery;

/// <summary>One round: sends what is due, each mail by itself, so that one in trouble stops no other.</summary>
internal sealed partial class MailDelivery(
    MailStore store,
    MailRecovery recovery,
    IMailTransport transport,
    IClockGuard clockGuard,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<MailDelivery> logger
)
{
    /// <summary>Waits after the server's first, second, third … « not now »; then the mail counts as refused.</summary>
    private static readonly TimeSpan[] _waits =
    [
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
        TimeSpan.FromDays(1),
        TimeSpan.FromDays(1),
        TimeSpan.FromDays(2),
    ];

    private static readonly TimeSpan _unreachedWait = TimeSpan.FromMinutes(2);

    /// <summary>A line that broke on one mail may be that mail's doing; three in a row are the server's.</summary>
    private const int MostUnreachedInARow = 3;

    /// <returns>How many mails reached an end in this round.</returns>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken)
    {
        if (await clockGuard.CheckAsync(cancellationToken) is { } reason)
        {
            LogHeld(logger, reason);
            return 0;
        }

        await recovery.RecoverAsync(cancellationToken);
        var settled = 0;
        var unreached = 0;
        await using var session = transport.OpenSession();
        var lease = Guid.CreateVersion7();
        while (unreached < MostUnreachedInARow && !cancellationToken.IsCancellationRequested)
        {
            var mail = await store.ClaimNextAsync(lease, cancellationToken);
            if (mail is null)
            {
                break;
            }

            var outcome = await DeliverAsync(session, mail, lease, cancellationToken);
            settled += outcome is Outcome.Settled ? 1 : 0;
            unreached = outcome is Outcome.Unreached ? unreached + 1 : 0;
        }

        return settled;
    }

    private enum Outcome
    {
        Settled,
        Waiting,
        Unreached,
    }

    private async Task<Outcome> DeliverAsync(
        IMailSession session,
        Mail mail,
        Guid lease,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (await ReasonNotToSendAsync(mail, cancellationToken) is { } reason)
            {
                Count(mail, "withdrawn");
                await store.SettleAsync(
                    mail,
                    lease,
                    [MailState.Claimed],
                    MailState.Withdrawn,
                    reason,
                    cancellationToken
                );
                return Outcome.Settled;
            }

            var sent = await session.SendAsync(mail, () => store.Begin(mail.Id, lease), cancellationToken);
            CrashPoint.Reach("mail-answered");
            // Not cancelled: what the server said is known now, and unknown to whoever comes after.
            var outcome = await ConcludeAsync(mail, lease, sent, CancellationToken.None);
            CrashPoint.Reach("mail-concluded");
            return outcome;
        }
        catch (LeaseLostException)
        {
            LogLeaseLost(logger, mail.Id);
            return Outcome.Waiting;
        }
        catch (Exception error)
            when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A mail that cannot even be tried waits; its lease runs out, and the others go on.
            LogFailed(logger, error, mail.Id);
            await store.PostponeAsync(
                mail,
                lease,
                [MailState.Claimed],
                clock.UtcNow + _waits[0],
                error.Message,
                isAttempt: true,
                cancellationToken
            );
            return Outcome.Waiting;
        }
    }

    private async Task<Outcome> ConcludeAsync(
        Mail mail,
        Guid lease,
        Transmission sent,
        CancellationToken cancellationToken
    )
    {
        MailState[] underWay = [MailState.Claimed, MailState.Transmitting];
        Count(mail, sent.Outcome.ToString().ToLowerInvariant());
        var isLastAttempt = mail.Attempts >= _waits.Length;
        MailState? end = sent.Outcome switch
        {
            TransmissionOutcome.Accepted => MailState.Sent,
            TransmissionOutcome.Refused => MailState.Refused,
            TransmissionOutcome.Unknown => MailState.Unknown,
            TransmissionOutcome.Postponed when isLastAttempt => MailState.Refused,
            _ => null,
        };
        if (end is { } state)
        {
            await store.SettleAsync(mail, lease, underWay, state, sent.Words, cancellationToken);
            return Outcome.Settled;
        }

        var isUnreached = sent.Outcome is TransmissionOutcome.Unreached;
        await store.PostponeAsync(
            mail,
            lease,
            underWay,
            clock.UtcNow + (isUnreached ? _unreachedWait : _waits[mail.Attempts]),
            sent.Words,
            isAttempt: !isUnreached,
            cancellationToken
        );
        return isUnreached ? Outcome.Unreached : Outcome.Waiting;
    }

    private async Task<string?> ReasonNotToSendAsync(Mail mail, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var check = scope.ServiceProvider.GetServices<IMailCheck>().SingleOrDefault(c => c.Kind == mail.Kind);
        return check is null ? null : await check.ReasonNotToSendAsync(mail.Key, cancellationToken);
    }

    private static void Count(Mail mail, string outcome) =>
        Telemetry.Mails.Add(1, new("kind", mail.Kind), new("outcome", outcome));

    [LoggerMessage(LogLevel.Warning, "Mails are held: {Reason}")]
    private static partial void LogHeld(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "Mail {MailId} was taken over by another host")]
    private static partial void LogLeaseLost(ILogger logger, Guid mailId);

    [LoggerMessage(LogLevel.Error, "Mail {MailId} could not be tried")]
    private static partial void LogFailed(ILogger logger, Exception error, Guid mailId);
}
