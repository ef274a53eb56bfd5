using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace CaseNumerique.Platform.Features.Mails;

internal static class ShowMail
{
    public sealed record Query(Guid Id) : IRequest<View?>;

    /// <param name="Text">The plain part, as it left.</param>
    public sealed record View(Mail Mail, string Text, string Html, IReadOnlyList<MailEvent> History);

    public sealed class Handler(PlatformDbContext db) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var mail = await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == query.Id, cancellationToken);
            if (mail is null)
            {
                return null;
            }

            var history = await db
                .MailEvents.AsNoTracking()
                .Where(e => e.MailId == mail.Id)
                .OrderByDescending(e => e.Id)
                .ToListAsync(cancellationToken);
            if (!mail.IsReadable)
            {
                return new View(mail, "", "", history);
            }

            using var message = await MimeMessage.LoadAsync(new MemoryStream(mail.Mime), cancellationToken);
            return new View(mail, message.TextBody ?? "", message.HtmlBody ?? "", history);
        }
    }

    [Authorize(Policies.Mails)]
    public sealed class Page : SlicePage
    {
        public View Shown { get; private set; } = null!;

        /// <param name="forme"><c>html</c> for the mail as a mail program shows it, <c>eml</c> for its exact bytes.</param>
        public async Task<IActionResult> OnGetAsync(Guid id, string? forme)
        {
            if (await SendAsync(new Query(id)) is not { } view)
            {
                return NotFound();
            }

            Shown = view;
            switch (view.Mail.IsReadable ? forme : null)
            {
                case "html":
                    MailTemplate.ShowAlone(HttpContext);
                    return Content(view.Html, "text/html; charset=utf-8");
                case "eml":
                    return File(view.Mail.Mime, "message/rfc822", $"{view.Mail.Key}.eml");
                default:
                    return Page();
            }
        }
    }
}
