using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>The words of the mails that tell a decision (E12 to E15).</summary>
internal static class DecisionMails
{
    public static FileMail Granted(LabelApplication file, Epn epn, Label label, ProcedureRules rules) =>
        Of(file) with
        {
            Subject =
                file.Kind is ApplicationKind.Renewal
                    ? $"Bonne nouvelle : le label de {epn.Name} est renouvelé"
                    : $"Bonne nouvelle : {epn.Name} est labellisé Case numérique",
            Paragraphs = [Sentence(file, epn, label), Validity(label)],
            StepsTitle = "Et maintenant",
            Steps =
            [
                "Posez la plaque et affichez le logo dans les deux mois, puis envoyez-nous une photo.",
                "Transmettez chaque mois les chiffres de fréquentation, et le bilan annuel avant le 31 janvier.",
                $"Préparez le renouvellement {FrenchText.Count(rules.RenewalOpensDays, "jour")} avant la fin : nous vous le rappellerons.",
            ],
        };

    public static FileMail GrantedWithConditions(
        LabelApplication file,
        Epn epn,
        Label label,
        IReadOnlyList<string> conditions
    ) =>
        Of(file) with
        {
            Subject = $"{epn.Name} est labellisé sous réserve",
            Paragraphs = [$"{Sentence(file, epn, label)} Il l’est sous réserve.", Validity(label)],
            StepsTitle = "À lever",
            Steps = conditions,
            Consequence =
                "Une réserve qui n’est pas levée à temps peut mener à une mise en demeure, puis à une suspension du label.",
            ActionText = "Répondre aux réserves",
            ActionPath = $"/gestion/labellisation/labels/{label.Number}/reserves",
        };

    public static FileMail Deferred(LabelApplication file, Epn epn, ApplicationEvent line) =>
        Of(file) with
        {
            Subject = $"Votre dossier {file.Reference} est ajourné",
            Paragraphs =
            [
                $"La décision sur la demande de {epn.Name} est reportée, le {FrenchText.Instant(line.At)} (heure de Nouméa). Rien n’est refusé.",
                file.OpinionDueOn is { } due
                    ? $"Un nouvel avis est attendu avant le {FrenchText.DateInFull(due)}."
                    : "Un nouvel avis vous sera annoncé.",
            ],
            StepsTitle = "Points à reprendre",
            Steps =
            [
                .. (line.Reason ?? "").Split(
                    '\n',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                ),
            ],
        };

    /// <summary>What was decided is read in the file: neither subject nor preheader says it.</summary>
    public static FileMail Refused(LabelApplication file, Epn epn) =>
        Of(file) with
        {
            Subject = $"Décision concernant votre dossier {file.Reference}",
            Paragraphs =
            [
                $"La décision sur la demande de label de {epn.Name} est prise, le {FrenchText.Instant(file.DecidedAt!.Value)} (heure de Nouméa).",
                "Le label n’est pas accordé. Les motifs et les voies de recours sont dans votre dossier.",
                "Une nouvelle demande reste possible : elle reprend vos réponses. Nous pouvons la préparer avec vous.",
            ],
        };

    private static FileMail Of(LabelApplication file) =>
        new()
        {
            Subject = "",
            Paragraphs = [],
            ActionText = "Lire la décision",
            ActionPath = $"/gestion/labellisation/demandes/{file.Id}/decision",
            Reference = $"Dossier {file.Reference}",
        };

    private static string Sentence(LabelApplication file, Epn epn, Label label) =>
        $"{(file.Kind is ApplicationKind.Renewal ? "Le label « Case numérique » est renouvelé pour" : "Le label « Case numérique » est accordé à")} "
        + $"{epn.Name}, sous le numéro {label.Number}, par l’arrêté n° {file.ActNumber} du {FrenchText.Date(file.ActOn!.Value)}.";

    private static string Validity(Label label) =>
        $"Il est valable jusqu’au {FrenchText.DateInFull(label.ExpiresOn)} inclus (heure de Nouméa).";
}
