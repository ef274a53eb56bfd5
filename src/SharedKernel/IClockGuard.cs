namespace CaseNumerique.SharedKernel;

/// <summary>Watches the machine's clock: what is decided by date waits while the clock cannot be trusted.</summary>
public interface IClockGuard
{
    /// <summary>Looks, and writes nothing.</summary>
    /// <returns>Why work by date is held, in French; null when the clock is trusted.</returns>
    Task<string?> ReasonToHoldAsync(CancellationToken cancellationToken);

    /// <summary>Looks, and keeps the hour as the last one trusted, or the reason why it is not. Work by date starts with it.</summary>
    /// <returns>As <see cref="ReasonToHoldAsync"/>.</returns>
    Task<string?> CheckAsync(CancellationToken cancellationToken);
}
