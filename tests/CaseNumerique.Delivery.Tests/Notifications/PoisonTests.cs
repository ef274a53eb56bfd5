using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests.Notifications;

/// <summary>
/// Two hundred notifications, of which one module takes in none, another each only at the third attempt, while hosts die
/// before and after the effects of a third.
/// </summary>
internal sealed class PoisonTests
{
    private const int Epns = 40;
    private const string Poisoned = "CaseNumerique.Resources.";
    private const string Stumbling = "CaseNumerique.Events.";
    private const string Dying = "CaseNumerique.Labelling.";
    private const string DeadLetters = "/gestion/parametres/notifications";

    private readonly Trouble _trouble = new();
    private readonly Dictionary<(long, string), int> _stumbles = [];
    private CancellationTokenSource _host = new();
    private int _deaths;
    private App _app = null!;

    [OneTimeSetUp]
    public async Task DeliverAllAsync()
    {
        _app = await App.StartAsync(configure: services => services.AddSingleton<IInterceptor>(_trouble));
        await _app.WithAsync(
            (IEnumerable<ModuleDbContext> modules) =>
                LivesOfSpaces.AnnounceAsync(modules.Single(m => m.Module == "network"), Epns)
        );
        _trouble.Before = Break;
        _trouble.After = DieAfterwards;
        for (var i = 0; i < 60 || await PendingAsync() > 0; i++)
        {
            await LiveAsync();
            // Longer than a dead host's claim; later longer than the longest wait after a failure.
            _app.Clock.Advance(TimeSpan.FromMinutes(i < 50 ? 6 : 600));
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _app.DisposeAsync();
        _host.Dispose();
    }

    [Test, Order(1)]
    public async Task Each_other_handler_has_its_effect_exactly_once()
    {
        var due = await DeliveriesAsync();
        var effects = _trouble.Effects.Select(e => (e.MessageId, e.Handler)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(_deaths, Is.GreaterThan(20));
            Assert.That(due.DistinctBy(d => d.MessageId).Count(), Is.EqualTo(5 * Epns));
            Assert.That(
                effects,
                Is.EquivalentTo(due.Where(d => !IsPoisoned(d.Handler)).Select(d => (d.MessageId, d.Handler)))
            );
        });
    }

    [Test, Order(2)]
    public async Task Each_handler_hears_of_one_aggregate_in_the_order_of_the_announcements()
    {
        var aggregateOf = (await DeliveriesAsync()).ToLookup(d => d.MessageId, d => d.AggregateId);
        var heard = _trouble.Effects.GroupBy(
            e => (e.Handler, Aggregate: aggregateOf[e.MessageId].First()),
            e => e.MessageId
        );

        Assert.That(heard.Select(h => h.ToList()), Has.All.Ordered);
    }

    [Test, Order(3)]
    public async Task What_fails_to_the_last_is_given_up_after_ten_attempts()
    {
        var dead = (await DeliveriesAsync()).Where(d => d.State is DeliveryState.Dead).ToList();

        Assert.That(dead, Has.Count.EqualTo(2 * Epns));
        Assert.That(dead.Select(d => d.Handler), Has.All.StartsWith(Poisoned));
        Assert.That(dead.Select(d => d.Attempts), Has.All.EqualTo(NotificationDelivery.MaxAttempts));
    }

    [Test, Order(4)]
    public async Task What_was_given_up_is_shown_and_goes_when_it_is_sent_again()
    {
        var given = (await DeliveriesAsync()).First(d => d.State is DeliveryState.Dead);
        var administrator = await _app.BrowserAsync(Roles.Administrator);
        var page = await administrator.GetAsync(DeadLetters);
        _trouble.Before = _trouble.After = _ => { };

        var next = await administrator.SubmitAsync(page, $"form:has(input[value='{given.Id}'])", []);
        await _app.DispatchAsync();

        var left = await administrator.GetAsync(DeadLetters);
        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("Resources, KeepEpnCopy").And.Contain("Table pleine."));
            Assert.That(page.Document.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(2 * Epns));
            Assert.That(next.Text, Does.Contain("La notification repart."));
            Assert.That(left.Document.QuerySelectorAll("tbody tr"), Has.Length.EqualTo((2 * Epns) - 1));
            Assert.That(
                _trouble.Effects.Count(e => e.MessageId == given.MessageId && e.Handler == given.Handler),
                Is.EqualTo(1)
            );
        });
    }

    private static bool IsPoisoned(string handler) => handler.StartsWith(Poisoned, StringComparison.Ordinal);

    /// <summary>One host's life: it ends when nothing is due, or when it dies.</summary>
    private async Task LiveAsync()
    {
        _host.Dispose();
        _host = new CancellationTokenSource();
        try
        {
            await _app.Services.GetRequiredService<NotificationDispatcher>().DispatchAsync(_host.Token);
        }
        catch (OperationCanceledException)
        {
            _deaths++;
        }
    }

    private void Break(InboxEntry entry)
    {
        if (IsPoisoned(entry.Handler))
        {
            throw new InvalidOperationException("Table pleine.");
        }

        if (entry.Handler.StartsWith(Stumbling, StringComparison.Ordinal))
        {
            var times = _stumbles[(entry.MessageId, entry.Handler)] =
                _stumbles.GetValueOrDefault((entry.MessageId, entry.Handler)) + 1;
            switch (times)
            {
                case 1:
                    throw new InvalidOperationException("Table occupée.");
                case 2:
                    // As after a wait of the handler's own that was too long: nobody has asked it to stop.
                    throw new TaskCanceledException("Trop long.");
            }
        }

        if (IsTimeToDie(entry, 0))
        {
            Die();
        }
    }

    private void DieAfterwards(InboxEntry entry)
    {
        if (IsTimeToDie(entry, 5))
        {
            Die();
        }
    }

    private bool IsTimeToDie(InboxEntry entry, int turn) =>
        _deaths < 40
        && entry.Handler.StartsWith(Dying, StringComparison.Ordinal)
        && (entry.MessageId + _deaths) % 10 == turn;

    private void Die()
    {
        _host.Cancel();
        _host.Token.ThrowIfCancellationRequested();
    }

    private async Task<int> PendingAsync() => (await DeliveriesAsync()).Count(d => d.State is DeliveryState.Pending);

    private Task<List<OutboxDelivery>> DeliveriesAsync() =>
        _app.WithAsync(
            (IEnumerable<ModuleDbContext> modules) =>
                modules.Single(m => m.Module == "network").Deliveries.AsNoTracking().OrderBy(d => d.Id).ToListAsync()
        );
}
