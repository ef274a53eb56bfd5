using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CaseNumerique.SharedKernel;

/// <summary>
/// Places where the kill harness ends the process, to prove that nothing is lost there. The calls exist in Debug builds only,
/// so that a published host holds no test code.
/// </summary>
public static class CrashPoint
{
    /// <summary>Set to a name, or to <c>name:3</c> for the third time it is reached.</summary>
    public const string Variable = "CRASH_AT";

    private static readonly string[] _wanted = (Environment.GetEnvironmentVariable(Variable) ?? "").Split(':');
    private static int _countdown = _wanted.Length > 1 ? int.Parse(_wanted[1], null) : 1;

    [Conditional("DEBUG")]
    public static void Reach(string name)
    {
        if (_wanted[0] == name && Interlocked.Decrement(ref _countdown) == 0)
        {
            _ = kill(Environment.ProcessId, 9);
            Thread.Sleep(Timeout.Infinite);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
}
