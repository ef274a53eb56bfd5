// dotnet tool restore && dotnet cake [--target=Clean|Restore|Format|Build|Test|Publish|Migration]
var target = Argument("target", "Test");
var configuration = Argument("configuration", "Debug");
var solution = "CaseNumerique.sln";

Task("Clean").Does(() =>
{
    DotNetClean(solution, new DotNetCleanSettings { Configuration = configuration });
    CleanDirectory("artifacts");
});

Task("Restore").Does(() => DotNetRestore(solution));

Task("Format").Does(() => DotNetTool(".", "csharpier", "check ."));

Task("Build").IsDependentOn("Restore").Does(() =>
    DotNetBuild(solution, new DotNetBuildSettings { Configuration = configuration, NoRestore = true }));

Task("Test").IsDependentOn("Format").IsDependentOn("Build").Does(() =>
    DotNetTest(solution, new DotNetTestSettings { Configuration = configuration, NoBuild = true }));

Task("Publish").IsDependentOn("Test").Does(() =>
    DotNetPublish("src/Host", new DotNetPublishSettings { Configuration = "Release", OutputDirectory = "artifacts/host" }));

// The same migration for both databases: --target=Migration --module=Labelling --name=AddVisits
Task("Migration").IsDependentOn("Build").Does(() =>
{
    var module = Argument<string>("module");
    var name = Argument<string>("name");
    foreach (var provider in new[] { "Sqlite", "SqlServer" })
    {
        DotNetTool(".", "ef", $"migrations add {name} --no-build --project src/Migrations/{provider} --context {module}DbContext -o {module}");
    }
});

RunTarget(target);
