using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Affiliations;
using CaseNumerique.Network.Features.Epns;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Tests;

/// <summary>Spaces that tests start from.</summary>
internal static class Given
{
    public static RegisterEpn.Command LesBanians =>
        new()
        {
            Name = "Les Banians",
            InseeCode = "98811",
            Address = "Quartier de la gare routière",
            Phone = "47 12 34",
            OperatorName = "Association Les Amis du Kaori",
            OperatorKind = OperatorKind.Association,
            ManagerName = "Marie-Rose T.",
            ManagerEmail = "marie-rose@banians.example",
            ManagerPhone = "75.12.34",
        };

    public static RegisterEpn.Command Emeraude =>
        LesBanians with
        {
            Name = "Case de l’Émeraude",
            InseeCode = "98814",
            Address = "Tribu de la baie",
        };

    public static GrantAffiliation.Command Access(ContactRole role, string email, string name = "Wassa Poithily") =>
        new()
        {
            Slug = "les-banians",
            Role = role,
            Name = name,
            Email = email,
            StartsOn = new DateOnly(2026, 11, 24),
        };

    extension(App app)
    {
        public Task<Guid> EpnIdAsync(string slug = "les-banians") =>
            app.WithAsync((NetworkDbContext db) => db.Epns.Where(e => e.Slug == slug).Select(e => e.Id).SingleAsync());

        public Task<List<Affiliation>> AffiliationsAsync() =>
            app.WithAsync((NetworkDbContext db) => db.Affiliations.AsNoTracking().OrderBy(a => a.Email).ToListAsync());

        /// <summary>A person whose account answers for an affiliation with Les Banians, signed in.</summary>
        public async Task<Browser> AffiliatedAsync(ContactRole role, bool canEdit = false, string? email = null)
        {
            var word = Contact.RoleWord(role);
            var person = new Person(email ?? $"{word}@banians.example", word);
            // Opened first, so that the affiliation finds it instead of inviting.
            await (person with { EpnIds = [Guid.NewGuid()] }).EnsureAsync(app);
            await app.SendAsync(Access(role, person.Email, person.Name) with { CanEdit = canEdit });
            await app.DispatchAsync();
            return await app.BrowserAsync(person);
        }
    }
}
