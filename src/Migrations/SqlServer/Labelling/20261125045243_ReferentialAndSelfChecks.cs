using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.SqlServer.Labelling
{
    /// <inheritdoc />
    public partial class ReferentialAndSelfChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PreDiagnosticDays",
                schema: "labelling",
                table: "ProcedureRules",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "TransitionDays",
                schema: "labelling",
                table: "ProcedureRules",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "PublicationReason",
                schema: "labelling",
                table: "CriteriaSet",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SelfCheck",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TokenHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    CriteriaSetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Context = table.Column<int>(type: "int", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfCheck", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SelfCheck_CriteriaSet_CriteriaSetId",
                        column: x => x.CriteriaSetId,
                        principalSchema: "labelling",
                        principalTable: "CriteriaSet",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SelfCheckAnswer",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SelfCheckId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CriterionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Score = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfCheckAnswer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SelfCheckAnswer_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalSchema: "labelling",
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SelfCheckAnswer_SelfCheck_SelfCheckId",
                        column: x => x.SelfCheckId,
                        principalSchema: "labelling",
                        principalTable: "SelfCheck",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.UpdateData(
                schema: "labelling",
                table: "CriteriaSet",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8001-0000000000ff"),
                column: "PublicationReason",
                value: null);

            migrationBuilder.UpdateData(
                schema: "labelling",
                table: "ProcedureRules",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8000-000000000002"),
                columns: new[] { "PreDiagnosticDays", "TransitionDays" },
                values: new object[] { 90, 90 });

            migrationBuilder.CreateIndex(
                name: "IX_SelfCheck_CriteriaSetId",
                schema: "labelling",
                table: "SelfCheck",
                column: "CriteriaSetId");

            migrationBuilder.CreateIndex(
                name: "IX_SelfCheck_ExpiresOn",
                schema: "labelling",
                table: "SelfCheck",
                column: "ExpiresOn");

            migrationBuilder.CreateIndex(
                name: "IX_SelfCheck_TokenHash",
                schema: "labelling",
                table: "SelfCheck",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SelfCheckAnswer_CriterionId",
                schema: "labelling",
                table: "SelfCheckAnswer",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_SelfCheckAnswer_SelfCheckId_CriterionId",
                schema: "labelling",
                table: "SelfCheckAnswer",
                columns: new[] { "SelfCheckId", "CriterionId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SelfCheckAnswer",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "SelfCheck",
                schema: "labelling");

            migrationBuilder.DropColumn(
                name: "PreDiagnosticDays",
                schema: "labelling",
                table: "ProcedureRules");

            migrationBuilder.DropColumn(
                name: "TransitionDays",
                schema: "labelling",
                table: "ProcedureRules");

            migrationBuilder.DropColumn(
                name: "PublicationReason",
                schema: "labelling",
                table: "CriteriaSet");

            migrationBuilder.AlterColumn<string>(
                name: "Origin",
                schema: "labelling",
                table: "Criterion",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(200)",
                oldMaxLength: 200,
                oldNullable: true);
        }
    }
}
