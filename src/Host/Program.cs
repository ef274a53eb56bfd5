using CaseNumerique.Host.Commands;
using CaseNumerique.Host.Startup;
using Microsoft.Extensions.Options;

try
{
    // Test hosts and service managers pass settings (« --urls … »), which are no command.
    return args is [] or [['-', ..], ..] ? await Server.RunAsync(args) : await CommandLine.RunAsync(args);
}
catch (Exception error) when (error is SettingException or OptionsValidationException)
{
    // One sentence that names the setting is worth more than a stack.
    await Console.Error.WriteLineAsync(error.Message);
    return 2;
}
