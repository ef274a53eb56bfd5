using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Accounts.Features.Own;

/// <summary>Ties an authenticator to the account, in place of the one before.</summary>
[AuditedAs("Double authentification activée")]
internal static class EnrolTotp
{
    public const string Path = "/mon-compte/double-authentification";

    public const string Refusal =
        "Ce code ne vient pas de la clé ci-dessous. Vérifiez l’heure du téléphone, puis prenez le code affiché maintenant.";

    /// <summary>Answers with the recovery codes.</summary>
    public sealed record Command : IRequest<IReadOnlyList<string>>
    {
        /// <summary>The key that the page showed, protected.</summary>
        public string PendingKey { get; init; } = "";

        public string Code { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Code)
                .NotEmpty()
                .WithMessage("Indiquez le code à six chiffres.")
                .MaximumLength(40)
                .WithMessage(Refusal);
    }

    public sealed class Handler(
        AccountsDbContext db,
        Totp totp,
        Sessions sessions,
        ICurrentUser user,
        TimeProvider clock
    ) : IRequestHandler<Command, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.OwnAsync(user, cancellationToken);
            if (totp.PendingKey(account.Id, command.PendingKey) is not { } key || !totp.IsRight(key, command.Code))
            {
                throw new ValidationException([new ValidationFailure(nameof(Command.Code), Refusal)]);
            }

            account.EnrolTotp(totp.Protect(key), clock.UtcNow);
            // The code that proved the key has served.
            totp.Accept(account, command.Code);
            await sessions.ProveAsync(isStrong: true, cancellationToken);
            var codes = await db.DrawRecoveryCodesAsync(account.Id, cancellationToken);
            db.TellOwner(account, "La double authentification protège maintenant votre compte.", clock.UtcNow);
            await db.SaveChangesAsync(cancellationToken);
            await sessions.EndOthersAsync(cancellationToken);
            return codes;
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(AccountsDbContext db, Totp totp, ICurrentUser user) : ProvenPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        [BindProperty(SupportsGet = true, Name = "retour")]
        public string? ReturnUrl { get; set; }

        /// <summary>The key in groups of four, for those who type it.</summary>
        public string Key { get; private set; } = "";

        public string QrCode { get; private set; } = "";

        /// <summary>Since when another authenticator is tied to the account; null for none.</summary>
        public DateTime? Since { get; private set; }

        public Task OnGetAsync() => LoadAsync();

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                codes =>
                {
                    TempData[DrawRecoveryCodes.Drawn] = string.Join('\n', codes);
                    return Url.IsLocalUrl(ReturnUrl)
                        ? $"{DrawRecoveryCodes.Path}?retour={Uri.EscapeDataString(ReturnUrl)}"
                        : DrawRecoveryCodes.Path;
                },
                "La double authentification est activée.",
                LoadAsync
            );

        private async Task LoadAsync()
        {
            var account = await db.OwnAsync(user, HttpContext.RequestAborted);
            var key = totp.PendingKey(account.Id, Form.PendingKey) ?? Totp.DrawKey();
            Form = Form with { PendingKey = totp.ProtectPending(account.Id, key) };
            Key = string.Join(' ', key.Chunk(4).Select(c => new string(c)));
            QrCode = Access.QrCode.Svg(Totp.UriOf(account, key, "Case numérique"), "QR code de la clé ci-dessous");
            Since = account.TotpSince;
        }
    }
}
