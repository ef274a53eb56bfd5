using System.Globalization;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace CaseNumerique.Labelling.Tests;

/// <summary>Rules with and without a committee, and decisions as people take them on their pages.</summary>
internal static class GivenDecision
{
    public static string UrlOf(Guid file) => $"/gestion/labellisation/demandes/{file}/decision";

    public static readonly Dictionary<string, string> Act = new()
    {
        ["Form.ActNumber"] = "2026-1234",
        ["Form.ActOn"] = "2026-11-20",
        ["Form.StartsOn"] = "2026-12-01",
    };

    extension(App app)
    {
        /// <summary>A second version of the rules.</summary>
        public Task RulesAsync(bool hasCommittee = false, int quorumPercent = 50) =>
            app.WithAsync(
                async (LabellingDbContext db) =>
                {
                    var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(default);
                    db.ProcedureRules.Add(
                        new ProcedureRules
                        {
                            Number = rules.Number + 1,
                            PublishedAt = app.Clock.UtcNow,
                            PublishedBy = "Admin",
                            Reason = "Pour l’essai",
                            CompletionDays = rules.CompletionDays,
                            LapseDays = rules.LapseDays,
                            AssessmentWorkingDays = rules.AssessmentWorkingDays,
                            HasCommittee = hasCommittee,
                            QuorumPercent = quorumPercent,
                            RenewalOpensDays = rules.RenewalOpensDays,
                            ContinuityMonths = rules.ContinuityMonths,
                            NoticeDays = rules.NoticeDays,
                            SuspensionMonths = rules.SuspensionMonths,
                            ClosureDays = rules.ClosureDays,
                            ReapplyMonths = rules.ReapplyMonths,
                            TransitionDays = rules.TransitionDays,
                            PreDiagnosticDays = rules.PreDiagnosticDays,
                        }
                    );
                    await db.SaveChangesAsync();
                }
            );

        /// <summary>Les Banians, rules without a committee, and a file in this status.</summary>
        public async Task<Guid> DecidableFileAsync(
            ApplicationStatus status = ApplicationStatus.OpinionGiven,
            ApplicationKind kind = ApplicationKind.Initial,
            int? score = 2
        )
        {
            await app.LesBaniansAsync();
            await app.RulesAsync();
            return await app.FileAsync(status, score, kind: kind);
        }

        public Task<Label> LabelAsync() =>
            app.WithAsync((LabellingDbContext db) => db.Labels.AsNoTracking().SingleAsync());
    }

    /// <summary>What a reader without HTML reads, on one line.</summary>
    public static string WordsOf(Platform.Data.Mail mail)
    {
        using var bytes = new MemoryStream(mail.Mime);
        using var message = MimeMessage.Load(bytes);
        return string.Join(' ', message.TextBody!.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }

    extension(Browser browser)
    {
        /// <summary>Opens one way to decide, and sends its form.</summary>
        public async Task<Page> DecideAsync(
            Guid file,
            string way,
            Dictionary<string, string> values,
            string? button = null
        ) => await browser.SubmitAsync(await browser.GetAsync($"{UrlOf(file)}/{way}"), "main form", values, button);

        /// <summary>Grants the label under this many conditions, on the first criteria of the referential.</summary>
        public async Task<Page> GrantWithConditionsAsync(App app, Guid file, params DateOnly[] dueOn)
        {
            var criteria = await app.WithAsync(
                async (LabellingDbContext db) => (await db.CriteriaSets.InForceAsync(default)).Criteria.ToList()
            );
            var page = await browser.GetAsync($"{UrlOf(file)}/octroi?reserve=true");
            Dictionary<string, string> values = new(Act);
            for (var i = 0; i < dueOn.Length; i++)
            {
                if (i > 0)
                {
                    page = await browser.SubmitAsync(page, "main form", values, "Ajouter une réserve");
                }

                values[$"Form.Conditions[{i}].CriterionId"] = criteria[i].Id.ToString();
                values[$"Form.Conditions[{i}].What"] = $"Compléter {criteria[i].Code}";
                values[$"Form.Conditions[{i}].ExpectedProof"] = "Une attestation";
                values[$"Form.Conditions[{i}].DueOn"] = dueOn[i].ToString("O", CultureInfo.InvariantCulture);
            }

            return await browser.SubmitAsync(page, "main form", values, "Accorder sous réserve");
        }
    }
}
