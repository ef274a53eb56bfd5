using CaseNumerique.Delivery.Tests.Smtp;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests.Kills;

/// <summary>What arrived, held against what should have, and against what the hosts knew.</summary>
/// <param name="Copies">By Message-ID, how many more than one lie in the mailbox.</param>
/// <param name="Unknown">By Message-ID, how often a host died, or lost patience, between the beginning and the answer.</param>
internal sealed record KillFindings(
    int Kills,
    IReadOnlyList<ExpectedMail> Lost,
    IReadOnlyList<ExpectedMail> Uncalled,
    IReadOnlyDictionary<string, int> Copies,
    IReadOnlyDictionary<string, int> Unknown,
    IReadOnlyList<string> Altered,
    IReadOnlyList<string> Unfinished,
    int Mails
)
{
    public static KillFindings Of(
        string database,
        IReadOnlySet<ExpectedMail> expected,
        IReadOnlyList<SinkEntry> kept,
        int kills
    )
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        var known = Read(connection, "SELECT MessageId, Sha256 FROM platform_Mail")
            .ToDictionary(r => r.Key, r => r.Value);
        var arrived = kept.Select(e => new ExpectedMail(MilestoneOf(e.MessageId), e.To)).ToHashSet();
        return new KillFindings(
            kills,
            [.. expected.Except(arrived)],
            [.. arrived.Except(expected)],
            kept.CountBy(e => e.MessageId).Where(c => c.Value > 1).ToDictionary(c => c.Key, c => c.Value - 1),
            Read(
                    connection,
                    """
                    SELECT m.MessageId, e.What FROM platform_MailEvent e JOIN platform_Mail m ON m.Id = e.MailId
                    WHERE e.What = 'Sort inconnu'
                    """
                )
                .CountBy(r => r.Key)
                .ToDictionary(),
            [.. kept.Where(e => known.GetValueOrDefault(e.MessageId) != e.Sha256).Select(e => e.MessageId)],
            [
                .. Read(
                        connection,
                        """
                        SELECT MailKey, 'rappel' FROM labelling_Reminder WHERE State IN (0, 3)
                        UNION ALL SELECT MessageId, State FROM platform_Mail WHERE State NOT IN (3, 6)
                        """
                    )
                    .Select(r => $"{r.Key} {r.Value}"),
            ],
            known.Count
        );
    }

    /// <summary>Nothing lost, nothing uncalled for, every copy the same mail and one that a death explains.</summary>
    public void Check(bool hasProbe)
    {
        var unexplained = Copies.Where(c => hasProbe || c.Value > Unknown.GetValueOrDefault(c.Key)).Select(c => c.Key);
        TestContext.Out.WriteLine(ToString());
        Assert.Multiple(() =>
        {
            Assert.That(Lost, Is.Empty, "Lost");
            Assert.That(Uncalled, Is.Empty, "Nobody was to be written to");
            Assert.That(Altered, Is.Empty, "Not the bytes that were stored");
            Assert.That(unexplained, Is.Empty, "Copies that no death explains");
            Assert.That(Unfinished, Is.Empty, "Left in the tables");
        });
    }

    public override string ToString() =>
        $"{Kills} kills, {Mails} mails, {Lost.Count} lost, {Copies.Values.Sum()} copies, {Unknown.Values.Sum()} deaths while the content was under way";

    // rappel.case-001.2026-12-22.j30.<contact>.1@econum.example
    private static string MilestoneOf(string messageId) => string.Join('.', messageId.Split('.')[..4]);

    private static List<KeyValuePair<string, string>> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<KeyValuePair<string, string>> rows = [];
        while (reader.Read())
        {
            rows.Add(new(reader.GetString(0), reader.GetString(1)));
        }

        return rows;
    }
}
