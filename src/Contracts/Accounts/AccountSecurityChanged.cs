using MediatR;

namespace CaseNumerique.Contracts.Accounts;

/// <summary>How a person signs in has changed; they are told, so that a stranger's change does not go unseen.</summary>
/// <param name="NoticeId">One notice each.</param>
/// <param name="What">What has changed, in French, as a sentence.</param>
public sealed record AccountSecurityChanged(Guid AccountId, Guid NoticeId, string What, DateTime At) : INotification;
