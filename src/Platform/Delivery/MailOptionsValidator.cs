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
            { Mode: null } => "Mail__Mode manque : indiquez Pickup ou Smtp.",
            { Mode: MailMode.Smtp, Smtp.Host: "" } => "Mail__Smtp__Host manque : nommez le serveur SMTP.",
            { Mode: MailMode.Smtp, Smtp.Port: < 1 or > 65535 } => "Mail__Smtp__Port va de 1 à 65535.",
            { Mode: MailMode.Smtp, Smtp: { User.Length: > 0, Password: null or "" } } =>
                "Mail__Smtp__Password manque, alors que Mail__Smtp__User est donné.",
            { Smtp: { User.Length: > 0, Security: SmtpSecurity.None } } when environment.IsProduction() =>
                "Mail__Smtp__Security doit être StartTls ou Tls : un mot de passe passerait en clair.",
            {
                Mode: MailMode.Smtp,
                Smtp: { Security: SmtpSecurity.None, IsOnThisMachine: false, AllowUnencrypted: false },
            } when environment.IsProduction() =>
                "Mail__Smtp__Security vaut None : choisissez StartTls ou Tls, ou acceptez par Mail__Smtp__AllowUnencrypted que les courriels passent en clair.",
            { From: "" } => "Mail__From manque : donnez l’adresse de l’expéditeur.",
            _ when !MailboxAddress.TryParse(options.From, out var from) || !from.Address.Contains('@') =>
                "Mail__From n’est pas une adresse électronique.",
            { Mode: MailMode.Pickup, PickupFolder: "" } => "Mail__PickupFolder est vide : nommez un dossier.",
            _ when options.TransmitSeconds <= options.Smtp.DataTimeoutSeconds =>
                "Mail__TransmitSeconds doit dépasser Mail__Smtp__DataTimeoutSeconds.",
            _ => null,
        };
        return problem is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problem);
    }
}
