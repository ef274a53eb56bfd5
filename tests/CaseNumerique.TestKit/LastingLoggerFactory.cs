using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CaseNumerique.TestKit;

/// <summary>Outlives its host: Hangfire keeps one for the whole process, in which other hosts still start.</summary>
internal sealed class LastingLoggerFactory(IServiceProvider services) : ILoggerFactory
{
    private readonly LoggerFactory _inner = new(
        services.GetServices<ILoggerProvider>(),
        services.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>()
    );

    public ILogger CreateLogger(string categoryName) => _inner.CreateLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) => _inner.AddProvider(provider);

    public void Dispose() { }
}
