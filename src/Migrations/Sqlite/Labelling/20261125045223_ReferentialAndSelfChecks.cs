using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Labelling
{
    /// <inheritdoc />
    public partial class ReferentialAndSelfChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PreDiagnosticDays",
                table: "labelling_ProcedureRules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "TransitionDays",
                table: "labelling_ProcedureRules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "PublicationReason",
                table: "labelling_CriteriaSet",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "labelling_SelfCheck",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CriteriaSetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Context = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_SelfCheck", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_SelfCheck_labelling_CriteriaSet_CriteriaSetId",
                        column: x => x.CriteriaSetId,
                        principalTable: "labelling_CriteriaSet",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "labelling_SelfCheckAnswer",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SelfCheckId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_SelfCheckAnswer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_SelfCheckAnswer_labelling_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "labelling_Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_SelfCheckAnswer_labelling_SelfCheck_SelfCheckId",
                        column: x => x.SelfCheckId,
                        principalTable: "labelling_SelfCheck",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.UpdateData(
                table: "labelling_CriteriaSet",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8001-0000000000ff"),
                column: "PublicationReason",
                value: null);

            migrationBuilder.UpdateData(
                table: "labelling_ProcedureRules",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8000-000000000002"),
                columns: new[] { "PreDiagnosticDays", "TransitionDays" },
                values: new object[] { 90, 90 });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_SelfCheck_CriteriaSetId",
                table: "labelling_SelfCheck",
                column: "CriteriaSetId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_SelfCheck_ExpiresOn",
                table: "labelling_SelfCheck",
                column: "ExpiresOn");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_SelfCheck_TokenHash",
                table: "labelling_SelfCheck",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_SelfCheckAnswer_CriterionId",
                table: "labelling_SelfCheckAnswer",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_SelfCheckAnswer_SelfCheckId_CriterionId",
                table: "labelling_SelfCheckAnswer",
                columns: new[] { "SelfCheckId", "CriterionId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "labelling_SelfCheckAnswer");

            migrationBuilder.DropTable(
                name: "labelling_SelfCheck");

            migrationBuilder.DropColumn(
                name: "PreDiagnosticDays",
                table: "labelling_ProcedureRules");

            migrationBuilder.DropColumn(
                name: "TransitionDays",
                table: "labelling_ProcedureRules");

            migrationBuilder.DropColumn(
                name: "PublicationReason",
                table: "labelling_CriteriaSet");
        }
    }
}
