using System.Net;
using System.Net.Sockets;

namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>An SMTP server on this machine that does what a script says, and keeps a ledger of what arrived.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<SmtpRule> _rules = [];
    private readonly List<Task> _sessions = [];
    private readonly PostfixLog? _log;
    private readonly Task _accepting;

    /// <param name="ledgerFile">Where to keep the ledger as well.</param>
    /// <param name="postfixLog">Where to write what a Postfix would log.</param>
    public SmtpSink(string? ledgerFile = null, string? postfixLog = null)
    {
        Ledger = new SinkLedger(ledgerFile);
        _log = postfixLog is null ? null : new PostfixLog(postfixLog);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public SinkLedger Ledger { get; }

    /// <summary>How long it takes to store a content, so that clients can be killed meanwhile.</summary>
    public TimeSpan StoringTime { get; set; }

    public SmtpRule On(SmtpStage stage, SmtpAct act, string? to = null, int times = int.MaxValue)
    {
        var rule = new SmtpRule(stage, act, to, times);
        lock (_rules)
        {
            _rules.Add(rule);
        }

        return rule;
    }

    public void ForgetScript()
    {
        lock (_rules)
        {
            _rules.Clear();
        }
    }

    public SmtpAct? ActAt(SmtpStage stage, string? recipient)
    {
        lock (_rules)
        {
            return _rules.Find(r => r.Takes(stage, recipient))?.Act;
        }
    }

    public SinkEntry Receive(string to, byte[] content, bool isKept)
    {
        var entry = Ledger.Receive(to, content, isKept);
        _log?.Write(entry.MessageId, content.Length, isKept);
        return entry;
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_sessions);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync(_stop.Token);
                _sessions.Add(
                    Task.Run(() =>
                        new SmtpSinkSession(socket, new NetworkStream(socket, ownsSocket: true), this).RunAsync(
                            _stop.Token
                        )
                    )
                );
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
