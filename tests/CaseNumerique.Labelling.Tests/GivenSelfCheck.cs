using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.SelfChecks;
using CaseNumerique.TestKit;

namespace CaseNumerique.Labelling.Tests;

/// <summary>« Suis-je prêt ? », as somebody without an account fills it.</summary>
internal static class GivenSelfCheck
{
    public static string TokenOf(Page step) => new Uri(step.Url).Segments[2].TrimEnd('/');

    public static string UrlOf(Page step) => $"/pre-diagnostic/{TokenOf(step)}";

    extension(Browser browser)
    {
        /// <returns>The first chapter.</returns>
        public async Task<Page> BeginAsync(string context = nameof(EpnContext.Rural)) =>
            await browser.SubmitAsync(
                await browser.GetAsync("/pre-diagnostic"),
                "main form",
                new() { ["Form.Context"] = context }
            );
    }

    extension(App app)
    {
        public Task AnswerAsync(Page step, params (string Code, string Value)[] answers) =>
            app.SendAsync(
                new AnswerSelfCheck.Command
                {
                    Token = TokenOf(step),
                    Answers = [.. answers.Select(a => new AnswerSelfCheck.Line(a.Code, a.Value))],
                }
            );

        public async Task AnswerAllAsync(Page step, int score) =>
            await app.AnswerAsync(step, [.. (await app.SetAsync(1)).Criteria.Select(k => (k.Code, $"{score}"))]);
    }
}
