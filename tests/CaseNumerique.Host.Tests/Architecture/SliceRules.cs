using System.Reflection;
using System.Text.RegularExpressions;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseNumerique.Host.Tests.Architecture;

/// <summary>What a slice looks like. Each rule answers with what breaks it.</summary>
internal static partial class SliceRules
{
    private static readonly string[] _parts = ["Command", "Query", "Validator", "Handler", "Endpoint", "Page", "Job"];

    public static IReadOnlyList<Type> Commands(IEnumerable<Type> types) =>
        [.. types.Where(t => t.Name == "Command" && t.IsAssignableTo(typeof(IBaseRequest)))];

    public static IReadOnlyList<Type> Pages(IEnumerable<Type> types) =>
        [.. types.Where(t => t.IsAssignableTo(typeof(PageModel)) && !t.IsAbstract)];

    public static IReadOnlyList<Type> Slices(IEnumerable<Type> types) =>
        [
            .. types
                .Where(t => t.DeclaringType is { IsNested: false } && _parts.Contains(t.Name))
                .Select(t => t.DeclaringType!)
                .Distinct(),
        ];

    public static IEnumerable<string> CommandsWithoutValidator(IEnumerable<Type> types)
    {
        var all = types.ToArray();
        var validated = all.Select(t => t.BaseType)
            .Where(b => b is { IsGenericType: true } && b.GetGenericTypeDefinition() == typeof(AbstractValidator<>))
            .Select(b => b!.GetGenericArguments()[0]);
        return Commands(all).Except(validated).Select(t => t.FullName!);
    }

    /// <summary>The journal shows French words, not the names of classes.</summary>
    public static IEnumerable<string> CommandsWithoutTitle(IEnumerable<Type> types) =>
        Commands(types)
            .Where(c => c.DeclaringType?.GetCustomAttribute<AuditedAsAttribute>() is null)
            .Select(c => c.FullName!);

    public static IEnumerable<string> PagesWithoutPolicy(IEnumerable<Type> types) =>
        Pages(types).Where(p => !NamesAPolicy(p.GetCustomAttributes())).Select(p => p.FullName!);

    /// <summary>Each page class has the .cshtml of its slice beside it, with its full path.</summary>
    public static IEnumerable<string> PagesWithoutRoute(IEnumerable<Type> types, IEnumerable<SourceFile> files)
    {
        var routed = files.Where(f => FullRoute().IsMatch(f.Text)).ToArray();
        return Pages(types)
            .Where(p =>
                !routed.Any(f =>
                    f.Path.EndsWith($"/{NounOf(p)}/{p.DeclaringType?.Name}.cshtml", StringComparison.Ordinal)
                )
            )
            .Select(p => p.FullName!);
    }

    /// <summary>Internal, static, named as its file, one noun deep under Features.</summary>
    public static IEnumerable<string> MisshapenSlices(IEnumerable<Type> types, IEnumerable<SourceFile> files)
    {
        var sources = files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal)).ToArray();
        foreach (var slice in Slices(types))
        {
            if (slice is not { IsNotPublic: true, IsAbstract: true, IsSealed: true })
            {
                yield return $"{slice.FullName} is not internal and static";
            }

            var file = $"/Features/{NounOf(slice)}/{slice.Name}.cs";
            if (!sources.Any(f => f.Path.EndsWith(file, StringComparison.Ordinal)))
            {
                yield return $"{slice.FullName} has no file {file}";
            }
        }
    }

    private static string NounOf(Type type) => type.Namespace!.Split('.')[^1];

    private static bool NamesAPolicy(IEnumerable<object> metadata) =>
        metadata.Any(m => m is IAllowAnonymous or AuthorizationPolicy or IAuthorizeData { Policy.Length: > 0 });

    [GeneratedRegex("""\A@page "/""")]
    private static partial Regex FullRoute();
}
