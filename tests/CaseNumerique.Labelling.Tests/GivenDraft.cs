using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Tests;

/// <summary>Files as their EPN fills them in: with proofs, and what their pages say.</summary>
internal static class GivenDraft
{
    extension(App app)
    {
        public Task<Browser> HeleneAsync() =>
            app.BrowserAsync(
                new Person("helene@test.example", Roles.Manager) { Name = "Hélène W.", EpnIds = [Given.EpnId] }
            );

        /// <summary>A proof in the library of Les Banians, by a link.</summary>
        public Task<Guid> ProofAsync(string title = "Planning 2027", DateOnly? expiresOn = null, Guid? epnId = null) =>
            app.WithAsync(
                async (LabellingDbContext db) =>
                {
                    var proof = new Evidence
                    {
                        EpnId = epnId ?? Given.EpnId,
                        Title = title,
                        Link = "https://banians.example/planning",
                        ExpiresOn = expiresOn,
                        AddedAt = app.Clock.UtcNow,
                        AddedBy = "Hélène W.",
                    };
                    db.Evidence.Add(proof);
                    await db.SaveChangesAsync();
                    return proof.Id;
                }
            );

        /// <summary>The proof serves every criterion of the file.</summary>
        public Task ProveAsync(Guid fileId, Guid proofId) =>
            app.WithAsync(
                async (LabellingDbContext db) =>
                {
                    var answers = await db.Answers.Where(a => a.ApplicationId == fileId).ToListAsync();
                    db.EvidenceUses.AddRange(
                        answers.Select(a => new EvidenceUse { AnswerId = a.Id, EvidenceId = proofId })
                    );
                    await db.SaveChangesAsync();
                }
            );

        /// <summary>A draft in which nothing is missing, unless a status says that it was filed.</summary>
        public async Task<Guid> CompleteFileAsync(
            ApplicationStatus status = ApplicationStatus.Draft,
            ApplicationKind kind = ApplicationKind.Initial
        )
        {
            var id = await app.FileAsync(status, kind: kind);
            await app.ProveAsync(id, await app.ProofAsync());
            return id;
        }

        public Task<Answer> AnswerAsync(Guid fileId, string code) =>
            app.WithAsync(
                (LabellingDbContext db) =>
                    db
                        .Answers.AsNoTracking()
                        .SingleAsync(a =>
                            a.ApplicationId == fileId && db.Criteria.Any(k => k.Id == a.CriterionId && k.Code == code)
                        )
            );

        public Task<List<string>> ProofsOfAsync(Guid fileId, string code) =>
            app.WithAsync(
                (LabellingDbContext db) =>
                    db
                        .EvidenceUses.Where(u =>
                            db.Answers.Any(a =>
                                a.Id == u.AnswerId
                                && a.ApplicationId == fileId
                                && db.Criteria.Any(k => k.Id == a.CriterionId && k.Code == code)
                            )
                        )
                        .Join(db.Evidence, u => u.EvidenceId, e => e.Id, (u, e) => e.Title)
                        .ToListAsync()
            );
    }

    public static string Url(Guid fileId, string path = "") => $"/gestion/labellisation/demandes/{fileId}{path}";
}
