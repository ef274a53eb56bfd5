using CaseNumerique.Platform.Audit;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Features.Journal;

internal static class VerifyAudit
{
    /// <summary><c>verify-audit [--head HASH]</c>.</summary>
    public sealed class Console(AuditVerifier verifier) : IConsoleCommand
    {
        private const string Head = "--head";

        public string Name => "verify-audit";

        public string Description => "Vérifie la chaîne du journal, et nomme la première ligne altérée.";

        public IReadOnlyList<ConsoleOption> Options =>
            [new(Head, "Une empreinte notée ailleurs, qui doit s’y trouver encore.")];

        public async Task<int> RunAsync(ConsoleCall call, CancellationToken cancellationToken)
        {
            var verdict = await verifier.VerifyAsync(call.Values.GetValueOrDefault(Head), cancellationToken);
            await call.Output.WriteLineAsync(
                verdict.Fault
                    ?? $"La chaîne est entière : {FrenchText.Count(verdict.Count, "ligne")}. Tête : {verdict.Head}"
            );
            if (verdict.Waiting > 0)
            {
                await call.Output.WriteLineAsync($"En attente de scellement : {FrenchText.Number(verdict.Waiting)}.");
            }

            return verdict.Fault is null ? 0 : 1;
        }
    }
}
