using System.Text;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>A reminder as plain text, in lines of at most 72 characters.</summary>
internal static class ReminderMailText
{
    private const int Width = 72;

    public static string Render(ReminderMail mail)
    {
        var text = new StringBuilder();
        Paragraph(text, $"Bonjour {mail.RecipientName},");
        Paragraph(text, mail.Fact);
        text.Append(mail.ActionText).Append("\u00A0:\n").Append(mail.ActionUrl).Append("\n\n");
        text.Append("CE QU’IL FAUT FAIRE\n\n");
        for (var i = 0; i < mail.Steps.Count; i++)
        {
            Lines(text, $"{i + 1}. {mail.Steps[i]}", hanging: 3);
        }

        text.Append('\n');
        if (mail.Consequence is { } consequence)
        {
            Paragraph(text, consequence);
        }

        Paragraph(text, mail.Contact);
        Paragraph(text, $"L’équipe {mail.Authority}");
        text.Append("-- \n");
        Lines(text, $"{mail.Reference}.");
        Lines(text, $"{mail.Why} Il est envoyé une seule fois et ne peut pas être désactivé.");
        return text.ToString();
    }

    private static void Paragraph(StringBuilder text, string words)
    {
        Lines(text, words);
        text.Append('\n');
    }

    private static void Lines(StringBuilder text, string words, int hanging = 0)
    {
        var length = 0;
        foreach (var word in FrenchText.Typeset(words).Split(' '))
        {
            if (length > 0 && length + 1 + word.Length > Width)
            {
                text.Append('\n').Append(' ', hanging);
                length = hanging;
            }
            else if (length > 0)
            {
                text.Append(' ');
                length++;
            }

            text.Append(word);
            length += word.Length;
        }

        text.Append('\n');
    }
}
