using System.Reflection;
using MediatR;

namespace CaseNumerique.SharedKernel;

/// <summary>Names the slice that runs, and writes the line of a command whose effect no saved change tells.</summary>
public sealed class AuditBehaviour<TRequest, TResponse>(IAuditJournal journal) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly bool _isToldByItself =
        typeof(TRequest).Name == "Command"
        && typeof(TRequest).DeclaringType?.GetCustomAttribute<NotAuditedAttribute>() is null;

    public async Task<TResponse> Handle(
        TRequest request,
        RequestHandlerDelegate<TResponse> next,
        CancellationToken cancellationToken
    )
    {
        using var scope = AuditScope.Enter(typeof(TRequest));
        var response = await next(cancellationToken);
        // The line of an inner command waits for the outer one, which may hold a transaction open.
        if (_isToldByItself && !scope.HasWritten && !scope.IsInner)
        {
            await journal.RecordAsync(new AuditFact(scope.Action, scope.Title, SubjectOf(request)), cancellationToken);
        }

        return response;
    }

    /// <summary>« Mails 0193… »: the noun that the slice is about, and the id that it was given.</summary>
    private static string SubjectOf(TRequest request) =>
        $"{typeof(TRequest).Namespace!.Split('.')[^1]} {typeof(TRequest).GetProperty("Id")?.GetValue(request)}".Trim();
}
