using System.Text.Encodings.Web;
using System.Text.Json;
using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Platform.Features.Privacy;

/// <summary>The same as a file that another program can read; docs/personal-data.md promises its shape.</summary>
internal static class ExportOwnData
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static byte[] Write(PersonKey person, IReadOnlyList<PersonalRecord> records, DateTime at) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Version = 1,
                Date = at,
                Personne = new { Nom = person.Name, Adresse = person.Email },
                Donnees = records.Select(r => new
                {
                    Genre = r.Kind,
                    Faits = r.Facts.Select(f => new { Libelle = f.Label, Valeur = f.Value }),
                }),
            },
            _options
        );

    [Authorize(Policies.Own)]
    public sealed class Page(IAuditJournal journal, TimeProvider clock) : SlicePage
    {
        public async Task<IActionResult> OnGetAsync()
        {
            var person = PersonalDataReader.KeyOf(User);
            var records = await SendAsync(new ReadOwnData.Query(person));
            await journal.RecordAsync(
                new AuditFact(
                    "personal-data.exported",
                    "Données personnelles emportées par la personne",
                    $"Account {person.AccountId}"
                ),
                HttpContext.RequestAborted
            );
            Response.Headers.CacheControl = "no-store";
            var file = Write(person, records, clock.UtcNow);
            return File(file, "application/json; charset=utf-8", "mes-donnees-case-numerique.json");
        }
    }
}
