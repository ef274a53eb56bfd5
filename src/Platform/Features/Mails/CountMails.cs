using System.Text.Json;
using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Delivery;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Mails;

/// <summary>How many mails stand where.</summary>
internal static class CountMails
{
    public sealed record Query : IRequest<View>;

    /// <param name="OldestWaiting">When the oldest mail not yet settled was queued, in UTC.</param>
    public sealed record View(
        IReadOnlyDictionary<MailState, int> Counts,
        DateTime? OldestWaiting,
        IReadOnlyList<UnknownMail> Unknown
    );

    public sealed record UnknownMail(Guid Id, string MessageId, string ToAddress, DateTime? Since, string? Words);

    public sealed class Handler(PlatformDbContext db) : IRequestHandler<Query, View>
    {
        private static readonly MailState[] _waiting = [MailState.Planned, MailState.Claimed, MailState.Transmitting];

        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var counts = await db
                .Mails.GroupBy(m => m.State)
                .Select(g => new { State = g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.State, g => g.Count, cancellationToken);
            var oldest = await db
                .Mails.Where(m => _waiting.Contains(m.State))
                .MinAsync(m => (DateTime?)m.QueuedAt, cancellationToken);
            var unknown = await db
                .Mails.AsNoTracking()
                .Where(m => m.State == MailState.Unknown)
                .OrderBy(m => m.QueuedAt)
                .Select(m => new UnknownMail(m.Id, m.MessageId, m.ToAddress, m.SettledAt, m.Words))
                .ToListAsync(cancellationToken);
            return new View(
                Enum.GetValues<MailState>().ToDictionary(s => s, s => counts.GetValueOrDefault(s)),
                oldest,
                unknown
            );
        }
    }

    /// <summary><c>mail status [--json]</c>.</summary>
    public sealed class Console(ISender sender) : IConsoleCommand
    {
        private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

        public string Name => "mail status";

        public string Description => "Compte les courriels par état, et nomme ceux dont le sort est inconnu.";

        public IReadOnlyList<ConsoleOption> Options => [new("--json", "Répond en JSON.", IsFlag: true)];

        public async Task<int> RunAsync(ConsoleCall call, CancellationToken cancellationToken)
        {
            var view = await sender.Send(new Query(), cancellationToken);
            if (call.Has("--json"))
            {
                await call.Output.WriteLineAsync(JsonSerializer.Serialize(view, _json));
                return 0;
            }

            foreach (var (state, count) in view.Counts)
            {
                await call.Output.WriteLineAsync($"{MailWords.Of(state), -18} {count}");
            }

            if (view.OldestWaiting is { } oldest)
            {
                await call.Output.WriteLineAsync($"Le plus ancien attend depuis le {FrenchText.Instant(oldest)}.");
            }

            foreach (var mail in view.Unknown)
            {
                await call.Output.WriteLineAsync(
                    $"Sort inconnu : {mail.MessageId} pour {mail.ToAddress}. {mail.Words}"
                );
            }

            return 0;
        }
    }
}
