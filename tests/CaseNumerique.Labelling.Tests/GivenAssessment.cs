using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Tests;

/// <summary>The two sides of a file: who follows it, and the EPN.</summary>
internal static class GivenAssessment
{
    public const string AssessorEmail = "nadege@econum.example";

    private static readonly Person _assessor = new(AssessorEmail, Roles.Agent) { Name = "Nadège K." };

    extension(App app)
    {
        /// <summary>The person who follows the file from now on.</summary>
        public async Task<Browser> AssessorOfAsync(Guid id)
        {
            var accountId = await _assessor.EnsureAsync(app);
            await app.WithAsync(
                (LabellingDbContext db) =>
                    db
                        .Applications.Where(a => a.Id == id)
                        .ExecuteUpdateAsync(set =>
                            set.SetProperty(a => a.AssessorId, accountId)
                                .SetProperty(a => a.AssessorName, _assessor.Name)
                                .SetProperty(a => a.AssessorEmail, AssessorEmail)
                        )
            );
            return await app.BrowserAsync(_assessor);
        }

        public Task<Browser> ManagerAsync() => app.BrowserAsync(Roles.Manager, Given.EpnId);

        public async Task<Guid> AccountIdAsync(string email)
        {
            await app.DispatchAsync();
            return await app.WithAsync(
                (LabellingDbContext db) => db.Staff.Where(s => s.Email == email).Select(s => s.Id).SingleAsync()
            );
        }

        /// <summary>The subjects of the mails to one address, oldest first.</summary>
        public async Task<IReadOnlyList<string>> SubjectsToAsync(string address)
        {
            await app.DispatchAsync();
            return [.. (await app.MailsAsync()).Where(m => m.ToAddress == address).Select(m => m.Subject)];
        }
    }

    public static string UrlOf(Guid id, string path = "") => $"/gestion/labellisation/demandes/{id}{path}";
}
