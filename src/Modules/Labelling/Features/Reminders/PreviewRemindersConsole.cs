using System.Globalization;
using System.Text.Json;
using CaseNumerique.SharedKernel;
using MediatR;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary><c>reminders preview [--on yyyy-MM-dd] [--json]</c>.</summary>
internal sealed class PreviewRemindersConsole(ISender sender) : IConsoleCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Name => "reminders preview";

    public string Description => "Dit qui recevrait quoi, et pourquoi. N’envoie rien, n’enregistre rien.";

    public IReadOnlyList<ConsoleOption> Options =>
        [
            new("--on", "Le jour à regarder (aaaa-MM-jj), aujourd’hui par défaut."),
            new("--json", "Répond en JSON.", IsFlag: true),
        ];

    public async Task<int> RunAsync(ConsoleCall call, CancellationToken cancellationToken)
    {
        DateOnly? on = null;
        if (call.Values.TryGetValue("--on", out var text))
        {
            if (
                !DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
            {
                await call.Output.WriteLineAsync(
                    $"« {text} » n’est pas un jour : écrivez aaaa-MM-jj, comme 2027-03-01."
                );
                return 2;
            }

            on = day;
        }

        var view = await sender.Send(new PreviewReminders.Query(on), cancellationToken);
        if (call.Has("--json"))
        {
            await call.Output.WriteLineAsync(JsonSerializer.Serialize(view, _json));
            return 0;
        }

        await call.Output.WriteLineAsync(
            $"Le {FrenchText.DateInFull(view.On)}, à partir de {view.Hour} h (heure de Nouméa) : {FrenchText.Count(view.Rows.Count, "rappel")}."
        );
        if (view.Held is not null)
        {
            await call.Output.WriteLineAsync($"Rien ne part pour l’instant. {view.Held}");
        }

        foreach (var row in view.Rows)
        {
            var to = row.Address ?? $"à appeler{(row.Phone is null ? "" : $" au {FrenchText.Phone(row.Phone)}")}";
            await call.Output.WriteLineAsync(
                $"{row.LabelNumber}  {row.EpnName}, {row.Commune}  {row.Name} <{to}>  {row.Why}"
            );
        }

        return 0;
    }
}
