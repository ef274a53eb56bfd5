using CaseNumerique.Platform.Audit;
using CaseNumerique.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CaseNumerique.Migrations.SqlServer.Platform;

/// <inheritdoc />
[DbContext(typeof(PlatformDbContext))]
[Migration("20261125000000_AuditTriggers")]
public partial class AuditTriggersMigration : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => AuditTriggers.CreateOnSqlServer(migrationBuilder);
}
