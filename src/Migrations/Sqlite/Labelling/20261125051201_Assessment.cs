using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Labelling
{
    /// <inheritdoc />
    public partial class Assessment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "labelling_CompletionRequest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    TimeAskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TimeReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    IsTimeGranted = table.Column<bool>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    AnsweredById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_CompletionRequest", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_CompletionRequest_labelling_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "labelling_LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "labelling_ExternalOpinion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_ExternalOpinion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_ExternalOpinion_labelling_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "labelling_LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "labelling_FileMessage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsFromEpn = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_FileMessage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_FileMessage_labelling_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "labelling_LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "labelling_Holiday",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    IsWorked = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_Holiday", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "labelling_SiteVisit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Preparation = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    EpnWords = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Present = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Report = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReportedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ReportedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_SiteVisit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_SiteVisit_labelling_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "labelling_LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "labelling_AnswerSnapshot",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SelfScore = table.Column<int>(type: "INTEGER", nullable: true),
                    IsNotApplicable = table.Column<bool>(type: "INTEGER", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Proofs = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_AnswerSnapshot", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_AnswerSnapshot_labelling_CompletionRequest_RequestId",
                        column: x => x.RequestId,
                        principalTable: "labelling_CompletionRequest",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_labelling_AnswerSnapshot_labelling_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "labelling_Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "labelling_MissingItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    What = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Reply = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_MissingItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_MissingItem_labelling_CompletionRequest_RequestId",
                        column: x => x.RequestId,
                        principalTable: "labelling_CompletionRequest",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_labelling_MissingItem_labelling_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "labelling_Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "labelling_VisitFinding",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_VisitFinding", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_VisitFinding_labelling_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "labelling_Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_VisitFinding_labelling_SiteVisit_VisitId",
                        column: x => x.VisitId,
                        principalTable: "labelling_SiteVisit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "labelling_VisitSlot",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_VisitSlot", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_VisitSlot_labelling_SiteVisit_VisitId",
                        column: x => x.VisitId,
                        principalTable: "labelling_SiteVisit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_AnswerSnapshot_CriterionId",
                table: "labelling_AnswerSnapshot",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_AnswerSnapshot_RequestId_CriterionId",
                table: "labelling_AnswerSnapshot",
                columns: new[] { "RequestId", "CriterionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_CompletionRequest_ApplicationId_Number",
                table: "labelling_CompletionRequest",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_ExternalOpinion_ApplicationId",
                table: "labelling_ExternalOpinion",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_FileMessage_ApplicationId_At",
                table: "labelling_FileMessage",
                columns: new[] { "ApplicationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Holiday_On",
                table: "labelling_Holiday",
                column: "On",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_MissingItem_CriterionId",
                table: "labelling_MissingItem",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_MissingItem_RequestId",
                table: "labelling_MissingItem",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_SiteVisit_ApplicationId",
                table: "labelling_SiteVisit",
                column: "ApplicationId",
                unique: true,
                filter: "Status < 3");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_VisitFinding_CriterionId",
                table: "labelling_VisitFinding",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_VisitFinding_VisitId_CriterionId",
                table: "labelling_VisitFinding",
                columns: new[] { "VisitId", "CriterionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_VisitSlot_VisitId",
                table: "labelling_VisitSlot",
                column: "VisitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "labelling_AnswerSnapshot");

            migrationBuilder.DropTable(
                name: "labelling_ExternalOpinion");

            migrationBuilder.DropTable(
                name: "labelling_FileMessage");

            migrationBuilder.DropTable(
                name: "labelling_Holiday");

            migrationBuilder.DropTable(
                name: "labelling_MissingItem");

            migrationBuilder.DropTable(
                name: "labelling_StaffMember");

            migrationBuilder.DropTable(
                name: "labelling_VisitFinding");

            migrationBuilder.DropTable(
                name: "labelling_VisitSlot");

            migrationBuilder.DropTable(
                name: "labelling_CompletionRequest");

            migrationBuilder.DropTable(
                name: "labelling_SiteVisit");
        }
    }
}
