using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.SqlServer.Labelling
{
    /// <inheritdoc />
    public partial class Decisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AppealText",
                schema: "labelling",
                table: "ProcedureRules",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "CommitteeSession",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HeldAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    RemoteLink = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    QuorumPercent = table.Column<int>(type: "int", nullable: false),
                    PlannedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PlannedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ConvenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ClosedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Remarks = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitteeSession", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Condition",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LabelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CriterionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    What = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpectedProof = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    EvidenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AnsweredById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Remark = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ProposedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ProposedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ProposalAnswerableIds = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LiftedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    LiftedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Condition", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Condition_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalSchema: "labelling",
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Condition_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalSchema: "labelling",
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Condition_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "labelling",
                        principalTable: "LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Condition_Label_LabelId",
                        column: x => x.LabelId,
                        principalSchema: "labelling",
                        principalTable: "Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StaffMember",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    IsAdministrator = table.Column<bool>(type: "bit", nullable: false),
                    IsAgent = table.Column<bool>(type: "bit", nullable: false),
                    IsCommittee = table.Column<bool>(type: "bit", nullable: false),
                    IsOpen = table.Column<bool>(type: "bit", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffMember", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommitteeItem",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SessionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Motion = table.Column<int>(type: "int", nullable: false),
                    Opinion = table.Column<int>(type: "int", nullable: true),
                    IsTie = table.Column<bool>(type: "bit", nullable: false),
                    ForCount = table.Column<int>(type: "int", nullable: false),
                    AgainstCount = table.Column<int>(type: "int", nullable: false),
                    AbstainedCount = table.Column<int>(type: "int", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RecordedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    RecordedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitteeItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommitteeItem_CommitteeSession_SessionId",
                        column: x => x.SessionId,
                        principalSchema: "labelling",
                        principalTable: "CommitteeSession",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CommitteeItem_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "labelling",
                        principalTable: "LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommitteeSeat",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SessionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    IsPresent = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitteeSeat", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommitteeSeat_CommitteeSession_SessionId",
                        column: x => x.SessionId,
                        principalSchema: "labelling",
                        principalTable: "CommitteeSession",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommitteeVote",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Choice = table.Column<int>(type: "int", nullable: false),
                    EnteredBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    EnteredById = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitteeVote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommitteeVote_CommitteeItem_ItemId",
                        column: x => x.ItemId,
                        principalSchema: "labelling",
                        principalTable: "CommitteeItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CommitteeVote_CommitteeSeat_SeatId",
                        column: x => x.SeatId,
                        principalSchema: "labelling",
                        principalTable: "CommitteeSeat",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Recusal",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recusal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recusal_CommitteeItem_ItemId",
                        column: x => x.ItemId,
                        principalSchema: "labelling",
                        principalTable: "CommitteeItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Recusal_CommitteeSeat_SeatId",
                        column: x => x.SeatId,
                        principalSchema: "labelling",
                        principalTable: "CommitteeSeat",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.UpdateData(
                schema: "labelling",
                table: "ProcedureRules",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8000-000000000002"),
                column: "AppealText",
                value: "Texte proposé, à valider par le service juridique. Vous pouvez demander à l’autorité qui a pris cette décision de la revoir (recours gracieux), ou la contester devant le tribunal administratif de Nouvelle-Calédonie, dans les deux mois qui suivent sa notification.");

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeItem_ApplicationId",
                schema: "labelling",
                table: "CommitteeItem",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeItem_SessionId_ApplicationId",
                schema: "labelling",
                table: "CommitteeItem",
                columns: new[] { "SessionId", "ApplicationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeSeat_AccountId",
                schema: "labelling",
                table: "CommitteeSeat",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeSeat_SessionId_AccountId",
                schema: "labelling",
                table: "CommitteeSeat",
                columns: new[] { "SessionId", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeSession_HeldAt",
                schema: "labelling",
                table: "CommitteeSession",
                column: "HeldAt");

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeVote_ItemId_SeatId",
                schema: "labelling",
                table: "CommitteeVote",
                columns: new[] { "ItemId", "SeatId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeVote_SeatId",
                schema: "labelling",
                table: "CommitteeVote",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_Condition_ApplicationId",
                schema: "labelling",
                table: "Condition",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Condition_CriterionId",
                schema: "labelling",
                table: "Condition",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_Condition_EvidenceId",
                schema: "labelling",
                table: "Condition",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Condition_LabelId_LiftedAt",
                schema: "labelling",
                table: "Condition",
                columns: new[] { "LabelId", "LiftedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Recusal_ItemId_SeatId",
                schema: "labelling",
                table: "Recusal",
                columns: new[] { "ItemId", "SeatId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recusal_SeatId",
                schema: "labelling",
                table: "Recusal",
                column: "SeatId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CommitteeVote",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Condition",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Recusal",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "StaffMember",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "CommitteeItem",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "CommitteeSeat",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "CommitteeSession",
                schema: "labelling");

            migrationBuilder.DropColumn(
                name: "AppealText",
                schema: "labelling",
                table: "ProcedureRules");
        }
    }
}
