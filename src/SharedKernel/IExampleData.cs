namespace CaseNumerique.SharedKernel;

/// <summary>A module's share of the example data. Everything in it is fictional but the communes.</summary>
public interface IExampleData
{
    /// <summary>Modules that others copy from come first.</summary>
    int Order { get; }

    Task<bool> IsPresentAsync(CancellationToken cancellationToken);

    Task AddAsync(ExampleSize size, CancellationToken cancellationToken);
}

/// <summary>The same size gives the same data, on the same day.</summary>
/// <param name="Epns">How many digital public spaces.</param>
/// <param name="Seed">Which of the possible worlds.</param>
public sealed record ExampleSize(int Epns, int Seed);
