using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Features.People;

/// <summary>People who come back in several tests.</summary>
internal static class Given
{
    public static readonly Person Nadege = new("nadege@econum.example", Roles.Administrator)
    {
        Name = "Nadège Kilikili",
    };
    public static readonly Person Bastien = new("bastien@econum.example", Roles.Agent) { Name = "Bastien Marchal" };
    public static readonly Person Joseph = new("joseph@epn.example", Roles.Manager) { Name = "Joseph Waheo" };

    public static Task<Account> AccountAsync(this App app, string email) =>
        app.WithAsync((AccountsDbContext db) => db.Accounts.AsNoTracking().SingleAsync(a => a.Email == email));

    /// <summary>What a command is refused with, sentence by sentence.</summary>
    public static string[] Refusals<T>(this App app, IRequest<T> command) =>
        [.. Assert.ThrowsAsync<ValidationException>(() => app.SendAsync(command))!.Errors.Select(e => e.ErrorMessage)];

    public static async Task<IReadOnlyList<MimeMessage>> MailsAsync(this App app)
    {
        await app.DispatchAsync();
        await app.RunJobAsync("mail-delivery");
        return [.. app.MailFiles.Select(f => MimeMessage.Load(f))];
    }
}

/// <summary>A journal that remembers what it was told.</summary>
internal sealed class ToldJournal : IAuditJournal
{
    private readonly List<AuditFact> _facts = [];

    public IEnumerable<AuditFact> Of(string prefix) =>
        _facts.Where(f => f.Action.StartsWith(prefix, StringComparison.Ordinal));

    public Task RecordAsync(AuditFact fact, CancellationToken cancellationToken)
    {
        _facts.Add(fact);
        return Task.CompletedTask;
    }
}
