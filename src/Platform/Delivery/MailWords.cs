using CaseNumerique.Platform.Data;

namespace CaseNumerique.Platform.Delivery;

/// <summary>The states of a mail in French, as people and as other modules read them.</summary>
internal static class MailWords
{
    public static string Of(MailState state) =>
        state switch
        {
            MailState.Planned => "À envoyer",
            MailState.Claimed => "En cours",
            MailState.Transmitting => "Envoi en cours",
            MailState.Sent => "Envoyé",
            MailState.Refused => "Refusé",
            MailState.Unknown => "Sort inconnu",
            MailState.Withdrawn => "Sans objet",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>Kind of the status tag of the visual language.</summary>
    public static string TagOf(MailState state) =>
        state switch
        {
            MailState.Sent => "done",
            MailState.Refused => "late",
            MailState.Unknown => "todo",
            MailState.Withdrawn => "ended",
            _ => "review",
        };

    /// <summary>The word of <c>MailOutcomeKnown</c>; null while the mail is on its way.</summary>
    public static string? OutcomeOf(MailState state) =>
        state switch
        {
            MailState.Sent => "envoye",
            MailState.Refused => "refuse",
            MailState.Withdrawn => "retire",
            MailState.Unknown => "inconnu",
            _ => null,
        };
}
