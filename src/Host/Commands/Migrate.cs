using CaseNumerique.Accounts.Access;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Host.Commands;

/// <summary><c>migrate</c>: every command migrates first, so this one has only to say so.</summary>
internal sealed class Migrate(IServiceProvider services) : IConsoleCommand
{
    public string Name => "migrate";

    public string Description => "Met à jour les tables de tous les modules.";

    public IReadOnlyList<ConsoleOption> Options => [];

    public async Task<int> RunAsync(ConsoleCall call, CancellationToken cancellationToken)
    {
        await AccountsSetup.EnsureRolesAsync(services);
        await call.Output.WriteLineAsync("Les tables sont à jour.");
        return 0;
    }
}
