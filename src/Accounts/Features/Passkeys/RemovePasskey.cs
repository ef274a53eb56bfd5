using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Passkeys;

/// <summary>Takes a passkey away from one's own account; never the last way in.</summary>
[AuditedAs("Clé d’accès retirée")]
internal static class RemovePasskey
{
    public const string LastWay =
        "C’est votre seul moyen de vous connecter. Choisissez d’abord un mot de passe dans « Mon compte ».";

    public sealed record Command : IRequest<Unit>
    {
        /// <summary>The credential's id, as it stands in an address.</summary>
        public string Id { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db, ICurrentUser user) =>
            RuleFor(c => c.Id)
                .MustAsync((id, token) => db.Own(user, id).AnyAsync(token))
                .WithMessage("Cette clé n’ouvre plus votre compte.")
                .DependentRules(() =>
                    RuleFor(c => c.Id)
                        .MustAsync(
                            (id, token) =>
                            {
                                var key = CredentialOf(id);
                                return db.Accounts.AnyAsync(
                                    a =>
                                        a.Id == user.Id
                                        && (
                                            a.PasswordHash != null
                                            || db.Logins.Any(l => l.UserId == a.Id)
                                            || db.Passkeys.Any(p => p.UserId == a.Id && p.CredentialId != key)
                                        ),
                                    token
                                );
                            }
                        )
                        .WithMessage(FrenchText.Typeset(LastWay))
                );
    }

    public sealed class Handler(
        AccountsDbContext db,
        UserManager<Account> accounts,
        Sessions sessions,
        ICurrentUser user,
        TimeProvider clock
    ) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.OwnAsync(user, cancellationToken);
            var key = await db.Own(user, command.Id).AsNoTracking().SingleAsync(cancellationToken);
            db.TellOwner(
                account,
                $"La clé d’accès « {key.Data.Name} » ne permet plus de vous connecter.",
                clock.UtcNow
            );
            // The account's stamp changes with it: of two last ways taken away at once, one stays.
            (await accounts.RemovePasskeyAsync(account, key.CredentialId)).ThrowIfRefused("");
            await sessions.EndOthersAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(AccountsDbContext db, ICurrentUser user) : ProvenPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public string Name { get; private set; } = "";

        public async Task<IActionResult> OnGetAsync([FromQuery(Name = "cle")] string? id)
        {
            Form = new() { Id = id ?? "" };
            return await FindAsync() ? Page() : NotFound();
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                _ => ListPasskeys.Path,
                "La clé d’accès est retirée, et vos autres sessions sont fermées.",
                FindAsync
            );

        private async Task<bool> FindAsync()
        {
            var key = await db.Own(user, Form.Id).AsNoTracking().SingleOrDefaultAsync(HttpContext.RequestAborted);
            Name = key?.Data.Name ?? "";
            return key is not null;
        }
    }

    private static IQueryable<IdentityUserPasskey<Guid>> Own(this AccountsDbContext db, ICurrentUser user, string id)
    {
        var (key, owner) = (CredentialOf(id), user.Id);
        return db.Passkeys.Where(p => p.UserId == owner && p.CredentialId == key);
    }

    private static byte[] CredentialOf(string id)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(id);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
