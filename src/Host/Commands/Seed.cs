using CaseNumerique.Accounts.Access;
using CaseNumerique.Host.Startup;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Host.Commands;

/// <summary><c>seed --epns N [--seed S]</c>.</summary>
[AuditedAs("Données d’exemple ajoutées")]
internal sealed class Seed(ExampleData examples, IHostEnvironment environment, IServiceProvider services)
    : IConsoleCommand
{
    public string Name => "seed";

    public string Description => "Remplit une base vide de N espaces fictifs, les mêmes pour la même graine.";

    public IReadOnlyList<ConsoleOption> Options =>
        [new("--epns", "Combien d’espaces.", IsRequired: true), new("--seed", "La graine, 1 par défaut.")];

    public async Task<int> RunAsync(ConsoleCall call, CancellationToken cancellationToken)
    {
        if (environment.IsProduction())
        {
            await call.Output.WriteLineAsync("Refusé en production : les données d’exemple s’y mêleraient aux vraies.");
            return 2;
        }

        if (!int.TryParse(call.Values["--epns"], out var epns) || epns is < 1 or > 100_000)
        {
            await call.Output.WriteLineAsync("--epns est un nombre de 1 à 100 000.");
            return 2;
        }

        if (!int.TryParse(call.Values.GetValueOrDefault("--seed", "1"), out var seed))
        {
            await call.Output.WriteLineAsync("--seed est un nombre entier.");
            return 2;
        }

        if (await examples.ArePresentAsync(cancellationToken))
        {
            await call.Output.WriteLineAsync("La base n’est pas vide : rien n’a été ajouté.");
            return 1;
        }

        await AccountsSetup.EnsureRolesAsync(services);
        await examples.AddMissingAsync(new ExampleSize(epns, seed), cancellationToken);
        await call.Output.WriteLineAsync($"{FrenchText.Count(epns, "espace")}, graine {seed}.");
        return 0;
    }
}
