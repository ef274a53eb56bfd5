using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Exports;

/// <summary>A file as another program, or another administration, reads it: all that was said and done, by code of criterion.</summary>
internal static class FileDossier
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    public static async Task WriteAsync(
        LabellingDbContext db,
        LabelApplication file,
        Epn epn,
        DateTime now,
        Stream target,
        CancellationToken cancellationToken
    )
    {
        var content = await FileContent.LoadAsync(db, file.Id, cancellationToken);
        var codeOf = content.Set.Criteria.ToDictionary(k => k.Id, k => k.Code);
        var dossier = new
        {
            Version = 1,
            ExporteLe = now,
            Dossier = FileOf(file, content),
            Espace = new
            {
                epn.Id,
                Nom = epn.Name,
                epn.Commune,
                epn.Province,
            },
            Reponses = content
                .Set.Criteria.OrderBy(k => k.Code, StringComparer.Ordinal)
                .Select(k => AnswerTo(k, content)),
            DemandesDeComplements = await DossierParts.CompletionsAsync(db, file.Id, codeOf, cancellationToken),
            Messages = await DossierParts.MessagesAsync(db, file.Id, cancellationToken),
            AvisExterieurs = await DossierParts.OpinionsAsync(db, file.Id, cancellationToken),
            Visites = await DossierParts.VisitsAsync(db, file.Id, codeOf, cancellationToken),
            Comite = await DossierParts.CommitteeAsync(db, file.Id, cancellationToken),
            Avis = file.Opinion is { } opinion
                ? new
                {
                    Sens = ApplicationTags.Of(opinion),
                    Motifs = file.OpinionReasons,
                    Le = file.OpinionAt,
                    Par = file.OpinionBy,
                }
                : null,
            Decision = file.DecidedAt is { } decidedAt
                ? new
                {
                    Etat = ApplicationTags.Of(file.Status).Words,
                    Motifs = file.DecisionReasons,
                    Arrete = file.ActNumber,
                    ArreteDu = file.ActOn,
                    LabelDu = file.GrantedFrom,
                    LabelAu = file.GrantedUntil,
                    Le = decidedAt,
                    Par = file.DecidedBy,
                }
                : null,
            Reserves = await DossierParts.ConditionsAsync(db, file.Id, codeOf, cancellationToken),
            Historique = await DossierParts.HistoryAsync(db, file.Id, cancellationToken),
        };
        await JsonSerializer.SerializeAsync(target, dossier, _json, cancellationToken);
    }

    private static object FileOf(LabelApplication file, FileContent content) =>
        new
        {
            file.Id,
            Numero = file.Number,
            Etat = ApplicationTags.Of(file.Status).Words,
            Type = file.Kind is ApplicationKind.Renewal ? "renouvellement" : "première demande",
            Contexte = ApplicationTags.Of(file.Context),
            Referentiel = content.Set.Number,
            Gestionnaire = file.OperatorName,
            file.Ridet,
            DispenseDeRidet = file.RidetWaiver,
            Projet = file.Project,
            Charte = content.SignedCharter is { } charter
                ? new { Version = charter.Number, Engagements = charter.Commitments }
                : null,
            CharteSigneeLe = file.CharterSignedAt,
            CharteSigneePar = file.CharterSignedBy,
            EnQualiteDe = file.CharterFunction,
            CommenceLe = file.StartedAt,
            DeposeLe = file.SubmittedAt,
            DeposePar = file.SubmittedBy,
            Sceau = file.Seal,
            InstruitPar = file.AssessorName,
            RecevableLe = file.AdmittedAt,
        };

    private static object AnswerTo(Criterion criterion, FileContent content)
    {
        var answer = content.Find(criterion);
        return new
        {
            criterion.Code,
            Critere = criterion.Title,
            Espace = new
            {
                Note = answer?.SelfScore,
                SansObjet = answer?.IsNotApplicable ?? false,
                Commentaire = answer?.Comment,
                ToujoursVrai = answer?.IsStillTrue ?? false,
            },
            EcoNum = new
            {
                Note = answer?.AssessorScore,
                SansObjet = answer?.IsNotApplicableToAssessor ?? false,
                Commentaire = answer?.AssessorComment,
                Par = answer?.ScoredBy,
            },
            Pieces = content.ProofsFor(criterion).Select(p => new { p.Id, Intitule = p.Title }),
        };
    }
}
