using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.SqlServer.Labelling
{
    /// <inheritdoc />
    public partial class VisitKit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                schema: "labelling",
                table: "VisitFinding",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                schema: "labelling",
                table: "VisitFinding",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ChangedById",
                schema: "labelling",
                table: "VisitFinding",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsNotApplicable",
                schema: "labelling",
                table: "VisitFinding",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Score",
                schema: "labelling",
                table: "VisitFinding",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                schema: "labelling",
                table: "VisitFinding",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "FindingRevision",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VisitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CriterionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    IsKept = table.Column<bool>(type: "bit", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Score = table.Column<int>(type: "int", nullable: true),
                    IsNotApplicable = table.Column<bool>(type: "bit", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClientKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingRevision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FindingRevision_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalSchema: "labelling",
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FindingRevision_SiteVisit_VisitId",
                        column: x => x.VisitId,
                        principalSchema: "labelling",
                        principalTable: "SiteVisit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VisitPhoto",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VisitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CriterionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitPhoto", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitPhoto_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalSchema: "labelling",
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VisitPhoto_SiteVisit_VisitId",
                        column: x => x.VisitId,
                        principalSchema: "labelling",
                        principalTable: "SiteVisit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_VisitFinding_ChangedById",
                schema: "labelling",
                table: "VisitFinding",
                column: "ChangedById");

            migrationBuilder.CreateIndex(
                name: "IX_FindingRevision_ById",
                schema: "labelling",
                table: "FindingRevision",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_FindingRevision_CriterionId",
                schema: "labelling",
                table: "FindingRevision",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_FindingRevision_VisitId_ClientKey",
                schema: "labelling",
                table: "FindingRevision",
                columns: new[] { "VisitId", "ClientKey" },
                unique: true,
                filter: "ClientKey IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_VisitPhoto_CriterionId",
                schema: "labelling",
                table: "VisitPhoto",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitPhoto_VisitId_ClientKey",
                schema: "labelling",
                table: "VisitPhoto",
                columns: new[] { "VisitId", "ClientKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FindingRevision",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "VisitPhoto",
                schema: "labelling");

            migrationBuilder.DropIndex(
                name: "IX_VisitFinding_ChangedById",
                schema: "labelling",
                table: "VisitFinding");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                schema: "labelling",
                table: "VisitFinding");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                schema: "labelling",
                table: "VisitFinding");

            migrationBuilder.DropColumn(
                name: "ChangedById",
                schema: "labelling",
                table: "VisitFinding");

            migrationBuilder.DropColumn(
                name: "IsNotApplicable",
                schema: "labelling",
                table: "VisitFinding");

            migrationBuilder.DropColumn(
                name: "Score",
                schema: "labelling",
                table: "VisitFinding");

            migrationBuilder.DropColumn(
                name: "Version",
                schema: "labelling",
                table: "VisitFinding");
        }
    }
}
