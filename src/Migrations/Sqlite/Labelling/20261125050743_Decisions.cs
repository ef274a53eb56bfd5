using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Labelling
{
    /// <inheritdoc />
    public partial class Decisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AppealText",
                table: "labelling_ProcedureRules",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "labelling_CommitteeSession",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RemoteLink = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    QuorumPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    PlannedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    PlannedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConvenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ClosedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Remarks = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_CommitteeSession", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "labelling_Condition",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LabelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpectedProof = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    AnsweredById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ProposedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProposalAnswerableIds = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LiftedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    LiftedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_Condition", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_Condition_labelling_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "labelling_Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_Condition_labelling_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "labelling_Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_Condition_labelling_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "labelling_LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_labelling_Condition_labelling_Label_LabelId",
                        column: x => x.LabelId,
                        principalTable: "labelling_Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "labelling_StaffMember",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    IsAdministrator = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsAgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsCommittee = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_StaffMember", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "labelling_CommitteeItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Motion = table.Column<int>(type: "INTEGER", nullable: false),
                    Opinion = table.Column<int>(type: "INTEGER", nullable: true),
                    IsTie = table.Column<bool>(type: "INTEGER", nullable: false),
                    ForCount = table.Column<int>(type: "INTEGER", nullable: false),
                    AgainstCount = table.Column<int>(type: "INTEGER", nullable: false),
                    AbstainedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_CommitteeItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_CommitteeItem_labelling_CommitteeSession_SessionId",
                        column: x => x.SessionId,
                        principalTable: "labelling_CommitteeSession",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_labelling_CommitteeItem_labelling_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "labelling_LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "labelling_CommitteeSeat",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    IsPresent = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_CommitteeSeat", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_CommitteeSeat_labelling_CommitteeSession_SessionId",
                        column: x => x.SessionId,
                        principalTable: "labelling_CommitteeSession",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "labelling_CommitteeVote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeatId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Choice = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    EnteredById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_CommitteeVote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_CommitteeVote_labelling_CommitteeItem_ItemId",
                        column: x => x.ItemId,
                        principalTable: "labelling_CommitteeItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_labelling_CommitteeVote_labelling_CommitteeSeat_SeatId",
                        column: x => x.SeatId,
                        principalTable: "labelling_CommitteeSeat",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "labelling_Recusal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeatId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_Recusal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_Recusal_labelling_CommitteeItem_ItemId",
                        column: x => x.ItemId,
                        principalTable: "labelling_CommitteeItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_labelling_Recusal_labelling_CommitteeSeat_SeatId",
                        column: x => x.SeatId,
                        principalTable: "labelling_CommitteeSeat",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.UpdateData(
                table: "labelling_ProcedureRules",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8000-000000000002"),
                column: "AppealText",
                value: "Texte proposé, à valider par le service juridique. Vous pouvez demander à l’autorité qui a pris cette décision de la revoir (recours gracieux), ou la contester devant le tribunal administratif de Nouvelle-Calédonie, dans les deux mois qui suivent sa notification.");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_CommitteeItem_ApplicationId",
                table: "labelling_CommitteeItem",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_CommitteeItem_SessionId_ApplicationId",
                table: "labelling_CommitteeItem",
                columns: new[] { "SessionId", "ApplicationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_CommitteeSeat_AccountId",
                table: "labelling_CommitteeSeat",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_CommitteeSeat_SessionId_AccountId",
                table: "labelling_CommitteeSeat",
                columns: new[] { "SessionId", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_CommitteeSession_HeldAt",
                table: "labelling_CommitteeSession",
                column: "HeldAt");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_CommitteeVote_ItemId_SeatId",
                table: "labelling_CommitteeVote",
                columns: new[] { "ItemId", "SeatId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_CommitteeVote_SeatId",
                table: "labelling_CommitteeVote",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Condition_ApplicationId",
                table: "labelling_Condition",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Condition_CriterionId",
                table: "labelling_Condition",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Condition_EvidenceId",
                table: "labelling_Condition",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Condition_LabelId_LiftedAt",
                table: "labelling_Condition",
                columns: new[] { "LabelId", "LiftedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Recusal_ItemId_SeatId",
                table: "labelling_Recusal",
                columns: new[] { "ItemId", "SeatId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Recusal_SeatId",
                table: "labelling_Recusal",
                column: "SeatId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "labelling_CommitteeVote");

            migrationBuilder.DropTable(
                name: "labelling_Condition");

            migrationBuilder.DropTable(
                name: "labelling_Recusal");

            migrationBuilder.DropTable(
                name: "labelling_StaffMember");

            migrationBuilder.DropTable(
                name: "labelling_CommitteeItem");

            migrationBuilder.DropTable(
                name: "labelling_CommitteeSeat");

            migrationBuilder.DropTable(
                name: "labelling_CommitteeSession");

            migrationBuilder.DropColumn(
                name: "AppealText",
                table: "labelling_ProcedureRules");
        }
    }
}
