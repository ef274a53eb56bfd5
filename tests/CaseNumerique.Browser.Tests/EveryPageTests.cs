using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseNumerique.Browser.Tests;

/// <summary>Only looks, and so may look at several pages at once.</summary>
[TestFixtureSource(typeof(Place), nameof(Place.Everywhere))]
[Parallelizable(ParallelScope.Self)]
public sealed class EveryPageTests(Place place)
{
    /// <summary>The elements that stick out, where the page scrolls.</summary>
    private const string TooWide = """
        width => document.documentElement.scrollWidth <= width ? [] : [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > width).map(e => e.outerHTML.slice(0, 120))
        """;

    private static readonly AxeRunOptions _rules = new()
    {
        RunOnly = new()
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
        // What passes is most of the answer, and of no interest here.
        ResultTypes = [ResultType.Violations],
    };

    private readonly List<string> _complaints = [];
    private readonly List<string> _strangers = [];
    private IPage _page = null!;
    private IResponse _response = null!;

    [OneTimeSetUp]
    public async Task GoAsync()
    {
        _page = await Site.OpenAsync(place.Person);
        _page.Console += (_, message) =>
        {
            // A browser reports the status of an error page as an error.
            if (message.Type is "error" or "warning" && !message.Text.Contains("status of 404"))
            {
                _complaints.Add(message.Text);
            }
        };
        _page.PageError += (_, error) => _complaints.Add(error);
        _page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != Site.Address.Authority)
            {
                _strangers.Add(request.Url);
            }
        };
        _response = await place.GoAsync(_page);
    }

    [OneTimeTearDown]
    public Task LeaveAsync() => _page?.Context.CloseAsync() ?? Task.CompletedTask;

    [Test]
    public void It_is_there() =>
        Assert.That(_response.Status, Is.EqualTo(place.Path == Place.Nowhere ? 404 : 200), place.ToString());

    [TestCase(1280, ColorScheme.Light)]
    [TestCase(360, ColorScheme.Dark)]
    public async Task It_is_for_everyone(int width, ColorScheme scheme)
    {
        await _page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await _page.SetViewportSizeAsync(width, 800);
        await Shots.KeepAsync(_page, $"{place}-{width}-{scheme}");

        var result = await _page.RunAxe(_rules);

        Assert.That(
            result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html}")),
            Is.Empty,
            place.ToString()
        );
    }

    [TestCase(320)]
    [TestCase(360)]
    public async Task It_never_scrolls_sideways(int width)
    {
        await _page.SetViewportSizeAsync(width, 800);

        Assert.That(await _page.EvaluateAsync<string[]>(TooWide, width), Is.Empty, place.ToString());
    }

    [Test]
    public void Nothing_is_asked_elsewhere() => Assert.That(_strangers, Is.Empty, place.ToString());

    [Test]
    public void The_browser_has_nothing_to_complain_of() => Assert.That(_complaints, Is.Empty, place.ToString());
}
