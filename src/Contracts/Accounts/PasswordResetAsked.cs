using MediatR;

namespace CaseNumerique.Contracts.Accounts;

/// <summary>Somebody has asked for a new password for an address, which may have no account: nobody who asks learns which.</summary>
/// <param name="ProtectedEmail">The address, protected: it may be of a person whom the site does not know.</param>
public sealed record PasswordResetAsked(Guid RequestId, string ProtectedEmail) : INotification;
