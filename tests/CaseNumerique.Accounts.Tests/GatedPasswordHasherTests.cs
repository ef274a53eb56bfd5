using System.Buffers.Binary;
using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests;

internal sealed class GatedPasswordHasherTests
{
    /// <summary>As the site sets it, where the host of tests hashes at no cost.</summary>
    [Test]
    public void A_password_costs_210_000_rounds_with_SHA_512_and_a_salt_of_128_bits()
    {
        using var services = new ServiceCollection()
            .AddAccounts(
                new ConfigurationBuilder().Build(),
                new HostingEnvironment { EnvironmentName = Environments.Production }
            )
            .BuildServiceProvider();
        var hasher = services.GetRequiredService<IPasswordHasher<Account>>();

        var hash = Convert.FromBase64String(hasher.HashPassword(new Account(), "quatre mots sans lien"));

        // Identity's format: a mark, then the function (2 for SHA-512), the rounds and the salt's length.
        Assert.That(hash[0], Is.EqualTo(1));
        Assert.That(
            Enumerable.Range(0, 3).Select(i => BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1 + 4 * i))),
            Is.EqualTo(new[] { 2u, 210_000u, 16u })
        );
    }

    [Test]
    public async Task No_more_are_hashed_at_once_than_there_are_processors()
    {
        var inner = new Counting();
        using var hasher = new GatedPasswordHasher(inner);

        await Task.WhenAll(
            Enumerable
                .Range(0, 4 * Environment.ProcessorCount)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () => hasher.HashPassword(new Account(), ""),
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );

        Assert.That(inner.Calls, Is.EqualTo(4 * Environment.ProcessorCount));
        Assert.That(inner.Most, Is.LessThanOrEqualTo(Environment.ProcessorCount));
    }

    private sealed class Counting : IPasswordHasher<Account>
    {
        private readonly Lock _lock = new();
        private int _now;

        public int Calls { get; private set; }

        public int Most { get; private set; }

        public string HashPassword(Account user, string password)
        {
            lock (_lock)
            {
                Calls++;
                Most = Math.Max(Most, ++_now);
            }

            Thread.Sleep(20);
            lock (_lock)
            {
                _now--;
            }

            return "";
        }

        public PasswordVerificationResult VerifyHashedPassword(
            Account user,
            string hashedPassword,
            string providedPassword
        ) => PasswordVerificationResult.Failed;
    }
}
