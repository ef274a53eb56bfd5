using CaseNumerique.Contracts.Network;
using CaseNumerique.Host.Tests.Architecture;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Notifications;

/// <summary><c>docs/notifications.md</c> says what the code does.</summary>
internal sealed class NotificationsPageTests
{
    [Test]
    public void The_table_of_the_page_is_that_of_the_code()
    {
        var written = House
            .Read("docs/notifications.md")
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        var rows = NotificationTable.Rows(
            ContractRules.Notifications(House.Contracts.GetTypes()),
            House.Types,
            House.Sources
        );

        Assert.That(written, Is.EqualTo(rows), $"The page should say:\n{string.Join('\n', rows)}");
    }

    [Test]
    public void An_announcement_and_a_listener_that_are_new_change_the_table()
    {
        SourceFile[] sources =
        [
            new("src/Modules/Network/Data/Epn.cs", "public EpnClosed ToClosed() => new(Id);"),
            new("src/Modules/Network/Features/Epns/CloseEpn.cs", "db.Announce(epn.ToClosed(), epn.Id);"),
            new("src/Modules/Events/Features/Epns/Odd.cs", "db.Announce(new EpnClosed(id), id);"),
            new("src/Modules/Events/Features/Epns/Other.cs", "epn.ToClosed();"),
        ];

        Assert.That(
            NotificationTable.Rows([typeof(EpnClosed)], [typeof(Labelling.Features.Epns.KeepEpnCopy.Handler)], sources),
            Is.EqualTo(new[] { "| `EpnClosed` | Events: `Odd`; Network: `CloseEpn` | Labelling: `KeepEpnCopy` |" })
        );
    }
}
