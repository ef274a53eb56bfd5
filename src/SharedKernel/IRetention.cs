namespace CaseNumerique.SharedKernel;

/// <summary>A kind of data with a limit of age. How many days is data (a versioned rule), never code: this only knows how to count and delete.</summary>
public interface IRetention
{
    /// <summary>Stable name of the kind, lower case with hyphens.</summary>
    string Key { get; }

    /// <summary>What it is, in French.</summary>
    string Title { get; }

    /// <summary>What happens at the end of the period, in French: deleted, made anonymous.</summary>
    string Effect { get; }

    /// <summary>The days that the first version of the rule holds.</summary>
    int ProposedDays { get; }

    /// <summary>How many days ahead administrators are told of what is about to reach its end; 0 for what they need not know.</summary>
    int WarningDays => 0;

    /// <summary>How many are older; writes nothing.</summary>
    Task<int> CountAsync(DateTime olderThan, CancellationToken cancellationToken);

    /// <returns>How many were dealt with.</returns>
    Task<int> ApplyAsync(DateTime olderThan, CancellationToken cancellationToken);
}
