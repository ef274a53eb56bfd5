using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.SqlServer.Labelling
{
    /// <inheritdoc />
    public partial class Assessment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CompletionRequest",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AskedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TimeAskedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TimeReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    IsTimeGranted = table.Column<bool>(type: "bit", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AnsweredById = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompletionRequest", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CompletionRequest_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "labelling",
                        principalTable: "LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ExternalOpinion",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Question = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AskedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExternalOpinion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExternalOpinion_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "labelling",
                        principalTable: "LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FileMessage",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsFromEpn = table.Column<bool>(type: "bit", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    ReadAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileMessage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FileMessage_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "labelling",
                        principalTable: "LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Holiday",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    IsWorked = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holiday", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SiteVisit",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    Preparation = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    EpnWords = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    StartsAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CancelReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Present = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Report = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReportedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ReportedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteVisit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SiteVisit_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "labelling",
                        principalTable: "LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "AnswerSnapshot",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RequestId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CriterionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SelfScore = table.Column<int>(type: "int", nullable: true),
                    IsNotApplicable = table.Column<bool>(type: "bit", nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Proofs = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerSnapshot", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnswerSnapshot_CompletionRequest_RequestId",
                        column: x => x.RequestId,
                        principalSchema: "labelling",
                        principalTable: "CompletionRequest",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AnswerSnapshot_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalSchema: "labelling",
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MissingItem",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RequestId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    CriterionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    What = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Reply = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MissingItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MissingItem_CompletionRequest_RequestId",
                        column: x => x.RequestId,
                        principalSchema: "labelling",
                        principalTable: "CompletionRequest",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MissingItem_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalSchema: "labelling",
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VisitFinding",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VisitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CriterionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitFinding", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitFinding_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalSchema: "labelling",
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VisitFinding_SiteVisit_VisitId",
                        column: x => x.VisitId,
                        principalSchema: "labelling",
                        principalTable: "SiteVisit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VisitSlot",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VisitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitSlot", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitSlot_SiteVisit_VisitId",
                        column: x => x.VisitId,
                        principalSchema: "labelling",
                        principalTable: "SiteVisit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AnswerSnapshot_CriterionId",
                schema: "labelling",
                table: "AnswerSnapshot",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerSnapshot_RequestId_CriterionId",
                schema: "labelling",
                table: "AnswerSnapshot",
                columns: new[] { "RequestId", "CriterionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CompletionRequest_ApplicationId_Number",
                schema: "labelling",
                table: "CompletionRequest",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExternalOpinion_ApplicationId",
                schema: "labelling",
                table: "ExternalOpinion",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_FileMessage_ApplicationId_At",
                schema: "labelling",
                table: "FileMessage",
                columns: new[] { "ApplicationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Holiday_On",
                schema: "labelling",
                table: "Holiday",
                column: "On",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MissingItem_CriterionId",
                schema: "labelling",
                table: "MissingItem",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_MissingItem_RequestId",
                schema: "labelling",
                table: "MissingItem",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteVisit_ApplicationId",
                schema: "labelling",
                table: "SiteVisit",
                column: "ApplicationId",
                unique: true,
                filter: "Status < 3");

            migrationBuilder.CreateIndex(
                name: "IX_VisitFinding_CriterionId",
                schema: "labelling",
                table: "VisitFinding",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitFinding_VisitId_CriterionId",
                schema: "labelling",
                table: "VisitFinding",
                columns: new[] { "VisitId", "CriterionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VisitSlot_VisitId",
                schema: "labelling",
                table: "VisitSlot",
                column: "VisitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnswerSnapshot",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "ExternalOpinion",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "FileMessage",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Holiday",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "MissingItem",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "StaffMember",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "VisitFinding",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "VisitSlot",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "CompletionRequest",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "SiteVisit",
                schema: "labelling");
        }
    }
}
