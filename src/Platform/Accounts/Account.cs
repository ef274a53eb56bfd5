using Microsoft.AspNetCore.Identity;

namespace CaseNumerique.Platform.Accounts;

/// <summary>A person who may sign in. The user name is the e-mail address.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public const int DisplayNameMaxLength = 100;
    public const int EmailMaxLength = 256;
    public const int PasswordMinLength = 12;
    public const int PasswordMaxLength = 128;

    /// <summary>What the account is called on screen.</summary>
    public string DisplayName { get; set; } = "";

    public static Account Named(string displayName, string email) =>
        new()
        {
            DisplayName = displayName,
            Email = email,
            UserName = email,
            LockoutEnabled = true,
        };
}
