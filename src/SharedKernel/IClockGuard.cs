namespace CaseNumerique.SharedKernel;

/// <summary>Watches the machine's clock: what is decided by date waits while the clock cannot be trusted.</summary>
public interface IClockGuard
{
    /// <returns>Why work by date is held, in French; null when the clock is trusted.</returns>
    Task<string?> ReasonToHoldAsync(CancellationToken cancellationToken);
}
