using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Files;

/// <summary>Why a file is not kept, and what to do instead.</summary>
internal static class Refusal
{
    public static FileRefusedException TooMany(UploadRule rule) =>
        new($"Il y a déjà {FrenchText.Count(rule.MaxCount, "fichier")} ici, le plus possible. Retirez-en d’abord.");

    public static FileRefusedException Empty =>
        new("Ce fichier est vide. Vérifiez-le sur votre appareil, puis envoyez-le de nouveau.");

    public static FileRefusedException Damaged =>
        new(
            "Ce fichier est abîmé ou incomplet. Ouvrez-le sur votre appareil, enregistrez-le de nouveau, puis envoyez-le."
        );

    public static FileRefusedException Markup =>
        new(
            "Ce fichier est une page web ou un dessin SVG, qui peut contenir un programme. Exportez-le en PDF ou en image PNG."
        );

    public static FileRefusedException OldOffice =>
        new(
            "Ce document est d’un ancien format, ou protégé par un mot de passe. Enregistrez-le en ODT, DOCX ou PDF, sans mot de passe."
        );

    public static FileRefusedException Macros =>
        new("Ce document contient un programme (macro). Enregistrez-le sans macros, ou exportez-le en PDF.");

    public static FileRefusedException ActivePdf =>
        new(
            "Ce PDF contient un programme ou une pièce jointe. Imprimez-le vers un nouveau PDF, puis envoyez celui-ci."
        );

    public static FileRefusedException Bomb =>
        new("Ce document prend une place anormale une fois ouvert. Exportez-le en PDF, puis envoyez ce PDF.");

    public static FileRefusedException TooManyPixels =>
        new(
            $"Cette image compte plus de {Picture.MaxPixels / 1_000_000} millions de points. Réduisez-la, puis envoyez-la de nouveau."
        );

    public static FileRefusedException Infected =>
        new("L’antivirus a reconnu un programme dangereux. Ne rouvrez pas ce fichier, et prévenez qui vous l’a donné.");

    public static FileRefusedException NoAntivirus =>
        new("L’antivirus ne répond pas, et aucun fichier n’est gardé sans lui. Envoyez-le de nouveau dans une heure.");

    public static FileRefusedException NoUpload =>
        new("Cet envoi n’a pas abouti, ou date de plus d’une journée. Choisissez le fichier de nouveau.");

    public static FileRefusedException TooHeavy(long maxBytes) =>
        new($"Ce fichier pèse plus de {FrenchText.Size(maxBytes)}. Allégez-le, ou partagez-le en plusieurs fichiers.");

    public static FileRefusedException NotTaken(UploadRule rule) =>
        new($"Ce type de fichier n’est pas accepté ici. Envoyez un fichier {rule.KindsInWords}.");
}
