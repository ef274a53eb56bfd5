using System.CommandLine;
using CaseNumerique.Host.Startup;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Host.Commands;

/// <summary>The commands of the host: each is a slice's own, gathered here into one line of words.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = Composition.CreateBuilder([]);
        // A command does its work itself and ends; jobs are the server's.
        builder.Configuration.AddInMemoryCollection([
            new("Jobs:Enabled", "false"),
            new("Logging:LogLevel:Default", "Warning"),
        ]);
        // What a command answers may be read by a program: nothing else goes to the standard output.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        var root = new RootCommand("Case numérique. Sans commande, sert le site.");
        foreach (var command in scope.ServiceProvider.GetServices<IConsoleCommand>())
        {
            Add(root, command, app.Services);
        }

        return await root.Parse(args).InvokeAsync();
    }

    private static void Add(Command root, IConsoleCommand command, IServiceProvider services)
    {
        var parent = root;
        var words = command.Name.Split(' ');
        foreach (var word in words[..^1])
        {
            var group = parent.Subcommands.FirstOrDefault(c => c.Name == word);
            if (group is null)
            {
                group = new Command(word);
                parent.Subcommands.Add(group);
            }

            parent = group;
        }

        var leaf = new Command(words[^1], command.Description);
        foreach (var option in command.Options)
        {
            leaf.Options.Add(
                option.IsFlag
                    ? new Option<bool>(option.Name) { Description = option.Description }
                    : new Option<string?>(option.Name)
                    {
                        Description = option.Description,
                        Required = option.IsRequired,
                    }
            );
        }

        leaf.SetAction(
            async (parsed, cancellationToken) =>
            {
                services.GetRequiredService<IStartupValidator>().Validate();
                Settings.Check(services.GetRequiredService<IOptions<PortalOptions>>().Value);
                await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
                using var running = AuditScope.Enter(command.GetType());
                return await command.RunAsync(new ConsoleCall(Values(command, parsed), Console.Out), cancellationToken);
            }
        );
        parent.Subcommands.Add(leaf);
    }

    private static Dictionary<string, string> Values(IConsoleCommand command, ParseResult parsed)
    {
        Dictionary<string, string> values = [];
        foreach (var option in command.Options)
        {
            if (option.IsFlag && parsed.GetValue<bool>(option.Name))
            {
                values[option.Name] = "true";
            }
            else if (!option.IsFlag && parsed.GetValue<string?>(option.Name) is { } value)
            {
                values[option.Name] = value;
            }
        }

        return values;
    }
}
