using CaseNumerique.SqlServer.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.SqlServer.Tests.Machinery;

public class SqlServerRulesTests
{
    private static readonly TestCaseData<Action<ModelBuilder>, string>[] _planted =
    [
        new(model => model.Entity<Node>().HasIndex(n => n.Long), "(1945, 1946)"),
        new(model => model.Entity<Node>().HasIndex(n => n.Endless), "(1919)"),
        new(model => model.Entity<Node>().Property(n => n.Stamp).HasColumnType("rowversion"), "(2738)"),
        new(model => model.Entity<Node>().Property(n => n.Long).HasColumnType("nvarchar(5000)"), "(2717)"),
        new(model => Nest(model, DeleteBehavior.Cascade), "comes back (1785)"),
        new(model => Relate(model, DeleteBehavior.SetNull), "(1761)"),
        new(
            model =>
            {
                Relate(model, DeleteBehavior.Cascade);
                model.Entity<Leaf>().HasOne<Node>().WithMany().HasForeignKey(l => l.OtherId);
            },
            "2 cascading paths (1785)"
        ),
    ];

    [Test]
    public void A_sound_model_breaks_no_rule()
    {
        using var sample = LibraryDbContext.OnSqlServer(new Recorder());
        using var tree = new Tree(model => Relate(model, DeleteBehavior.Cascade));

        Assert.That(SqlServerRules.Broken(sample), Is.Empty);
        Assert.That(SqlServerRules.Broken(tree), Is.Empty);
    }

    [TestCaseSource(nameof(_planted))]
    public void A_planted_fault_is_reported(Action<ModelBuilder> plant, string expected)
    {
        using var db = new Tree(plant);

        Assert.That(SqlServerRules.Broken(db), Has.Exactly(1).EndsWith(expected));
    }

    private static void Nest(ModelBuilder model, DeleteBehavior behaviour) =>
        model.Entity<Node>().HasOne<Node>().WithMany().HasForeignKey(n => n.ParentId).OnDelete(behaviour);

    private static void Relate(ModelBuilder model, DeleteBehavior behaviour) =>
        model.Entity<Leaf>().HasOne<Node>().WithMany().HasForeignKey(l => l.NodeId).OnDelete(behaviour);

    private sealed class Node
    {
        public int Id { get; init; }
        public int? ParentId { get; init; }
        public string Long { get; init; } = "";
        public string Endless { get; init; } = "";
        public byte[] Version { get; init; } = [];
        public byte[] Stamp { get; init; } = [];
    }

    private sealed class Leaf
    {
        public int Id { get; init; }
        public int NodeId { get; init; }
        public int OtherId { get; init; }
    }

    private sealed class Tree(Action<ModelBuilder> plant) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder
                .UseSqlServer("Server=nowhere")
                .ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, NoCache>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Node>().Property(n => n.Long).HasMaxLength(1000);
            modelBuilder.Entity<Node>().Property(n => n.Endless).HasColumnType("nvarchar(max)");
            modelBuilder.Entity<Node>().Property(n => n.Version).IsRowVersion();
            modelBuilder.Entity<Leaf>();
            plant(modelBuilder);
        }
    }

    /// <summary>Each planted fault is a model of its own.</summary>
    private sealed class NoCache : Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => new();
    }
}
