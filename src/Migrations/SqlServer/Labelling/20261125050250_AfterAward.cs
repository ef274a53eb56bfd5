using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.SqlServer.Labelling
{
    /// <inheritdoc />
    public partial class AfterAward : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FormalNotice",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LabelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EpnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reasons = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SentBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    SentById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    AnsweredById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    ClosedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsSettled = table.Column<bool>(type: "bit", nullable: false),
                    Conclusion = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormalNotice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormalNotice_Epn_EpnId",
                        column: x => x.EpnId,
                        principalSchema: "labelling",
                        principalTable: "Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FormalNotice_Label_LabelId",
                        column: x => x.LabelId,
                        principalSchema: "labelling",
                        principalTable: "Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IssuerKey",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Thumbprint = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false),
                    X = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false),
                    Y = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false),
                    Protected = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IssuerKey", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TemporaryClosure",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EpnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FirstOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    DeclaredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DeclaredBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    DeclaredById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemporaryClosure", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TemporaryClosure_Epn_EpnId",
                        column: x => x.EpnId,
                        principalSchema: "labelling",
                        principalTable: "Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FormalNotice_EpnId",
                schema: "labelling",
                table: "FormalNotice",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_FormalNotice_LabelId",
                schema: "labelling",
                table: "FormalNotice",
                column: "LabelId",
                unique: true,
                filter: "ClosedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_IssuerKey_Number",
                schema: "labelling",
                table: "IssuerKey",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IssuerKey_Thumbprint",
                schema: "labelling",
                table: "IssuerKey",
                column: "Thumbprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TemporaryClosure_DeclaredById",
                schema: "labelling",
                table: "TemporaryClosure",
                column: "DeclaredById");

            migrationBuilder.CreateIndex(
                name: "IX_TemporaryClosure_EpnId_LastOn",
                schema: "labelling",
                table: "TemporaryClosure",
                columns: new[] { "EpnId", "LastOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FormalNotice",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "IssuerKey",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "TemporaryClosure",
                schema: "labelling");
        }
    }
}
