using System.Net.Sockets;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CaseNumerique.Platform.Delivery;

/// <summary>Hands mails to an SMTP server, one recipient each, over one connection a round.</summary>
internal sealed partial class SmtpTransport(IOptions<MailOptions> options, ILogger<SmtpTransport> logger)
    : IMailTransport
{
    public IMailSession OpenSession() => new Session(options.Value.Smtp, logger);

    private sealed partial class Session(SmtpOptions smtp, ILogger logger) : IMailSession
    {
        private Client? _client;

        public async Task<Transmission> SendAsync(Mail mail, Action begin, CancellationToken cancellationToken)
        {
            Client client;
            try
            {
                client = await ConnectedAsync(cancellationToken);
            }
            catch (Exception error) when (error is SmtpCommandException || IsTrouble(error))
            {
                // A server that turns everybody away says nothing of this mail.
                return Fail(error, hasBegun: false);
            }

            var hasBegun = false;
            client.BeforeContent = () =>
            {
                CrashPoint.Reach("mail-recipient-accepted");
                begin();
                hasBegun = true;
                client.Timeout = smtp.DataTimeoutSeconds * 1000;
                CrashPoint.Reach("mail-transmitting");
            };
            try
            {
                using var message = await MimeMessage.LoadAsync(new MemoryStream(mail.Mime), cancellationToken);
                // Not cancelled once the content leaves: the answer is what makes the outcome known.
                var reply = await client.SendAsync(message, CancellationToken.None);
                CrashPoint.Reach("mail-content-gone");
                return new Transmission(TransmissionOutcome.Accepted, reply);
            }
            catch (SmtpCommandException answer)
            {
                // The server has answered; MailKit has reset the session or closed it.
                return new Transmission(OutcomeOf(answer), WordsOf(answer));
            }
            catch (Exception error) when (IsTrouble(error))
            {
                return Fail(error, hasBegun);
            }
            catch
            {
                Drop();
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (_client is { IsConnected: true })
            {
                try
                {
                    await _client.DisconnectAsync(quit: true);
                }
                catch (Exception error) when (IsTrouble(error))
                {
                    LogTrouble(logger, error, smtp.Host, hasBegun: false);
                }
            }

            Drop();
        }

        private async Task<Client> ConnectedAsync(CancellationToken cancellationToken)
        {
            if (_client is { IsConnected: true })
            {
                _client.Timeout = smtp.ReplyTimeoutSeconds * 1000;
                return _client;
            }

            Drop();
            _client = new Client { Timeout = smtp.ReplyTimeoutSeconds * 1000 };
            await _client.ConnectAsync(smtp.Host, smtp.Port, smtp.Sockets, cancellationToken);
            if (!string.IsNullOrEmpty(smtp.User))
            {
                await _client.AuthenticateAsync(smtp.User, smtp.Password ?? "", cancellationToken);
            }

            return _client;
        }

        private Transmission Fail(Exception error, bool hasBegun)
        {
            LogTrouble(logger, error, smtp.Host, hasBegun);
            Drop();
            var words = error is SmtpCommandException answer ? WordsOf(answer) : error.Message;
            return hasBegun
                ? new(TransmissionOutcome.Unknown, $"Le contenu est parti, le serveur est resté sans réponse : {words}")
                : new(TransmissionOutcome.Unreached, $"Rien n’est parti, le serveur n’a pas pu être joint : {words}");
        }

        private static TransmissionOutcome OutcomeOf(SmtpCommandException answer) =>
            ((int)answer.StatusCode / 100, answer.ErrorCode) switch
            {
                (5, _) => TransmissionOutcome.Refused,
                // RFC 5321 §4.2.1: the first digit decides.
                (2, SmtpErrorCode.MessageNotAccepted) => TransmissionOutcome.Accepted,
                (3, SmtpErrorCode.MessageNotAccepted) => TransmissionOutcome.Unknown,
                _ => TransmissionOutcome.Postponed,
            };

        private static string WordsOf(SmtpCommandException answer) => $"{(int)answer.StatusCode} {answer.Message}";

        private void Drop()
        {
            _client?.Dispose();
            _client = null;
        }

        private static bool IsTrouble(Exception error) =>
            error
                is SmtpProtocolException
                    or AuthenticationException
                    or SslHandshakeException
                    or ServiceNotConnectedException
                    or ServiceNotAuthenticatedException
                    or SocketException
                    or IOException
                    or TimeoutException
                    or NotSupportedException;

        [LoggerMessage(LogLevel.Warning, "SMTP server {Host}: trouble (content begun: {HasBegun})")]
        private static partial void LogTrouble(ILogger logger, Exception error, string host, bool hasBegun);
    }

    /// <summary>Offers the one moment that MailKit has between the recipient's acceptance and DATA.</summary>
    private sealed class Client : SmtpClient
    {
        public Action? BeforeContent { get; set; }

        protected override void OnRecipientAccepted(
            MimeMessage message,
            MailboxAddress mailbox,
            SmtpResponse response
        ) => BeforeContent?.Invoke();
    }
}
