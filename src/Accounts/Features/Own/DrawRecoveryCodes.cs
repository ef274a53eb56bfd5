using System.Text;
using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Own;

/// <summary>New recovery codes in place of those before; shown once, on paper or in a file the rest of the time.</summary>
[AuditedAs("Codes de secours refaits")]
internal static class DrawRecoveryCodes
{
    public const string Path = "/mon-compte/codes-de-secours";

    /// <summary>Where the codes that were just drawn travel to the page that shows them: a protected cookie, read once.</summary>
    public const string Drawn = "recovery-codes";

    public sealed record Command : IRequest<IReadOnlyList<string>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(AccountsDbContext db, ICurrentUser user) =>
            RuleFor(c => c)
                .MustAsync(async (_, token) => (await db.OwnAsync(user, token)).TotpSince is not null)
                .OverridePropertyName("")
                .WithMessage("Activez d’abord la double authentification.");
    }

    public sealed class Handler(AccountsDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.OwnAsync(user, cancellationToken);
            var codes = await db.DrawRecoveryCodesAsync(account.Id, cancellationToken);
            db.TellOwner(account, "Vos codes de secours ont été refaits ; les anciens ne servent plus.", clock.UtcNow);
            await db.SaveChangesAsync(cancellationToken);
            return codes;
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(AccountsDbContext db, ICurrentUser user) : ProvenPage
    {
        [BindProperty(SupportsGet = true, Name = "retour")]
        public string? ReturnUrl { get; set; }

        /// <summary>The new codes, this once.</summary>
        public IReadOnlyList<string> Codes { get; private set; } = [];

        public int Left { get; private set; }

        public bool IsEnrolled { get; private set; }

        public string NextUrl => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : ShowAccount.Path;

        public async Task OnGetAsync()
        {
            Codes = (TempData[Drawn] as string)?.Split('\n') ?? [];
            await LoadAsync();
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                new Command(),
                codes =>
                {
                    TempData[Drawn] = string.Join('\n', codes);
                    return Path;
                },
                "Vos anciens codes ne servent plus.",
                LoadAsync
            );

        /// <summary>Hands the codes back as a file: the page that shows them is the only place that still knows them.</summary>
        public FileContentResult OnPostFile(string codes) =>
            File(
                Encoding.UTF8.GetBytes($"Codes de secours Case numérique\r\nChacun sert une fois.\r\n\r\n{codes}\r\n"),
                "text/plain; charset=utf-8",
                "codes-de-secours-case-numerique.txt"
            );

        private async Task LoadAsync()
        {
            var account = await db.OwnAsync(user, HttpContext.RequestAborted);
            IsEnrolled = account.TotpSince is not null;
            Left = await db.RecoveryCodes.CountAsync(
                c => c.AccountId == account.Id && c.UsedAt == null,
                HttpContext.RequestAborted
            );
        }
    }
}
