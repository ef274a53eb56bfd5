using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.FormalNotices;

/// <summary>States of a formal notice as tags of the visual language.</summary>
internal static class NoticeTags
{
    public static (string Kind, string Words) Of(FormalNotice notice) =>
        notice switch
        {
            { ClosedAt: not null, IsSettled: true } => ("done", "Régularisée"),
            { ClosedAt: not null } => ("late", "Non régularisée"),
            { AnsweredAt: not null } => ("review", "Réponse reçue"),
            _ => ("todo", "Réponse attendue"),
        };
}
