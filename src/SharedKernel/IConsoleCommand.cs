namespace CaseNumerique.SharedKernel;

/// <summary>A slice's share of the command line.</summary>
public interface IConsoleCommand
{
    /// <summary>One word, or two for a command of a group: <c>reminders preview</c>.</summary>
    string Name { get; }

    string Description { get; }

    IReadOnlyList<ConsoleOption> Options { get; }

    /// <returns>The exit code: 0 when all went well.</returns>
    Task<int> RunAsync(ConsoleCall call, CancellationToken cancellationToken);
}

/// <param name="Name">With its dashes: <c>--email</c>.</param>
/// <param name="IsFlag">Whether it stands alone, without a value.</param>
public sealed record ConsoleOption(string Name, string Description, bool IsRequired = false, bool IsFlag = false);

/// <summary>One use of a command.</summary>
/// <param name="Values">What was typed, by option; a flag has the value <c>true</c>.</param>
public sealed record ConsoleCall(IReadOnlyDictionary<string, string> Values, TextWriter Output)
{
    public bool Has(string option) => Values.ContainsKey(option);
}
