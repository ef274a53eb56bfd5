using NUnit.Framework;

namespace CaseNumerique.Delivery.Tests;

/// <summary>What a machine must have for a test; where it is missing the test says so, and fails where all tests must run.</summary>
internal static class Needs
{
    public static void File(string path, string package)
    {
        if (System.IO.File.Exists(path))
        {
            return;
        }

        var sentence = $"{path} is missing: install Debian's {package} to run this test.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(sentence);
        }

        Assert.Ignore(sentence);
    }
}
