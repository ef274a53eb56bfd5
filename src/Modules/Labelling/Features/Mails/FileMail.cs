using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Mails;

/// <summary>A mail about a file or a label: what has happened, what to do about it, and why it was sent.</summary>
internal sealed record FileMail
{
    public const string Kind = "labelling.dossier";

    /// <summary>The HTML form.</summary>
    private const string View = "/Features/Mails/FileMailHtml.cshtml";

    /// <summary>A refusal is never said in it.</summary>
    public required string Subject { get; init; }

    /// <summary>The fact first, with its date in full.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    public string? StepsTitle { get; init; }
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>What follows when nothing is done; boxed.</summary>
    public string? Consequence { get; init; }

    public required string ActionText { get; init; }

    /// <summary>Where the action is, from the root of the site.</summary>
    public required string ActionPath { get; init; }

    /// <summary>« Dossier CN-2026-0031 ».</summary>
    public required string Reference { get; init; }

    /// <summary>It carries a link that only its reader may follow: nobody else is shown it.</summary>
    public bool IsSecret { get; init; }

    public string Name { get; init; } = "";
    public string Why { get; init; } = "";
    public PortalOptions Portal { get; init; } = new();

    public string ActionUrl => Portal.Absolute(ActionPath);

    public string Preheader => Paragraphs[0];

    public string Contact =>
        Portal.Phone.Length > 0
            ? $"Une question, une connexion trop lente ? Appelez {Portal.Authority} au {FrenchText.Phone(Portal.Phone)}, ou répondez à ce courriel."
            : "Une question, une connexion trop lente ? Répondez à ce courriel.";

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

        text.Raw($"{ActionText}\u00A0:\n{ActionUrl}\n\n");
        if (Steps.Count > 0)
        {
            text.Raw($"{StepsTitle?.ToUpper(FrenchText.Culture)}\n\n");
            for (var i = 0; i < Steps.Count; i++)
            {
                text.Lines($"{i + 1}. {Steps[i]}", hanging: 3);
            }

            text.Raw("\n");
        }

        if (Consequence is not null)
        {
            text.Paragraph(Consequence);
        }

        return text.Paragraph(Contact)
            .Paragraph($"L’équipe {Portal.Authority}")
            .Raw("-- \n")
            .Lines($"{Reference}.")
            .Lines(Why)
            .ToString();
    }
}
