namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>A line of the script: at this stage, for this recipient, so many times.</summary>
internal sealed class SmtpRule(SmtpStage stage, SmtpAct act, string? to, int times)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = times;

    public SmtpAct Act => act;

    /// <summary>Done when the server first acts by this line.</summary>
    public Task Reached => _reached.Task;

    public bool Takes(SmtpStage at, string? recipient)
    {
        if (at != stage || (to is not null && to != recipient) || Interlocked.Decrement(ref _left) < 0)
        {
            return false;
        }

        _reached.TrySetResult();
        return true;
    }
}
