using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Labelling
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PublishedById",
                table: "labelling_ReminderRules",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ById",
                table: "labelling_LabelEvent",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "labelling_ConflictOfInterest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    EpnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_ConflictOfInterest", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_ConflictOfInterest_labelling_Epn_EpnId",
                        column: x => x.EpnId,
                        principalTable: "labelling_Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "labelling_Proposal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LabelId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActPath = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ProposedByEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    ProposedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnswerableIds = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsAccepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DecisionReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_Proposal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_Proposal_labelling_Epn_EpnId",
                        column: x => x.EpnId,
                        principalTable: "labelling_Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_Proposal_labelling_Label_LabelId",
                        column: x => x.LabelId,
                        principalTable: "labelling_Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.UpdateData(
                table: "labelling_ReminderRules",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8000-000000000001"),
                column: "PublishedById",
                value: null);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_LabelEvent_ById",
                table: "labelling_LabelEvent",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_ConflictOfInterest_AccountId_EpnId",
                table: "labelling_ConflictOfInterest",
                columns: new[] { "AccountId", "EpnId" },
                unique: true,
                filter: "EndedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_ConflictOfInterest_EpnId",
                table: "labelling_ConflictOfInterest",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Proposal_EpnId",
                table: "labelling_Proposal",
                column: "EpnId",
                unique: true,
                filter: "DecidedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Proposal_LabelId",
                table: "labelling_Proposal",
                column: "LabelId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "labelling_ConflictOfInterest");

            migrationBuilder.DropTable(
                name: "labelling_Proposal");

            migrationBuilder.DropIndex(
                name: "IX_labelling_LabelEvent_ById",
                table: "labelling_LabelEvent");

            migrationBuilder.DropColumn(
                name: "PublishedById",
                table: "labelling_ReminderRules");

            migrationBuilder.DropColumn(
                name: "ById",
                table: "labelling_LabelEvent");
        }
    }
}
