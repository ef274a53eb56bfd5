using System.Security.Cryptography;
using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Startup;

internal sealed class KeyCertificatesTests
{
    [Test]
    public async Task No_key_lies_plain_in_the_database()
    {
        await using var app = await App.StartAsync();
        await app.BrowserAsync(Roles.Agent);

        var keys = await app.WithAsync(
            (AccountsDbContext db) => db.DataProtectionKeys.Select(k => k.Xml!).ToListAsync()
        );

        Assert.That(keys, Is.Not.Empty);
        Assert.That(keys, Has.All.Contains("encryptedKey").And.All.Not.Contains("<masterKey"));
    }

    [Test]
    public async Task A_session_outlives_a_restart()
    {
        var app = await App.StartAsync();
        var protectedText = Protector(app).Protect("session");

        await using var next = await app.RestartAsync();

        Assert.That(Protector(next).Unprotect(protectedText), Is.EqualTo("session"));
    }

    /// <summary>Keys of before the certificate.</summary>
    [Test]
    public async Task A_plain_key_is_still_read()
    {
        var isPlain = true;
        var app = await App.StartAsync(configure: s =>
            s.PostConfigure<KeyManagementOptions>(o => o.XmlEncryptor = isPlain ? null : o.XmlEncryptor)
        );
        await app.WithAsync((AccountsDbContext db) => db.DataProtectionKeys.ExecuteDeleteAsync());
        app = await app.RestartAsync();
        var protectedText = Protector(app).Protect("ancien");
        Assert.That(
            await app.WithAsync((AccountsDbContext db) => db.DataProtectionKeys.Select(k => k.Xml!).ToListAsync()),
            Has.All.Contains("<masterKey")
        );

        isPlain = false;
        await using var next = await app.RestartAsync();

        Assert.That(Protector(next).Unprotect(protectedText), Is.EqualTo("ancien"));
    }

    [Test]
    public async Task A_key_of_the_certificate_before_is_read_while_it_is_named()
    {
        Dictionary<string, string?> settings = [];
        var app = await App.StartAsync(settings);
        var protectedText = Protector(app).Protect("tourne");
        var other = Path.Combine(app.Folder, "autre");
        KeyCertificates.OwnIn(other);
        settings["DataProtection:Certificate"] = Path.Combine(other, "data-protection.pfx");
        settings["DataProtection:Previous"] = Path.Combine(app.KeyFolder, "data-protection.pfx");

        app = await app.RestartAsync();
        Assert.That(Protector(app).Unprotect(protectedText), Is.EqualTo("tourne"));

        settings.Remove("DataProtection:Previous");
        await using var forgetful = await app.RestartAsync();
        Assert.That(() => Protector(forgetful).Unprotect(protectedText), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public void The_file_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows keeps rights in another way.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("case-numerique-").FullName;
        try
        {
            KeyCertificates.OwnIn(folder);

            Assert.That(
                File.GetUnixFileMode(Directory.GetFiles(folder).Single()),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite)
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void The_certificate_is_made_once()
    {
        var folder = Directory.CreateTempSubdirectory("case-numerique-").FullName;
        try
        {
            var prints = Enumerable
                .Range(0, 4)
                .AsParallel()
                .WithDegreeOfParallelism(4)
                .Select(_ => KeyCertificates.OwnIn(folder).Current.Thumbprint)
                .ToArray();

            Assert.That(prints.Distinct(), Has.Exactly(1).Items);
            Assert.That(Directory.GetFiles(folder), Has.Exactly(1).Items);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IDataProtector Protector(App app) =>
        app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("essai");
}
