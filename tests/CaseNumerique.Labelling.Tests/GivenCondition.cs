using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Tests;

/// <summary>A label under one condition, and what people do about it on their pages.</summary>
internal static class GivenCondition
{
    public const string Pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF";

    public const string ListUrl = "/gestion/labellisation/labels/CASE-001/reserves";

    public static string UrlOf(Guid condition, string page) => $"/gestion/labellisation/reserves/{condition}/{page}";

    extension(App app)
    {
        public async Task<Guid> ConditionAsync(int days = 60)
        {
            var file = await app.DecidableFileAsync();
            var admin = await app.BrowserAsync(
                new Person("decide@test.example", Roles.Administrator) { Name = "Décideuse" }
            );
            await admin.GrantWithConditionsAsync(app, file, app.Today.AddDays(days));
            await app.DispatchAsync();
            return (await app.TheConditionAsync()).Id;
        }

        public Task<Condition> TheConditionAsync() =>
            app.WithAsync((LabellingDbContext db) => db.Conditions.AsNoTracking().SingleAsync());
    }

    extension(Browser browser)
    {
        public async Task<Page> AnswerAsync(Guid condition, string words = "La charte est signée.") =>
            await browser.SubmitAsync(
                await browser.GetAsync(UrlOf(condition, "reponse")),
                "main form",
                new() { ["Form.Answer"] = words }
            );

        public async Task<Page> AnswerWithFilesAsync(Guid condition, string words, params (string, string)[] files) =>
            await browser.SendFilesAsync(
                await browser.GetAsync(UrlOf(condition, "reponse")),
                "main form",
                new() { ["Form.Answer"] = words },
                "Form.Sent.Files",
                files
            );

        public async Task<Page> ActOnConditionAsync(Guid condition, string page, string button, string remark = "") =>
            await browser.SubmitAsync(
                await browser.GetAsync(UrlOf(condition, page)),
                "main form",
                new() { ["Form.Remark"] = remark },
                button
            );
    }
}
