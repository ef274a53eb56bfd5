using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.SqlServer.Labelling
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PublishedById",
                schema: "labelling",
                table: "ReminderRules",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ById",
                schema: "labelling",
                table: "LabelEvent",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ConflictOfInterest",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    EpnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConflictOfInterest", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConflictOfInterest_Epn_EpnId",
                        column: x => x.EpnId,
                        principalSchema: "labelling",
                        principalTable: "Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Proposal",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EpnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LabelId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ActPath = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    ProposedBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    ProposedByEmail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    ProposedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AnswerableIds = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    DecidedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsAccepted = table.Column<bool>(type: "bit", nullable: false),
                    DecisionReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Proposal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Proposal_Epn_EpnId",
                        column: x => x.EpnId,
                        principalSchema: "labelling",
                        principalTable: "Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Proposal_Label_LabelId",
                        column: x => x.LabelId,
                        principalSchema: "labelling",
                        principalTable: "Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.UpdateData(
                schema: "labelling",
                table: "ReminderRules",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8000-000000000001"),
                column: "PublishedById",
                value: null);

            migrationBuilder.CreateIndex(
                name: "IX_LabelEvent_ById",
                schema: "labelling",
                table: "LabelEvent",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ConflictOfInterest_AccountId_EpnId",
                schema: "labelling",
                table: "ConflictOfInterest",
                columns: new[] { "AccountId", "EpnId" },
                unique: true,
                filter: "EndedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ConflictOfInterest_EpnId",
                schema: "labelling",
                table: "ConflictOfInterest",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_Proposal_EpnId",
                schema: "labelling",
                table: "Proposal",
                column: "EpnId",
                unique: true,
                filter: "DecidedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Proposal_LabelId",
                schema: "labelling",
                table: "Proposal",
                column: "LabelId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConflictOfInterest",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Proposal",
                schema: "labelling");

            migrationBuilder.DropIndex(
                name: "IX_LabelEvent_ById",
                schema: "labelling",
                table: "LabelEvent");

            migrationBuilder.DropColumn(
                name: "PublishedById",
                schema: "labelling",
                table: "ReminderRules");

            migrationBuilder.DropColumn(
                name: "ById",
                schema: "labelling",
                table: "LabelEvent");
        }
    }
}
