using CaseNumerique.SqlServer.Tests.Sample;

namespace CaseNumerique.SqlServer.Tests.Machinery;

public class MigrationFoldTests
{
    private const string Good = """
        CREATE SCHEMA [library];
        GO
        CREATE TABLE [library].[Shelf] ([Id] int NOT NULL, [Name] nvarchar(20) NULL, CONSTRAINT [PK_Shelf] PRIMARY KEY ([Id]));
        GO
        CREATE INDEX [IX_Shelf_Name] ON [library].[Shelf] ([Name]);
        GO
        ALTER TABLE [library].[Shelf] ADD [Room] int NOT NULL DEFAULT 0;
        GO
        UPDATE [library].[Shelf] SET [Room] = 1;
        GO
        EXEC sp_rename N'[library].[Shelf].[Room]', N'Hall', 'COLUMN';
        GO
        ALTER TABLE [library].[Shelf] ALTER COLUMN [Name] nvarchar(30) NOT NULL;
        GO
        UPDATE [library].[Shelf] SET [Hall] = 2;
        GO

        """;

    [Test]
    public void A_sound_chain_ends_in_the_schema_it_declares()
    {
        var fold = MigrationFold.Of(Good);

        Assert.That(fold.Problems, Is.Empty);
        Assert.That(fold.Picture, Has.Some.StartsWith("library.Shelf.Hall INT"));
        Assert.That(fold.Picture, Has.Some.StartsWith("library.Shelf.Name NVARCHAR (30) NOT NULL"));
        Assert.That(fold.Picture, Has.None.Contains("Room"));
    }

    [TestCase("UPDATE [library].[Shelf] SET [Room] = 1;", "Room")]
    [TestCase("UPDATE [library].[Shelf] SET [Colour] = 1;", "Colour")]
    [TestCase("ALTER TABLE [library].[Shelf] DROP COLUMN [Hall]; UPDATE [library].[Shelf] SET [Hall] = 1;", "Hall")]
    [TestCase("ALTER TABLE [library].[Shelf] DROP COLUMN [Room];", "Room")]
    [TestCase("ALTER TABLE [library].[Shelf] DROP CONSTRAINT [PK_Other];", "PK_Other")]
    [TestCase("ALTER TABLE [library].[Case] ADD [Room] int NULL;", "library.Case")]
    [TestCase("ALTER TABLE [library].[Shelf] ALTER COLUMN [Room] int NULL;", "Room")]
    [TestCase("DROP INDEX [IX_Other] ON [library].[Shelf];", "IX_Other")]
    [TestCase("DROP TABLE [library].[Case];", "library.Case")]
    [TestCase("CREATE TABLE [library].[Shelf] ([Id] int NOT NULL);", "twice")]
    [TestCase("EXEC sp_rename N'[library].[Shelf].[Room]', N'X', 'COLUMN';", "Room")]
    [TestCase("IF 1 = 1 BEGIN DELETE FROM [library].[Case]; END", "[library].[Case]")]
    public void A_planted_fault_is_reported(string planted, string expected)
    {
        Assert.That(MigrationFold.Of(Good + planted).Problems, Has.Some.Contains(expected));
    }

    [Test]
    public void A_forgotten_migration_changes_the_picture()
    {
        var whole = MigrationFold.Of(LibraryDbContext.CreateScript());
        var lacking = MigrationFold.Of(LibraryDbContext.CreateScript().Replace("[Subtitle] nvarchar(400) NULL,", ""));

        Assert.That(
            whole.Picture.Except(lacking.Picture),
            Is.EqualTo(new[] { "library.Book.Subtitle NVARCHAR (400) NULL" })
        );
    }
}
