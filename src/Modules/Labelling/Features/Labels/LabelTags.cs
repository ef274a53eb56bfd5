using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>Label states and reminder states as tags of the visual language.</summary>
internal static class LabelTags
{
    public static (string Kind, string Words) Of(LabelStatus status) =>
        status switch
        {
            LabelStatus.Active => ("case", "Case numérique"),
            LabelStatus.UnderRenewal => ("renew", "En renouvellement"),
            LabelStatus.Suspended => ("paused", "Suspendu"),
            LabelStatus.Withdrawn => ("off", "Retiré"),
            LabelStatus.Expired => ("ended", "Expiré"),
            LabelStatus.Renounced => ("off", "Rendu"),
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    public static (string Kind, string Words) Of(ReminderState state) =>
        state switch
        {
            ReminderState.Planned => ("todo", "Prévu"),
            ReminderState.Sent => ("done", "Envoyé"),
            ReminderState.Refused => ("late", "En échec"),
            ReminderState.Unknown => ("todo", "Sort inconnu"),
            ReminderState.Unreachable => ("late", "À appeler"),
            ReminderState.Superseded => ("ended", "Remplacé"),
            ReminderState.Withdrawn => ("ended", "Sans objet"),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
