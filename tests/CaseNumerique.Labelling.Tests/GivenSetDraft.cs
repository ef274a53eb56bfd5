using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.CriteriaSets;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Tests;

/// <summary>A draft of the referential, and what is done to it.</summary>
internal static class GivenSetDraft
{
    public const string Url = "/gestion/parametres/referentiels/2";

    extension(App app)
    {
        public Task<int> DraftAsync() => app.SendAsync(new StartDraft.Command { Title = "Référentiel revu" });

        public Task<CriteriaSet> SetAsync(int number) =>
            app.WithAsync(
                (LabellingDbContext db) => db.CriteriaSets.AsNoTracking().Whole().SingleAsync(s => s.Number == number)
            );

        /// <summary>Changes the draft, as its editor does.</summary>
        public Task ChangeDraftAsync(Action<CriteriaSet> change) =>
            app.WithAsync(
                async (LabellingDbContext db) =>
                {
                    var set = await db.CriteriaSets.Whole().SingleAsync(s => s.Status == CriteriaSetStatus.Draft);
                    change(set);
                    set.Touch();
                    await db.SaveChangesAsync();
                }
            );
    }

    extension(CriteriaSet set)
    {
        public Criterion The(string code) => set.Criteria.Single(k => k.Code == code);

        /// <summary>A mandatory criterion more, in the first chapter.</summary>
        public void Add(string code)
        {
            var criterion = Criterion.Empty();
            criterion.Code = code;
            criterion.Title = "Nouveau critère";
            criterion.Weight = 2;
            criterion.Position = 90;
            criterion.UrbanThreshold = criterion.RuralThreshold = "Fait";
            criterion.RemoteThreshold = criterion.ItinerantThreshold = "Fait";
            criterion.ExpectedProof = "Une preuve";
            set.Chapters.Single(c => c.Code == "A").Criteria.Add(criterion);
        }
    }
}
