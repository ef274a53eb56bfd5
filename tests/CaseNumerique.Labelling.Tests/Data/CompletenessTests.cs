using CaseNumerique.Labelling.Data;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Data;

public class CompletenessTests
{
    private static readonly DateOnly _today = Given.Today;

    private readonly Criterion _asked = Criterion("A1", CriterionKind.Mandatory);
    private readonly Criterion _known = Criterion("A2", CriterionKind.Mandatory, provenBy: "hours-confirmed");
    private readonly Criterion _wished = Criterion("A3", CriterionKind.Recommended);
    private readonly Criterion _optional = Criterion("A4", CriterionKind.Mandatory, mayBeNotApplicable: true);

    [Test]
    public void Nothing_is_missing_of_a_whole_file() => Assert.That(Gaps(Content()), Is.Empty);

    [Test]
    public void A_file_says_who_answers_for_the_EPN_and_what_it_wants()
    {
        var content = Content();
        content.File.OperatorName = " ";
        content.File.Ridet = null;
        content.File.Project = null;

        Assert.That(
            Gaps(content),
            Is.EqualTo(
                new[]
                {
                    "Indiquez la structure qui gère l’espace.",
                    "Indiquez le RIDET du gestionnaire.",
                    "Décrivez le projet de l’espace.",
                }
            )
        );
    }

    [Test]
    public void A_structure_alone_is_no_RIDET_and_a_waiver_stands_for_one()
    {
        var content = Content();
        content.File.Ridet = "0123456";
        Assert.That(
            Gaps(content),
            Is.EqualTo(new[] { "Complétez le RIDET par les trois chiffres de l’établissement." })
        );

        content.File.RidetWaiver = "Association en cours de création.";
        Assert.That(Gaps(content), Is.Empty);
    }

    [Test]
    public void The_charter_in_force_must_be_signed()
    {
        var content = Content();
        content.File.CharterId = Guid.NewGuid();
        Assert.That(Gaps(content), Has.One.Contains("La charte a changé depuis votre signature."));

        content.File.CharterSignedAt = null;
        Assert.That(Gaps(content), Is.EqualTo(new[] { "Signez la charte." }));
    }

    [Test]
    public void What_is_asked_must_have_a_score_and_what_is_wished_need_not()
    {
        Assert.That(
            Gaps(Content(without: [_asked, _wished])),
            Is.EqualTo(new[] { "A1, obligatoire\u00A0: donnez-vous une note." })
        );
    }

    [Test]
    public void A_met_criterion_wants_a_proof_that_still_holds_unless_the_platform_knows()
    {
        Assert.That(
            Gaps(Content(proof: null)),
            Is.EqualTo(new[] { "A1\u00A0: joignez une pièce (Planning).", "A4\u00A0: joignez une pièce (Planning)." })
        );
        Assert.That(
            Gaps(Content(proof: Proof(_today.AddDays(-1)))),
            Has.One.EqualTo("A1\u00A0: la pièce jointe n’est plus valable. Renouvelez-la.")
        );
        Assert.That(Gaps(Content(proof: Proof(_today))), Is.Empty);
    }

    [Test]
    public void What_the_platform_could_know_and_does_not_wants_a_proof()
    {
        var content = Content(proof: null);
        var unknown = content with { FactDays = Days(_today.AddYears(-1)) };

        Assert.That(Gaps(content), Has.None.StartsWith("A2"));
        Assert.That(Gaps(unknown), Has.One.EqualTo("A2\u00A0: joignez une pièce (Planning)."));
    }

    [Test]
    public void What_did_not_apply_in_a_former_file_is_confirmed_like_the_rest()
    {
        var content = Content(
            copiedFrom: Guid.NewGuid(),
            answeredAt: new DateTime(2023, 12, 1, 0, 0, 0, DateTimeKind.Utc)
        );
        var answer = content.Find(_optional)!;
        (answer.SelfScore, answer.IsNotApplicable, answer.Comment) = (null, true, "Nous ouvrons à peine.");
        Assert.That(Gaps(content), Has.One.StartsWith("A4\u00A0: dites si c’est toujours vrai"));

        answer.IsStillTrue = true;
        Assert.That(Gaps(content), Has.None.StartsWith("A4"));
    }

    [Test]
    public void A_score_below_the_mark_wants_no_proof()
    {
        var content = Content(proof: null);
        content.Find(_asked)!.SelfScore = 1;
        content.Find(_optional)!.SelfScore = 0;

        Assert.That(Gaps(content), Is.Empty);
    }

    [Test]
    public void What_does_not_apply_says_why()
    {
        var content = Content();
        var answer = content.Find(_optional)!;
        (answer.SelfScore, answer.IsNotApplicable) = (null, true);
        Assert.That(Gaps(content), Is.EqualTo(new[] { "A4\u00A0: dites en commentaire pourquoi il est sans objet." }));

        answer.Comment = "Nous ouvrons à peine.";
        Assert.That(Gaps(content), Is.Empty);
    }

