namespace CaseNumerique.Host.Startup;

/// <summary>A setting that is missing or wrong; the message names it, in French, in one sentence.</summary>
internal sealed class SettingException(string message) : Exception(message);
