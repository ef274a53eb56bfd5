using System.Globalization;

namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>Writes the lines that a Postfix writes about the mails it takes over.</summary>
internal sealed class PostfixLog(string file)
{
    private static int _queueId = 0x4F1A00;

    /// <param name="isKept">Without, the content was read and then not stored: there is no line of the queue manager.</param>
    public void Write(string messageId, int size, bool isKept)
    {
        var at = DateTime.UtcNow.ToString("MMM dd HH:mm:ss", CultureInfo.InvariantCulture);
        var queue = Interlocked.Increment(ref _queueId).ToString("X8", CultureInfo.InvariantCulture);
        var lines = $"{at} relais postfix/cleanup[812]: {queue}: message-id=<{messageId}>\n";
        if (isKept)
        {
            lines +=
                $"{at} relais postfix/qmgr[640]: {queue}: from=<label@econum.example>, size={size}, nrcpt=1 (queue active)\n";
        }

        File.AppendAllText(file, lines);
    }
}
