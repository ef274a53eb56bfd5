using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.SqlServer.Tests;

/// <summary>Layer B: what SaveChanges would send for each entity type.</summary>
public class SaveTests
{
    private StatementCheck _check = null!;

    [OneTimeSetUp]
    public void Load_the_tables() => _check = new StatementCheck(StoreContext.CreateScripts);

    [OneTimeTearDown]
    public void Unload_the_tables() => _check.Dispose();

    [TestCaseSource(typeof(EntitySample), nameof(EntitySample.All))]
    public async Task SQL_Server_would_take_each_write(StoreContext context, string entityType)
    {
        foreach (var state in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted })
        {
            var recorder = new Recorder();
            await using var db = context.OpenNowhere(recorder.Interceptors);
            var entry = EntitySample.Track(db, entityType, state);
            var isWritten = state is not EntityState.Modified || entry.Properties.Any(p => p.IsModified);

            await db.SaveChangesAsync();

            Assert.That(recorder.Commands, Has.Count.EqualTo(isWritten ? 1 : 0), $"{state}");
            Assert.That(recorder.Commands.SelectMany(_check.Faults), Is.Empty, $"{state}");
        }
    }
}
