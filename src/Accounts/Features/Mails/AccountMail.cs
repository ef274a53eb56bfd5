using CaseNumerique.SharedKernel;

namespace CaseNumerique.Accounts.Features.Mails;

/// <summary>A mail about somebody's account: a greeting, what has happened, one thing to do, and why it was sent.</summary>
internal sealed record AccountMail
{
    /// <summary>The HTML form.</summary>
    private const string View = "/Features/Mails/AccountMailHtml.cshtml";

    public required string Subject { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<string> Paragraphs { get; init; }
    public string? ActionText { get; init; }

    /// <summary>Absolute.</summary>
    public string? ActionUrl { get; init; }

    /// <summary>What to do when the mail is a surprise.</summary>
    public required string Otherwise { get; init; }

    public required PortalOptions Portal { get; init; }

    public string Contact =>
        Portal.Phone.Length > 0
            ? $"Une question ? Appelez l’équipe {Portal.Authority} au {FrenchText.Phone(Portal.Phone)}."
            : $"Une question ? Répondez à ce courriel : l’équipe {Portal.Authority} le lira.";

    /// <param name="mail">Everything but the words.</param>
    public async Task<OutgoingMail> ComposeAsync(MailTemplate template, OutgoingMail mail) =>
        mail with
        {
            Subject = FrenchText.Typeset(Subject),
            Text = Text(),
            Html = await template.RenderAsync(View, this),
        };

    private string Text()
    {
        var text = new MailText().Paragraph($"Bonjour {Name},");
        foreach (var paragraph in Paragraphs)
        {
            text.Paragraph(paragraph);
        }

        if (ActionUrl is not null)
        {
            text.Raw($"{ActionText}\u00A0:\n{ActionUrl}\n\n");
        }

        return text.Paragraph(Otherwise).Paragraph(Contact).Lines($"L’équipe {Portal.Authority}").ToString();
    }
}
