using System.Reflection;
using CaseNumerique.SharedKernel;
using CaseNumerique.SqlServer;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Architecture;

/// <summary>The rules of the house, held up to the house; <see cref="PlantedTests"/> shows that each can fail.</summary>
internal sealed class ArchitectureTests
{
    private static readonly Database _sqlite = new(DatabaseProvider.Sqlite, "Data Source=:memory:");

    private static IEnumerable<Assembly> Modules => House.Modules;

    private static IEnumerable<StoreContext> Contexts => StoreContext.All;

    [Test]
    public void There_are_four_modules_and_there_is_something_to_look_at()
    {
        Assert.That(House.Modules, Has.Count.EqualTo(4));
        Assert.That(SliceRules.Slices(House.Types), Has.Count.GreaterThan(20));
        Assert.That(SliceRules.Commands(House.Types), Is.Not.Empty);
        Assert.That(SliceRules.Pages(House.Types), Is.Not.Empty);
        Assert.That(ContractRules.Notifications(House.Contracts.GetTypes()), Is.Not.Empty);
        Assert.That(House.Sources, Has.Count.GreaterThan(100));
        Assert.That(StoreContext.All, Has.Count.EqualTo(6));
    }

    [TestCaseSource(nameof(Modules))]
    public void A_module_references_no_other_module_nor_the_platform(Assembly module) =>
        Assert.That(ModuleRules.ReferencesTo(module, House.Slices), Is.Empty);

    [Test]
    public void The_platform_references_no_module() =>
        Assert.That(ModuleRules.ReferencesTo(House.Platform, House.Slices), Is.Empty);

    [TestCaseSource(nameof(Modules))]
    public void A_module_shows_only_its_entry(Assembly module) =>
        Assert.That(ModuleRules.ShownBesidesTheEntry(module), Is.Empty);

    [Test]
    public void Contracts_use_MediatR_only() =>
        Assert.That(ModuleRules.MoreThanContractsMayUse(House.Contracts), Is.Empty);

    [Test]
    public void No_path_of_a_page_is_held_twice() => Assert.That(ModuleRules.PathsHeldTwice(House.Sources), Is.Empty);

    [Test]
    public void MediatR_stays_at_its_last_free_version() =>
        Assert.That(ModuleRules.OtherMediatR(House.Read("Directory.Packages.props")), Is.Empty);

    [Test]
    public void Every_command_has_a_validator() =>
        Assert.That(SliceRules.CommandsWithoutValidator(House.Types), Is.Empty);

    [Test]
    public void Every_command_has_a_title_in_the_journal() =>
        Assert.That(SliceRules.CommandsWithoutTitle(House.Types), Is.Empty);

    [Test]
    public void Every_page_says_who_may_open_it() => Assert.That(SliceRules.PagesWithoutPolicy(House.Types), Is.Empty);

    [Test]
    public void Every_page_states_its_full_path() =>
        Assert.That(SliceRules.PagesWithoutRoute(House.Types, House.Sources), Is.Empty);

    [Test]
    public void Every_slice_has_its_shape_and_its_file() =>
        Assert.That(SliceRules.MisshapenSlices(House.Types, House.Sources), Is.Empty);

    [Test]
    public void Every_notification_is_a_sealed_record_of_facts() =>
        Assert.That(ContractRules.MisshapenNotifications(House.Contracts.GetTypes()), Is.Empty);

    [TestCaseSource(nameof(Contexts))]
    public void Tables_stand_under_their_modules_name(StoreContext context)
    {
        using var sqlite = context.Open(_sqlite);
        using var server = context.OpenNowhere();

        Assert.That(ModelRules.TablesOutside(context.Module, sqlite.Model, hasSchemas: false), Is.Empty);
        Assert.That(ModelRules.TablesOutside(context.Module, server.Model, hasSchemas: true), Is.Empty);
    }

    [TestCaseSource(nameof(Contexts))]
    public void Columns_have_types_that_both_databases_compare(StoreContext context)
    {
        using var db = context.Open(_sqlite);

        Assert.That(ModelRules.ForbiddenColumns(db.Model), Is.Empty);
    }

    [TestCaseSource(nameof(Contexts))]
    public void Texts_are_bounded(StoreContext context)
    {
        using var db = context.OpenNowhere();

        Assert.That(ModelRules.UnboundedTexts(db.Model), Is.Empty);
    }

    [Test]
    public void No_source_reads_the_clock_by_itself() => Assert.That(TextRules.OwnClocks(House.Sources), Is.Empty);

    [Test]
    public void No_source_publishes_directly() => Assert.That(TextRules.DirectPublishers(House.Sources), Is.Empty);
}