    [Test]
    public void An_answer_taken_from_a_former_file_counts_once_it_is_confirmed_or_changed()
    {
        var content = Content(
            copiedFrom: Guid.NewGuid(),
            answeredAt: new DateTime(2023, 12, 1, 0, 0, 0, DateTimeKind.Utc)
        );
        Assert.That(Gaps(content), Has.Exactly(3).Contains("dites si c’est toujours vrai"));

        content.Find(_asked)!.IsStillTrue = true;
        content.Find(_known)!.AnsweredAt = content.File.StartedAt;
        Assert.That(
            Gaps(content),
            Is.EqualTo(new[] { "A4\u00A0: dites si c’est toujours vrai, ou changez votre réponse." })
        );
    }

    [Test]
    public void Each_gap_leads_to_where_it_is_filled()
    {
        var gap = Completeness.Of(Content(without: [_asked]), _today).Gaps.Single();

        Assert.That(gap.UrlIn("/dossier"), Is.EqualTo("/dossier/criteres/A#critere-A1"));
    }

    private static string[] Gaps(FileContent content) =>
        [.. Completeness.Of(content, _today).Gaps.Select(g => g.Words)];

    private FileContent Content(Criterion[]? without = null, Guid? copiedFrom = null, DateTime? answeredAt = null) =>
        Content(Proof(null), without, copiedFrom, answeredAt);

    private FileContent Content(
        Evidence? proof,
        Criterion[]? without = null,
        Guid? copiedFrom = null,
        DateTime? answeredAt = null
    )
    {
        Criterion[] criteria = [_asked, _known, _wished, _optional];
        var set = new CriteriaSet
        {
            Number = 1,
            Title = "Essai",
            CreatedAt = default,
            CreatedBy = "",
            OverallPercent = 60,
            ChapterPercent = 50,
            MaxConditions = 3,
            ConditionMonths = 6,
            Chapters =
            [
                new Chapter
                {
                    Code = "A",
                    Title = "Portage",
                    Position = 1,
                    Criteria = [.. criteria],
                },
            ],
        };
        set.PutInForce(new Nobody(), default);
        var charter = Charter.Draft(1, new Nobody(), default);
        charter.PutInForce(new DateOnly(2026, 11, 1), "Première version", new Nobody(), default);
        var file = new LabelApplication
        {
            EpnId = Given.EpnId,
            Kind = ApplicationKind.Initial,
            CopiedFromId = copiedFrom,
            CriteriaSetId = set.Id,
            Context = EpnContext.Rural,
            StartedAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
            StartedBy = "Hélène W.",
            OperatorName = "Association Les Banians",
            Ridet = "0123456001",
            Project = "Un espace ouvert.",
            CharterId = charter.Id,
            CharterSignedAt = new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc),
        };
        Answer[] answers =
        [
            .. criteria
                .Except(without ?? [])
                .Select(k => new Answer
                {
                    ApplicationId = file.Id,
                    CriterionId = k.Id,
                    SelfScore = 2,
                    AnsweredAt = answeredAt ?? file.StartedAt,
                }),
        ];
        return new FileContent(
            file,
            set,
            [charter],
            answers.ToDictionary(a => a.CriterionId),
            answers.Where(_ => proof is not null).ToLookup(a => a.Id, _ => proof!)
        )
        {
            FactDays = Days(_today.AddYears(-1).AddDays(1)),
        };
    }

    private static ILookup<string, DateOnly> Days(DateOnly confirmed) =>
        new[] { confirmed }.ToLookup(_ => ProvenFact.HoursConfirmed);

    private static Evidence Proof(DateOnly? expiresOn) =>
        new()
        {
            EpnId = Given.EpnId,
            Title = "Planning",
            ExpiresOn = expiresOn,
            AddedAt = default,
            AddedBy = "",
        };

    private static Criterion Criterion(
        string code,
        CriterionKind kind,
        string? provenBy = null,
        bool mayBeNotApplicable = false
    )
    {
        Criterion criterion = new()
        {
            Code = code,
            Title = code,
            Position = code[1],
            Kind = kind,
            Weight = 1,
            UrbanThreshold = "",
            RuralThreshold = "",
            RemoteThreshold = "",
            ItinerantThreshold = "",
            ExpectedProof = "Planning",
            ProvenBy = provenBy,
            IsNotApplicableAllowed = mayBeNotApplicable,
        };
        // The database gives ids.
        typeof(Criterion).GetProperty(nameof(criterion.Id))!.SetValue(criterion, Guid.NewGuid());
        return criterion;
    }
}
