using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>Shows an agent the mail of a milestone as it would be written, before it is.</summary>
internal static class ReadReminderMail
{
    public sealed record Query(string Label, int Jalon, string Role) : IRequest<View?>;

    public sealed record View(string Subject, string Text, string Html);

    public sealed class Handler(LabellingDbContext db, MailTemplate template, IOptions<PortalOptions> portal)
        : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var label = await db
                .Labels.AsNoTracking()
                .SingleOrDefaultAsync(l => l.Number == query.Label, cancellationToken);
            if (label is null)
            {
                return null;
            }

            var epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == label.EpnId, cancellationToken);
            var rules = await db.ReminderRules.AsNoTracking().InForceAsync(cancellationToken);
            var contact = await db
                .Contacts.AsNoTracking()
                .Where(c => c.EpnId == epn.Id && c.Role == query.Role)
                .OrderBy(c => c.Name)
                .FirstOrDefaultAsync(cancellationToken);
            var recipient = new Recipient("apercu", query.Role, contact?.Name ?? portal.Value.Authority, null, null);
            var day = label.ExpiresOn.AddDays(-query.Jalon);
            var reminder = Reminder.For(rules, label, query.Jalon, recipient, day, ReminderState.Planned);
            // Written as it will be on its day.
            var mail = SendExpiryReminder.Compose(reminder, label, epn, portal.Value, day);
            return new View(
                mail.Subject,
                ReminderMailText.Render(mail),
                await template.RenderAsync(ReminderMail.View, mail)
            );
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page : SlicePage
    {
        public Query Asked { get; private set; } = null!;

        public View Shown { get; private set; } = null!;

        /// <param name="forme"><c>html</c> for the mail's own page, as a mail program shows it.</param>
        public async Task<IActionResult> OnGetAsync(string label, int jalon, string role, string? forme)
        {
            Asked = new Query(label ?? "", jalon, role ?? "");
            if (await SendAsync(Asked) is not { } view)
            {
                return NotFound();
            }

            Shown = view;
            if (forme != "html")
            {
                return Page();
            }

            MailTemplate.ShowAlone(HttpContext);
            return Content(view.Html, "text/html; charset=utf-8");
        }
    }
}
