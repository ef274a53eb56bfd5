using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Affiliations;

/// <summary>The example accounts of a gestionnaire and of an animatrice act for one space, whose label ends soonest.</summary>
[AuditedAs("Données d’exemple ajoutées")]
internal sealed class ExampleAffiliations(NetworkDbContext db, TimeProvider clock) : IExampleData
{
    /// <summary>After the labels.</summary>
    public int Order => 25;

    public Task<bool> IsPresentAsync(CancellationToken cancellationToken) =>
        db.Affiliations.AnyAsync(cancellationToken);

    public async Task AddAsync(ExampleSize size, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var epn = await db
            .Epns.Open()
            .Where(e => e.LabelStatus == "actif" && e.LabelExpiresOn > today)
            .OrderBy(e => e.LabelExpiresOn)
            .ThenBy(e => e.SearchText)
            .FirstOrDefaultAsync(cancellationToken);
        if (epn is null)
        {
            return;
        }

        Add(epn, ContactRole.Manager, "Joseph Waheo", "gestionnaire@epn.example");
        Add(epn, ContactRole.Facilitator, "Hélène Poadja", "animateur@epn.example");
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Add(Epn epn, ContactRole role, string name, string email)
    {
        var affiliation = new Affiliation
        {
            EpnId = epn.Id,
            Role = role,
            CanEdit = role is ContactRole.Manager,
            PersonName = name,
            Email = email,
            StartsOn = clock.Today.AddYears(-1),
        };
        db.Add(affiliation);
        db.Announce(affiliation.ToAffiliationChanged(), affiliation.Id);
    }
}
