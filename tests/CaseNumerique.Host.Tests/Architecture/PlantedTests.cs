using CaseNumerique.Host.Tests.Architecture.Planted;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Architecture;

/// <summary>Each rule of <see cref="ArchitectureTests"/> is given something that breaks it, and must say so.</summary>
internal sealed class PlantedTests
{
    private static readonly Type[] _planted = typeof(PlantedSlice).GetNestedTypes();

    [Test]
    public void A_reference_to_a_module_is_seen() =>
        Assert.That(ModuleRules.ReferencesTo(House.Host, House.Modules), Does.Contain("CaseNumerique.Network"));

    [Test]
    public void A_type_shown_besides_the_entry_is_seen() =>
        Assert.That(ModuleRules.ShownBesidesTheEntry(typeof(App).Assembly), Does.Contain("Clock"));

    [Test]
    public void Contracts_that_use_more_are_seen() =>
        Assert.That(ModuleRules.MoreThanContractsMayUse(House.Platform), Does.Contain("CaseNumerique.SharedKernel"));

    [Test]
    public void A_path_held_twice_is_seen() =>
        Assert.That(
            ModuleRules.PathsHeldTwice([
                new("src/Modules/Network/Features/Epns/Edit.cshtml", ""),
                new("src/Modules/Events/Features/Epns/Edit.cshtml", ""),
                new("src/Modules/Events/Features/_ViewImports.cshtml", ""),
                new("src/Modules/Network/Features/_ViewImports.cshtml", ""),
            ]),
            Is.EqualTo(new[] { "/Features/Epns/Edit.cshtml" })
        );

    [TestCase("""<P><PackageVersion Include="MediatR" Version="13.0.0" /></P>""", "13.0.0")]
    [TestCase("""<P><PackageVersion Include="MediatR" Version="12.5.0" /></P>""", "12.5.0")]
    [TestCase("<P />", "none")]
    public void Another_MediatR_is_seen(string packages, string version) =>
        Assert.That(ModuleRules.OtherMediatR(packages), Is.EqualTo(new[] { version }));

    [Test]
    public void A_command_without_a_validator_is_seen() =>
        Assert.That(SliceRules.CommandsWithoutValidator(_planted), Has.Exactly(1).Items);

    [Test]
    public void A_command_without_a_title_is_seen() =>
        Assert.That(SliceRules.CommandsWithoutTitle(_planted), Has.Exactly(1).Items);

    [Test]
    public void A_page_without_a_policy_is_seen() =>
        Assert.That(SliceRules.PagesWithoutPolicy(_planted), Has.Exactly(1).EndsWith("+Page"));

    [Test]
    public void A_page_open_to_whoever_has_signed_in_names_no_policy() =>
        Assert.That(SliceRules.PagesWithoutPolicy([typeof(PlantedSlice.Vague)]), Is.Not.Empty);

    [TestCase("PlantedSlice.cshtml", "@page")]
    [TestCase("PlantedSlice.cshtml", "@page \"relatif\"")]
    [TestCase("PlantedSlice.cshtml", "<h1></h1>")]
    [TestCase("AutreNom.cshtml", "@page \"/chemin\"")]
    public void A_page_without_its_full_path_is_seen(string file, string view) =>
        Assert.That(
            SliceRules.PagesWithoutRoute([typeof(PlantedSlice.Page)], [new($"src/Features/Planted/{file}", view)]),
            Is.Not.Empty
        );

    [Test]
    public void A_slice_without_its_shape_or_its_file_is_seen() =>
        Assert.That(
            SliceRules.MisshapenSlices(_planted, House.Sources),
            Has.One.Contains("is not internal and static").And.One.Contains("has no file /Features/Planted/")
        );

    [TestCase(typeof(PlantedNotice), "is not a sealed record")]
    [TestCase(typeof(PlantedFact), "PlantedFact.When is DateTimeOffset")]
    [TestCase(typeof(PlantedWhole), "PlantedPart.Day is DayOfWeek")]
    public void A_notification_that_carries_more_than_facts_is_seen(Type type, string fault) =>
        Assert.That(ContractRules.MisshapenNotifications([type]), Has.Some.Contains(fault));

    [Test]
    public void A_table_outside_its_module_is_seen()
    {
        using var db = new PlantedDbContext();

        Assert.That(
            ModelRules.TablesOutside("planted", db.Model, hasSchemas: false),
            Is.EqualTo(new[] { "Elsewhere" })
        );
        Assert.That(ModelRules.TablesOutside("planted", db.Model, hasSchemas: true), Is.Not.Empty);
    }

    [Test]
    public void A_column_that_cannot_be_compared_is_seen()
    {
        using var db = new PlantedDbContext();

        Assert.That(
            ModelRules.ForbiddenColumns(db.Model),
            Is.EquivalentTo(["PlantedEntity.At", "PlantedEntity.Amount", "PlantedEntity.Lasts"])
        );
    }

    [Test]
    public void A_text_without_an_end_is_seen()
    {
        using var db = new PlantedDbContext();

        Assert.That(ModelRules.UnboundedTexts(db.Model), Is.EqualTo(new[] { "PlantedEntity.Text" }));
    }

    [TestCase("var now = DateTime.UtcNow;")]
    [TestCase("var now = DateTimeOffset.Now;")]
    [TestCase("var today = DateTime.Today;")]
    public void A_clock_of_ones_own_is_seen(string text) =>
        Assert.That(TextRules.OwnClocks([new("src/X.cs", text)]), Is.EqualTo(new[] { "src/X.cs" }));

    [TestCase("await publisher.Publish(new LabelGranted());")]
    [TestCase("await mediator.Publish<LabelGranted>(granted);")]
    public void Publishing_directly_is_seen(string text) =>
        Assert.That(TextRules.DirectPublishers([new("src/X.cs", text)]), Is.EqualTo(new[] { "src/X.cs" }));
}
