using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Delivery;

/// <summary>Takes up what a killed or paused host left behind, and settles what is unknown where that can be.</summary>
internal sealed class MailRecovery(
    MailStore store,
    IDeliveryProbe probe,
    IServiceScopeFactory scopes,
    IOptions<MailOptions> options,
    TimeProvider clock
)
{
    /// <summary>A server that never answers to the content would otherwise receive it for ever; then a person decides.</summary>
    private const int MostBlindResends = 3;

    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        foreach (var mail in await AbandonedAsync(MailState.Claimed, cancellationToken))
        {
            // Claimed only: the content cannot have left.
            await store.PostponeAsync(
                mail,
                mail.Lease,
                [MailState.Claimed],
                clock.UtcNow,
                "Repris après un arrêt, rien n’était parti.",
                isAttempt: false,
                cancellationToken
            );
        }

        foreach (var mail in await AbandonedAsync(MailState.Transmitting, cancellationToken))
        {
            await store.SettleAsync(
                mail,
                mail.Lease,
                [MailState.Transmitting],
                MailState.Unknown,
                "Le serveur s’est arrêté pendant l’envoi.",
                cancellationToken
            );
        }

        foreach (var mail in await UnknownAsync(cancellationToken))
        {
            await ResolveAsync(mail, cancellationToken);
        }
    }

    private async Task ResolveAsync(Mail mail, CancellationToken cancellationToken)
    {
        var answer = await probe.WasAcceptedAsync(mail, cancellationToken);
        if (answer is ProbeAnswer.Accepted)
        {
            const string words = "Retrouvé chez le serveur : il était bien parti.";
            await store.SettleAsync(mail, null, [MailState.Unknown], MailState.Sent, words, cancellationToken);
        }
        else if (answer is ProbeAnswer.NotAccepted || await MayResendBlindlyAsync(mail, cancellationToken))
        {
            var words =
                answer is ProbeAnswer.NotAccepted
                    ? "Absent chez le serveur : renvoyé à l’identique."
                    : "Sort inconnu : renvoyé à l’identique, sous le même identifiant.";
            await store.PostponeAsync(
                mail,
                null,
                [MailState.Unknown],
                clock.UtcNow,
                words,
                isAttempt: true,
                cancellationToken
            );
        }
    }

    private async Task<bool> MayResendBlindlyAsync(Mail mail, CancellationToken cancellationToken)
    {
        if (options.Value.UnknownPolicy is not UnknownPolicy.ResendSameId)
        {
            return false;
        }

        // Counted in the history, not in the attempts: a server that said « later » three times has not been silent once.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var unknown = MailWords.Of(MailState.Unknown);
        var times = await db.MailEvents.CountAsync(e => e.MailId == mail.Id && e.What == unknown, cancellationToken);
        return times <= MostBlindResends;
    }

    private async Task<List<Mail>> AbandonedAsync(MailState state, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var now = clock.UtcNow;
        return await db
            .Mails.AsNoTracking()
            .Where(m => m.State == state && m.LeaseUntil <= now)
            .ToListAsync(cancellationToken);
    }

    private async Task<List<Mail>> UnknownAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        // A server that was slow to answer may still be storing the content.
        var ripe = clock.UtcNow.AddSeconds(-options.Value.UnknownGraceSeconds);
        return await db
            .Mails.AsNoTracking()
            .Where(m => m.State == MailState.Unknown && m.SettledAt <= ripe)
            .ToListAsync(cancellationToken);
    }
}
