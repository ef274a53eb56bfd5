using CaseNumerique.Contracts.Network;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Delivery.Tests.Notifications;

/// <summary>Five announcements a space: it is registered, its people change three times, it closes.</summary>
internal static class LivesOfSpaces
{
    public static async Task AnnounceAsync(ModuleDbContext network, int epns)
    {
        var ids = Enumerable.Range(0, epns).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in ids)
        {
            network.Announce(new EpnRegistered(id, 1, $"Espace {id}", $"{id}", "98818", "Nouméa", "Sud"), id);
        }

        foreach (var revision in new[] { 2, 3, 4 })
        {
            foreach (var id in ids)
            {
                var contact = new EpnContact(id, "gestionnaire", $"Nom {revision}", "a@epn.example", null);
                network.Announce(new EpnContactsChanged(id, revision, [contact]), id);
            }
        }

        foreach (var id in ids)
        {
            network.Announce(new EpnClosed(id, 5, new DateOnly(2026, 11, 24)), id);
        }

        await network.SaveChangesAsync();
    }
}
