using System.Text.RegularExpressions;
using CaseNumerique.Events.Data;

namespace CaseNumerique.Events.Features.Gatherings;

/// <summary>
/// The programme as it is typed: one item a line, « 8 h 30 | 60 | presentation | titre ». A line « Jour 2 » opens the second day.
/// </summary>
internal sealed partial record AgendaLines(IReadOnlyList<AgendaItem> Items, IReadOnlyList<string> Errors)
{
    private const int DayMinutes = 24 * 60;

    public int LastDay => Items.Select(i => i.Day).DefaultIfEmpty(1).Max();

    public static AgendaLines Read(string? text)
    {
        List<AgendaItem> items = [];
        List<string> errors = [];
        var day = 1;
        foreach (var (index, line) in (text ?? "").ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (NewDay().Match(line) is { Success: true } heading)
            {
                day = int.Parse(heading.Groups[1].Value, null);
                continue;
            }

            var item = Item(day, line.Split('|', 4, StringSplitOptions.TrimEntries));
            if (WhatIsWrong(item, items.LastOrDefault()) is { } wrong)
            {
                errors.Add($"Ligne {index + 1} : {wrong}");
            }
            else
            {
                items.Add(item);
            }
        }

        if (items.Count + errors.Count == 0)
        {
            errors.Add("Décrivez le programme, un moment par ligne");
        }

        return new AgendaLines(items, errors);
    }

    private static AgendaItem Item(int day, string[] parts) =>
        new()
        {
            Day = day,
            StartMinute = Hour().Match(parts[0]) is { Success: true } hour
                ? 60 * Number(hour, 1) + Number(hour, 2)
                : -1,
            Minutes = Duration().Match(parts.ElementAtOrDefault(1) ?? "") is { Success: true } m ? Number(m, 1) : 0,
            Kind = AgendaKind.Read(parts.ElementAtOrDefault(2) ?? "")?.Code ?? "",
            Title = parts.ElementAtOrDefault(3) ?? "",
        };

    private static string? WhatIsWrong(AgendaItem item, AgendaItem? before) =>
        item switch
        {
            { StartMinute: < 0 or >= DayMinutes } => "commencez par l’heure, comme « 8 h 30 »",
            { Minutes: < 1 or > AgendaItem.MaxMinutes } => "donnez la durée en minutes après l’heure, comme « 60 »",
            { EndMinute: > DayMinutes } => "terminez avant minuit",
            { Kind: "" } =>
                $"choisissez un genre après la durée : {string.Join(", ", AgendaKind.All.Select(k => k.Code))}",
            { Title: "" } => "terminez par un titre",
            { Title.Length: > AgendaItem.TitleMaxLength } =>
                $"raccourcissez le titre à {AgendaItem.TitleMaxLength} caractères",
            _ when item.Day < before?.Day => "écrivez les jours dans l’ordre",
            _ when item.Day == before?.Day && item.StartMinute < before.EndMinute =>
                $"commencez après le moment précédent, qui finit à {GatheringWords.Hour(before.EndMinute)}",
            _ => null,
        };

    private static int Number(Match match, int group) =>
        match.Groups[group].Value is { Length: > 0 } digits ? int.Parse(digits, null) : 0;

    [GeneratedRegex(@"^\s*jour\s+([1-9])\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex NewDay();

    [GeneratedRegex(@"^(\d{1,2})\s*[hH:]\s*([0-5]\d)?$")]
    private static partial Regex Hour();

    [GeneratedRegex(@"^(\d{1,3})\s*(min|minutes)?$")]
    private static partial Regex Duration();
}
