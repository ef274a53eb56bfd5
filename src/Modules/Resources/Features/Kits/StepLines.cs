using System.Text.RegularExpressions;
using CaseNumerique.Resources.Data;

namespace CaseNumerique.Resources.Features.Kits;

/// <summary>The steps of a kit as they are typed: one a line, « minutes | titre | consigne ».</summary>
internal sealed partial record StepLines(IReadOnlyList<KitStep> Steps, IReadOnlyList<string> Errors)
{
    public int Minutes => Steps.Sum(s => s.Minutes);

    public static StepLines Read(string? text)
    {
        List<KitStep> steps = [];
        List<string> errors = [];
        foreach (var (index, line) in (text ?? "").ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var parts = line.Split('|', 3, StringSplitOptions.TrimEntries);
            var step = new KitStep
            {
                Number = steps.Count + 1,
                Minutes = Duration().Match(parts[0]) is { Success: true } m ? int.Parse(m.Groups[1].Value, null) : 0,
                Title = parts.ElementAtOrDefault(1) ?? "",
                Instruction = parts.ElementAtOrDefault(2) ?? "",
            };
            steps.Add(step);
            if (WhatIsWrong(step) is { } wrong)
            {
                errors.Add($"Ligne {index + 1} : {wrong}");
            }
        }

        if (steps.Count == 0)
        {
            errors.Add("Décrivez le déroulé, une étape par ligne");
        }

        return new StepLines(steps, errors);
    }

    private static string? WhatIsWrong(KitStep step) =>
        step switch
        {
            { Minutes: < 1 or > WorkshopKit.MaxMinutes } =>
                "commencez par la durée en minutes, comme « 10 | Accueil | Présentez l’exemple »",
            { Title: "" } => "donnez un titre après la durée, séparé d’elle par une barre « | »",
            { Title.Length: > KitStep.TitleMaxLength } =>
                $"raccourcissez le titre à {KitStep.TitleMaxLength} caractères",
            { Instruction.Length: > KitStep.InstructionMaxLength } =>
                $"raccourcissez la consigne à {KitStep.InstructionMaxLength} caractères",
            _ => null,
        };

    [GeneratedRegex(@"^(\d{1,3})\s*(min|minutes)?$")]
    private static partial Regex Duration();
}
