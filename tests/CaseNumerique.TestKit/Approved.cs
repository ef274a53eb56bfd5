using System.Runtime.CompilerServices;

namespace CaseNumerique.TestKit;

/// <summary>
/// Texts that a person has read and approved. They lie in the folder <c>Approved</c> beside the test; run once with
/// <c>APPROVE=true</c> to write them anew, and read the difference before it is committed.
/// </summary>
public static class Approved
{
    /// <returns>The approved text of that name.</returns>
    public static string Text(string name, string actual, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "Approved", name);
        if (Environment.GetEnvironmentVariable("APPROVE") == "true")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        return File.Exists(file) ? File.ReadAllText(file) : $"No text « {name} » has been approved yet.";
    }
}
