using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.LabelApplications;

internal sealed class ListApplicationsTests
{
    [Test]
    public async Task It_is_found_by_its_number_and_by_a_name_without_accents()
    {
        await using var app = await App.StartAsync();
        await app.EpnAsync(Given.EpnId, "Médiathèque d’Élo");
        await app.FileAsync(ApplicationStatus.Submitted);
        var agent = await app.BrowserAsync(Roles.Agent);

        Assert.Multiple(async () =>
        {
            Assert.That(
                (await agent.GetAsync("/gestion/labellisation/demandes?q=mediatheque d'elo")).Text,
                Does.Contain("CN-2026-0001")
            );
            Assert.That(
                (await agent.GetAsync("/gestion/labellisation/demandes?q=cn-2026-0001")).Text,
                Does.Contain("Élo")
            );
            Assert.That(
                (await agent.GetAsync("/gestion/labellisation/demandes?q=ailleurs")).Text,
                Does.Contain("Aucun dossier ne répond")
            );
            Assert.That(
                (await agent.GetAsync("/gestion/labellisation/demandes?etat=Granted")).Text,
                Does.Contain("Aucun dossier ne répond")
            );
            Assert.That(
                (await agent.GetAsync("/gestion/labellisation/demandes?miens=true")).Text,
                Does.Contain("Aucun dossier ne répond")
            );
        });
    }
}
