using CaseNumerique.Platform.Data;

namespace CaseNumerique.Platform.Privacy;

/// <summary>An erasure in the words that people read.</summary>
internal static class ErasureWords
{
    public static string Of(ErasureState state) =>
        state switch
        {
            ErasureState.Asked => "À décider",
            ErasureState.Refused => "Refusée",
            ErasureState.Running => "En cours",
            _ => "Terminée",
        };

    public static string TagOf(ErasureState state) =>
        state switch
        {
            ErasureState.Asked => "todo",
            ErasureState.Refused => "off",
            ErasureState.Running => "review",
            _ => "done",
        };

    public static string Of(ErasureStep step) =>
        step switch
        {
            ErasureStep.Gather => "Relever sous quels noms et adresses la personne est connue",
            ErasureStep.Quiet => "Attendre les notifications en cours qui la nomment",
            ErasureStep.Modules => "Effacer dans tous les modules et fermer le compte",
            ErasureStep.Mails => "Effacer les courriels",
            ErasureStep.Notifications => "Effacer les notifications passées",
            ErasureStep.Traces => "Effacer les détails du journal",
            ErasureStep.Files => "Nettoyer les fichiers de la base",
            _ => "Terminé",
        };
}
