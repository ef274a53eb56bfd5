using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Epns;

/// <summary>The fictional network: spaces, operators and people, announced as a registration announces them.</summary>
[AuditedAs("Données d’exemple ajoutées")]
internal sealed class ExampleEpns(NetworkDbContext db, TimeProvider clock) : IExampleData
{
    private const int Batch = 500;

    public int Order => 10;

    public Task<bool> IsPresentAsync(CancellationToken cancellationToken) => db.Epns.AnyAsync(cancellationToken);

    public async Task AddAsync(ExampleSize size, CancellationToken cancellationToken)
    {
        var world = new ExampleWorld(size.Seed, clock.Today);
        var operators = new Dictionary<string, Operator>();
        for (var number = 1; number <= size.Epns; number++)
        {
            var epn = world.DrawEpn(
                (name, kind) =>
                {
                    if (!operators.TryGetValue(name, out var known))
                    {
                        operators[name] = known = new Operator { Name = name, Kind = kind };
                        db.Add(known);
                    }

                    return known;
                }
            );
            db.Add(epn);
            db.Announce(epn.ToRegistered(), epn.Id);
            db.Announce(epn.ToContactsChanged(), epn.Id);
            if (number % Batch == 0 || number == size.Epns)
            {
                await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
            }
        }
    }
}
