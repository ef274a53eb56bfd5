using CaseNumerique.SqlServer.Tests.Sample;

namespace CaseNumerique.SqlServer.Tests.Machinery;

public class SqlModelTests
{
    [Test]
    public void A_sound_script_has_no_fault()
    {
        using var model = SqlModel.FromScripts(LibraryDbContext.CreateScript());

        Assert.That(model.Faults(), Is.Empty);
    }

    [TestCase(
        "ALTER TABLE [library].[Chapter] ADD FOREIGN KEY ([BookId]) REFERENCES [library].[Shelf] ([Id]);",
        "71501"
    )]
    [TestCase("ALTER TABLE [library].[Chapter] ADD FOREIGN KEY ([Pages]) REFERENCES [library].[Book] ([Id]);", "71515")]
    [TestCase("CREATE INDEX [IX_Shelf] ON [library].[Book] ([Shelf]);", "71501")]
    [TestCase("CREATE INDEX [IX_Lent] ON [library].[Book] ([Title]) WHERE [Lent] = 1;", "71501")]
    [TestCase("CREATE TABLE [library].[Book] ([Id] int NOT NULL);", "71508")]
    [TestCase("CREATE TABLE [stock].[Shelf] ([Id] int NOT NULL);", "71501")]
    [TestCase("INSERT INTO [library].[Book] ([Shelf]) VALUES (1);", "71501")]
    [TestCase("IF 1 = 1 BEGIN EXEC(N'UPDATE [library].[Shelf] SET [Id] = 1'); END", "71502")]
    public void A_planted_fault_is_reported(string planted, string number)
    {
        using var model = SqlModel.FromScripts(LibraryDbContext.CreateScript(), planted);

        Assert.That(model.Faults(), Has.Some.Contains(number));
    }

    [Test]
    public void What_is_not_T_SQL_is_refused()
    {
        Assert.That(() => SqlModel.FromScripts("SELECT 1 LIMIT 1"), Throws.InstanceOf<FormatException>());
    }
}
