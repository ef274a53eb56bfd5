using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>A reminder as plain text.</summary>
internal static class ReminderMailText
{
    public static string Render(ReminderMail mail)
    {
        var text = new MailText()
            .Paragraph($"Bonjour {mail.RecipientName},")
            .Paragraph(mail.Fact)
            .Raw($"{mail.ActionText}\u00A0:\n{mail.ActionUrl}\n\n")
            .Raw("CE QU’IL FAUT FAIRE\n\n");
        for (var i = 0; i < mail.Steps.Count; i++)
        {
            text.Lines($"{i + 1}. {mail.Steps[i]}", hanging: 3);
        }

        text.Raw("\n");
        if (mail.Consequence is { } consequence)
        {
            text.Paragraph(consequence);
        }

        return text.Paragraph(mail.Contact)
            .Paragraph($"L’équipe {mail.Authority}")
            .Raw("-- \n")
            .Lines($"{mail.Reference}.")
            .Lines($"{mail.Why} Il est envoyé une seule fois et ne peut pas être désactivé.")
            .ToString();
    }
}
