using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Labelling
{
    /// <inheritdoc />
    public partial class VisitKit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "labelling_VisitFinding",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "labelling_VisitFinding",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ChangedById",
                table: "labelling_VisitFinding",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsNotApplicable",
                table: "labelling_VisitFinding",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Score",
                table: "labelling_VisitFinding",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "labelling_VisitFinding",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "labelling_FindingRevision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IsKept = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: true),
                    IsNotApplicable = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClientKey = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_FindingRevision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_FindingRevision_labelling_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "labelling_Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_FindingRevision_labelling_SiteVisit_VisitId",
                        column: x => x.VisitId,
                        principalTable: "labelling_SiteVisit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "labelling_VisitPhoto",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientKey = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_VisitPhoto", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_VisitPhoto_labelling_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "labelling_Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_VisitPhoto_labelling_SiteVisit_VisitId",
                        column: x => x.VisitId,
                        principalTable: "labelling_SiteVisit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_VisitFinding_ChangedById",
                table: "labelling_VisitFinding",
                column: "ChangedById");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_FindingRevision_ById",
                table: "labelling_FindingRevision",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_FindingRevision_CriterionId",
                table: "labelling_FindingRevision",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_FindingRevision_VisitId_ClientKey",
                table: "labelling_FindingRevision",
                columns: new[] { "VisitId", "ClientKey" },
                unique: true,
                filter: "ClientKey IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_VisitPhoto_CriterionId",
                table: "labelling_VisitPhoto",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_VisitPhoto_VisitId_ClientKey",
                table: "labelling_VisitPhoto",
                columns: new[] { "VisitId", "ClientKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "labelling_FindingRevision");

            migrationBuilder.DropTable(
                name: "labelling_VisitPhoto");

            migrationBuilder.DropIndex(
                name: "IX_labelling_VisitFinding_ChangedById",
                table: "labelling_VisitFinding");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "labelling_VisitFinding");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "labelling_VisitFinding");

            migrationBuilder.DropColumn(
                name: "ChangedById",
                table: "labelling_VisitFinding");

            migrationBuilder.DropColumn(
                name: "IsNotApplicable",
                table: "labelling_VisitFinding");

            migrationBuilder.DropColumn(
                name: "Score",
                table: "labelling_VisitFinding");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "labelling_VisitFinding");
        }
    }
}
