using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CaseNumerique.Platform.Delivery;

/// <summary>One sentence for each setting that is missing or wrong; the start stops on it.</summary>
internal sealed class MailOptionsValidator(IHostEnvironment environment) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var problem = options switch
        {
            { Mode: null } => "Mail__Mode is missing: say Pickup or Smtp.",
            { Mode: MailMode.Smtp, Smtp.Host: "" } => "Mail__Smtp__Host is missing: name the SMTP server.",
            { Mode: MailMode.Smtp, Smtp.Port: < 1 or > 65535 } => "Mail__Smtp__Port must lie between 1 and 65535.",
            { Mode: MailMode.Smtp, Smtp: { User.Length: > 0, Password: null or "" } } =>
                "Mail__Smtp__Password is missing: Mail__Smtp__User is set.",
            { Smtp: { User.Length: > 0, Security: SmtpSecurity.None } } when environment.IsProduction() =>
                "Mail__Smtp__Security must be StartTls or Tls: a password would cross the network in clear.",
            { From: "" } => "Mail__From is missing: give the sender's address.",
            _ when !MailboxAddress.TryParse(options.From, out _) => "Mail__From is not an e-mail address.",
            { Mode: MailMode.Pickup, PickupFolder: "" } => "Mail__PickupFolder is empty: name a folder.",
            _ when options.TransmitSeconds <= options.Smtp.DataTimeoutSeconds =>
                "Mail__TransmitSeconds must be more than Mail__Smtp__DataTimeoutSeconds.",
            _ => null,
        };
        return problem is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problem);
    }
}
