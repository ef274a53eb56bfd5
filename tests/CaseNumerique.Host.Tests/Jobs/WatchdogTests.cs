using System.Net;
using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Jobs;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Jobs;

/// <summary>With Hangfire running. Hangfire keeps its storage in a static field, so that these tests run alone.</summary>
[NonParallelizable]
internal sealed class WatchdogTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly RecurringJobOptions _noumea = new() { TimeZone = NoumeaTime.Zone };

    private GatedJob.Gate _gate = null!;
    private App _app = null!;

    private IRecurringJobManager Hangfire => _app.Services.GetRequiredService<IRecurringJobManager>();

    [SetUp]
    public async Task Start_a_host_whose_jobs_run()
    {
        _gate = new();
        _app = await App.StartAsync(
            new() { ["Jobs:Enabled"] = "true" },
            services => services.AddSingleton(_ => _gate).AddScoped<IRecurringJob, GatedJob>(),
            // Hangfire reckons with the machine's clock.
            new Clock(TimeProvider.System.GetUtcNow())
        );
        await UntilAsync(async () => (await MarkAsync())?.SucceededAt is not null);
        await UntilAsync(async () => (await _app.ReadinessAsync()).Status is HttpStatusCode.OK);
    }

    [TearDown]
    public async Task Stop_it()
    {
        _gate.Dispose();
        await _app.DisposeAsync();
    }

    [TestCase("removed", "elle a été supprimée")]
    [TestCase("disabled", "elle a été désactivée")]
    [TestCase("changed", "son horaire a été changé")]
    [TestCase("late", "elle est en retard")]
    public async Task What_befalls_a_job_is_seen_put_right_and_over_when_it_has_succeeded(string damage, string reason)
    {
        _gate.Close();
        Inflict(damage);
        Assert.That(await RedAsync(), Is.EqualTo($"La tâche {GatedJob.JobId} n’est pas en ordre : {reason}."));

        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        await _app.WithAsync((JobWatchdog watchdog) => watchdog.RepairAsync(default));
        Assert.That(await RedAsync(), Does.Contain(reason));
        Assert.That(Entry(), Has.Property(nameof(RecurringJobDto.Cron)).EqualTo("0 3 * * *"));
        Assert.That(Entry()!.NextExecution, Is.Not.Null);

        _gate.Open();
        await UntilAsync(async () => (await _app.ReadinessAsync()).Status is HttpStatusCode.OK);
    }

    [Test]
    public async Task A_job_that_fails_once_keeps_its_hours_and_runs_again()
    {
        _gate.Fails = true;
        Hangfire.Trigger(GatedJob.JobId);
        await UntilAsync(async () => (await MarkAsync())?.FailedAt is not null);

        var failed = await MarkAsync();
        Assert.That(failed!.LastError, Does.Contain("Le disque est plein."));
        Assert.That(Entry()!.NextExecution, Is.Not.Null);
        Assert.That((await _app.ReadinessAsync()).Status, Is.EqualTo(HttpStatusCode.OK));

        _gate.Fails = false;
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        Hangfire.Trigger(GatedJob.JobId);
        await UntilAsync(async () => (await MarkAsync())!.SucceededAt > failed.FailedAt);
        Assert.That((await MarkAsync())!.LastError, Is.Null);
    }

    [Test]
    public async Task A_watchdog_that_finds_all_in_order_changes_nothing()
    {
        var before = Entry()!.LastJobId;

        await _app.WithAsync((JobWatchdog watchdog) => watchdog.RepairAsync(default));

        Assert.That(Entry()!.LastJobId, Is.EqualTo(before));
        Assert.That((await _app.ReadinessAsync()).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private void Inflict(string damage)
    {
        switch (damage)
        {
            case "removed":
                Hangfire.RemoveIfExists(GatedJob.JobId);
                break;
            case "disabled":
                Schedule(Cron.Never());
                break;
            case "changed":
                Schedule("30 4 * * *");
                break;
            case "late":
                _app.Clock.Advance(TimeSpan.FromMinutes(11));
                break;
        }
    }

    private void Schedule(string cron) =>
        Hangfire.AddOrUpdate<JobRunner>(GatedJob.JobId, r => r.RunAsync(GatedJob.JobId, default), cron, _noumea);

    private async Task<string> RedAsync()
    {
        var readiness = await _app.ReadinessAsync();
        Assert.That(readiness.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        return readiness.Reasons.Single();
    }

    private RecurringJobDto? Entry()
    {
        using var connection = _app.Services.GetRequiredService<JobStorage>().GetConnection();
        return connection.GetRecurringJobs([GatedJob.JobId]).SingleOrDefault();
    }

    private Task<JobMark?> MarkAsync() =>
        _app.WithAsync(
            (PlatformDbContext db) => db.JobMarks.AsNoTracking().SingleOrDefaultAsync(m => m.JobId == GatedJob.JobId)
        );

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(_patience);
        while (!await isSo())
        {
            await Task.Delay(100, patience.Token);
        }
    }
}
