using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CaseNumerique.Host.Features;

/// <summary>What a form page says first when it is shown again.</summary>
internal sealed record ErrorSummary(string Title, IReadOnlyList<ErrorSummary.Line> Lines)
{
    private const string FormPrefix = "Form.";

    private static readonly string[] _counts =
    [
        "Aucune",
        "Une",
        "Deux",
        "Trois",
        "Quatre",
        "Cinq",
        "Six",
        "Sept",
        "Huit",
        "Neuf",
    ];

    public static ErrorSummary? Of(ModelStateDictionary state)
    {
        Line[] lines =
        [
            .. state.SelectMany(entry =>
                (entry.Value?.Errors ?? []).Select(error => new Line(FieldId(entry.Key), error.ErrorMessage))
            ),
        ];
        return lines.Length == 0 ? null : new ErrorSummary(TitleOf(lines), lines);
    }

    private static string TitleOf(Line[] lines) =>
        (Fields: lines.Where(l => l.FieldId is not null).Select(l => l.FieldId).Distinct().Count(), lines) switch
        {
            { Fields: 0 } => "La demande n’a pas abouti",
            { Fields: 1 } => "Une réponse est à corriger",
            { Fields: var count } when count < _counts.Length => $"{_counts[count]} réponses sont à corriger",
            { Fields: var count } => $"{count} réponses sont à corriger",
        };

    /// <summary>Null for what no single field can mend.</summary>
    private static string? FieldId(string key) =>
        key.StartsWith(FormPrefix, StringComparison.Ordinal) && key.Length > FormPrefix.Length
            ? TagBuilder.CreateSanitizedId(key, "_")
            : null;

    public sealed record Line(string? FieldId, string Message);
}
