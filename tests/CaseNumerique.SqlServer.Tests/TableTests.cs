using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.SqlServer.Tests;

/// <summary>Layers A and E: the tables of each context, by Microsoft's model and by rules of our own.</summary>
public class TableTests
{
    [TestCaseSource(typeof(StoreContext), nameof(StoreContext.All))]
    public void SQL_Server_would_take_the_tables(StoreContext context)
    {
        using var db = context.OpenNowhere();
        using var model = SqlModel.FromScripts(db.Database.GenerateCreateScript());

        Assert.That(model.Faults(), Is.Empty);
    }

    [Test]
    public void All_contexts_fit_into_one_database()
    {
        using var model = SqlModel.FromScripts(StoreContext.CreateScripts());

        Assert.That(model.Faults(), Is.Empty);
    }

    [TestCaseSource(typeof(StoreContext), nameof(StoreContext.All))]
    public void No_table_breaks_a_rule_of_SQL_Server(StoreContext context)
    {
        using var db = context.OpenNowhere();

        Assert.That(SqlServerRules.Broken(db), Is.Empty);
    }
}
