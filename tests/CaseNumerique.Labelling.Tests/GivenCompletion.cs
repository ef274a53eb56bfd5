using CaseNumerique.Labelling.Data;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace CaseNumerique.Labelling.Tests;

/// <summary>What goes to and fro between an EPN and its assessor.</summary>
internal static class GivenCompletion
{
    extension(Browser browser)
    {
        /// <summary>Asks for one thing about one criterion, of a file that was filed whole.</summary>
        public async Task<Page> AskAsync(App app, Guid id, string code, string what)
        {
            var epnId = (await app.FileAsync(id)).EpnId;
            await app.ProveAsync(id, await app.ProofAsync("Au dépôt", epnId: epnId));
            var criterion = await app.WithAsync(
                (LabellingDbContext db) => db.Criteria.Where(k => k.Code == code).Select(k => k.Id).FirstAsync()
            );
            return await browser.SubmitAsync(
                await browser.GetAsync(GivenAssessment.UrlOf(id, "/complements/demande")),
                "main form",
                new() { ["Form.Lines[0].CriterionId"] = $"{criterion}", ["Form.Lines[0].What"] = what }
            );
        }

        public async Task<Page> ReplyAsync(Guid id, string text, string button = "Envoyer") =>
            await browser.SubmitAsync(
                await browser.GetAsync(GivenAssessment.UrlOf(id, "/complements")),
                "main form",
                new() { ["Form.Replies[0].Text"] = text },
                button
            );
    }

    extension(Platform.Data.Mail mail)
    {
        public async Task<string> TextAsync()
        {
            using var mime = new MemoryStream(mail.Mime);
            return (await MimeMessage.LoadAsync(mime)).TextBody ?? "";
        }
    }
}
