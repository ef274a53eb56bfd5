using CaseNumerique.SharedKernel;

namespace CaseNumerique.Host.Startup;

/// <summary>Fills the modules with fictional data, in an order in which each finds what it copies.</summary>
internal sealed class ExampleData(IEnumerable<IExampleData> modules, NotificationDispatcher dispatcher)
{
    public static readonly ExampleSize Demonstration = new(Epns: 31, Seed: 1);

    public async Task AddMissingAsync(ExampleSize size, CancellationToken cancellationToken)
    {
        foreach (var module in modules.OrderBy(m => m.Order))
        {
            if (!await module.IsPresentAsync(cancellationToken))
            {
                await module.AddAsync(size, cancellationToken);
                await dispatcher.DispatchAsync(cancellationToken);
            }
        }
    }

    /// <summary>The first module in order holds nothing but example data, or nothing of it.</summary>
    public Task<bool> ArePresentAsync(CancellationToken cancellationToken) =>
        modules.OrderBy(m => m.Order).First().IsPresentAsync(cancellationToken);
}
