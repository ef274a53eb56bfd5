using CaseNumerique.SharedKernel;

namespace CaseNumerique.Host.Tests.Jobs;

/// <summary>A recurring job that ends, or fails, when a test says so.</summary>
internal sealed class GatedJob(GatedJob.Gate gate) : IRecurringJob
{
    public const string JobId = "essai";

    public string Id => JobId;

    public string Cron => "0 3 * * *";

    public TimeSpan LateAfter => TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await gate.Opened.WaitAsync(cancellationToken);
        if (gate.Fails)
        {
            throw new InvalidOperationException("Le disque est plein.");
        }
    }

    internal sealed class Gate : IDisposable
    {
        private TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Gate() => Open();

        public Task Opened => _opened.Task;

        public bool Fails { get; set; }

        public void Close() => _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _opened.TrySetResult();

        // A test that has failed must not leave a worker waiting.
        public void Dispose() => Open();
    }
}
