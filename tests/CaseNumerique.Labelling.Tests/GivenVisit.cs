using CaseNumerique.Labelling.Data;
using CaseNumerique.TestKit;

namespace CaseNumerique.Labelling.Tests;

/// <summary>Two sides agree on a day.</summary>
internal static class GivenVisit
{
    extension(App app)
    {
        /// <summary>A visit in ten days, and the browser of who follows the file.</summary>
        public async Task<(Guid Id, Browser Assessor)> GivenConfirmedVisitAsync()
        {
            await app.LesBaniansAsync();
            var id = await app.FileAsync(ApplicationStatus.UnderAssessment);
            var assessor = await app.AssessorOfAsync(id);
            await assessor.ProposeVisitAsync(id, app.Today.AddDays(10), app.Today.AddDays(12));
            await (await app.ManagerAsync()).ChooseFirstDayAsync(id);
            return (id, assessor);
        }
    }

    extension(Browser browser)
    {
        /// <summary>These days at nine in Nouméa, in either side's name.</summary>
        public async Task<Page> ProposeVisitAsync(Guid id, params DateOnly[] days)
        {
            Dictionary<string, string> values = [];
            for (var i = 0; i < days.Length; i++)
            {
                values[$"Form.Slots[{i}].On"] = $"{days[i]:O}";
                values[$"Form.Slots[{i}].Hour"] = "09:00";
            }

            return await browser.SubmitAsync(
                await browser.GetAsync(GivenAssessment.UrlOf(id, "/visite/proposition")),
                "main form",
                values
            );
        }

        public async Task<Page> ChooseFirstDayAsync(Guid id)
        {
            var page = await browser.GetAsync(GivenAssessment.UrlOf(id, "/visite/confirmation"));
            var first = page.Document.QuerySelector("main input[type=radio]")!.GetAttribute("value")!;
            return await browser.SubmitAsync(page, "main form", new() { ["Form.SlotId"] = first });
        }
    }
}
