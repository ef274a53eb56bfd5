using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;

namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>One client's conversation with the sink.</summary>
internal sealed class SmtpSinkSession(Socket socket, NetworkStream stream, SmtpSink sink)
{
    private string? _recipient;
    private bool _isOver;

    public async Task RunAsync(CancellationToken stop)
    {
        var reader = PipeReader.Create(stream);
        try
        {
            await AnswerAsync(SmtpStage.Banner, "220 sink.example ESMTP", reader, stop);
            while (!_isOver && await LineAsync(reader, stop) is { } line)
            {
                await ObeyAsync(Encoding.Latin1.GetString(line).TrimEnd(), reader, stop);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has gone, or the test is over.
        }
        finally
        {
            await stream.DisposeAsync();
        }
    }

    private async Task ObeyAsync(string line, PipeReader reader, CancellationToken stop)
    {
        switch (line.Split(' ', 2)[0].ToUpperInvariant())
        {
            case "EHLO":
                const string capabilities = "250-sink.example\r\n250-PIPELINING\r\n250-SIZE 10485760\r\n250 8BITMIME";
                await AnswerAsync(SmtpStage.Ehlo, capabilities, reader, stop);
                break;
            case "HELO":
                await AnswerAsync(SmtpStage.Ehlo, "250 sink.example", reader, stop);
                break;
            case "MAIL":
                await AnswerAsync(SmtpStage.Mail, "250 2.1.0 Ok", reader, stop);
                break;
            case "RCPT":
                _recipient = line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
                await AnswerAsync(SmtpStage.Rcpt, "250 2.1.5 Ok", reader, stop);
                break;
            case "DATA":
                if (await AnswerAsync(SmtpStage.Data, "354 End data with <CR><LF>.<CR><LF>", reader, stop) is "354")
                {
                    await ReceiveAsync(reader, stop);
                }

                break;
            case "QUIT":
                await SayAsync("221 2.0.0 Bye\r\n", stop);
                _isOver = true;
                break;
            default:
                await SayAsync("250 2.0.0 Ok\r\n", stop);
                break;
        }
    }

    private async Task ReceiveAsync(PipeReader reader, CancellationToken stop)
    {
        using var content = new MemoryStream();
        while (await LineAsync(reader, stop) is { } line)
        {
            if (!line.AsSpan().SequenceEqual(".\r\n"u8))
            {
                content.Write(line.AsSpan(line[0] == (byte)'.' ? 1 : 0));
                continue;
            }

            await Task.Delay(sink.StoringTime, stop);
            var act = sink.ActAt(SmtpStage.Dot, _recipient) ?? SmtpAct.Say("250 2.0.0 Ok: queued as 4F1A");
            await Task.Delay(act.Delay, stop);
            var isKept = act.Keeps ?? act.Says?.StartsWith("250", StringComparison.Ordinal) == true;
            var entry = sink.Receive(_recipient!, content.ToArray(), isKept);
            await DoAsync(act, reader, stop);
            if (act.Says is not null)
            {
                sink.Ledger.Answered(entry);
            }

            return;
        }

        _isOver = true;
    }

    /// <returns>The code of the answer.</returns>
    private async Task<string?> AnswerAsync(SmtpStage stage, string usual, PipeReader reader, CancellationToken stop)
    {
        var act = sink.ActAt(stage, _recipient) ?? SmtpAct.Say(usual);
        await Task.Delay(act.Delay, stop);
        await DoAsync(act, reader, stop);
        return act.Says?.Length >= 3 ? act.Says[..3] : null;
    }

    private async Task DoAsync(SmtpAct act, PipeReader reader, CancellationToken stop)
    {
        if (act.Says is not null)
        {
            await SayAsync(act.Says, stop);
        }

        _isOver = act.Then is not SmtpEnd.GoOn;
        if (act.Then is SmtpEnd.Reset)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Close();
        }

        while (act.Then is SmtpEnd.Silence && await LineAsync(reader, stop) is not null)
        {
            // Heard, and left unanswered, until the client hangs up.
        }
    }

    private async Task SayAsync(string bytes, CancellationToken stop) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), stop);

    /// <summary>A line with its end; null when the client has hung up.</summary>
    private static async Task<byte[]?> LineAsync(PipeReader reader, CancellationToken stop)
    {
        while (true)
        {
            var read = await reader.ReadAsync(stop);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var next = read.Buffer.GetPosition(1, end);
                var line = read.Buffer.Slice(0, next).ToArray();
                reader.AdvanceTo(next);
                return line;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                return null;
            }
        }
    }
}
