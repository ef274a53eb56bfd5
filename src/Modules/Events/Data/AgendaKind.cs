using CaseNumerique.SharedKernel;

namespace CaseNumerique.Events.Data;

/// <summary>What is done during an item of the programme.</summary>
internal sealed record AgendaKind(string Code, string Name)
{
    public const int CodeMaxLength = 30;

    public static readonly IReadOnlyList<AgendaKind> All =
    [
        new("presentation", "Présentation"),
        new("tour_de_table", "Tour de table"),
        new("demonstration", "Démonstration"),
        new("pause", "Pause"),
        new("atelier_en_groupes", "Atelier en groupes"),
        new("bilan", "Bilan"),
    ];

    public static AgendaKind Of(string code) => All.Single(k => k.Code == code);

    /// <summary>Understands the code as well as the name, accents or not.</summary>
    public static AgendaKind? Read(string typed) =>
        All.SingleOrDefault(k => k.Code == FrenchText.Fold(typed).Replace(' ', '_'));
}
