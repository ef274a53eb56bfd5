using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CaseNumerique.Migrations.SqlServer.Labelling
{
    /// <inheritdoc />
    public partial class Applications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Charter",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(3900)", maxLength: 3900, nullable: false),
                    Notice = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Status = table.Column<int>(type: "int", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CreatedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PublishedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PublishedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PublicationReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Charter", x => x.Id);
                });

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
                name: "CriteriaSet",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Notice = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Status = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CreatedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PublishedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PublishedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PublicationReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    HoldsUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    OverallPercent = table.Column<int>(type: "int", nullable: false),
                    ChapterPercent = table.Column<int>(type: "int", nullable: false),
                    MaxConditions = table.Column<int>(type: "int", nullable: false),
                    ConditionMonths = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CriteriaSet", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeadlineMilestone",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RulesId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    DaysBefore = table.Column<int>(type: "int", nullable: false),
                    IsEnabled = table.Column<bool>(type: "bit", nullable: false),
                    Recipients = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineMilestone", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeadlineMilestone_ReminderRules_RulesId",
                        column: x => x.RulesId,
                        principalSchema: "labelling",
                        principalTable: "ReminderRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeadlineReminder",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Path = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DaysBefore = table.Column<int>(type: "int", nullable: false),
                    RecipientKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RecipientRole = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    RecipientName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Address = table.Column<string>(type: "nvarchar(320)", maxLength: 320, nullable: true),
                    Phone = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    TakenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RulesNumber = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    MailKey = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    MailId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineReminder", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evidence",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EpnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Link = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AddedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AddedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RetiredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReplacesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evidence_Epn_EpnId",
                        column: x => x.EpnId,
                        principalSchema: "labelling",
                        principalTable: "Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "ProcedureRules",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PublishedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PublishedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    CompletionDays = table.Column<int>(type: "int", nullable: false),
                    LapseDays = table.Column<int>(type: "int", nullable: false),
                    AssessmentWorkingDays = table.Column<int>(type: "int", nullable: false),
                    HasCommittee = table.Column<bool>(type: "bit", nullable: false),
                    QuorumPercent = table.Column<int>(type: "int", nullable: false),
                    RenewalOpensDays = table.Column<int>(type: "int", nullable: false),
                    ContinuityMonths = table.Column<int>(type: "int", nullable: false),
                    NoticeDays = table.Column<int>(type: "int", nullable: false),
                    SuspensionMonths = table.Column<int>(type: "int", nullable: false),
                    ClosureDays = table.Column<int>(type: "int", nullable: false),
                    ReapplyMonths = table.Column<int>(type: "int", nullable: false),
                    AppealText = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    TransitionDays = table.Column<int>(type: "int", nullable: false),
                    PreDiagnosticDays = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcedureRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProvenFact",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EpnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Fact = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SourceId = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Url = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    OccurredOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProvenFact", x => x.Id);
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
                name: "Chapter",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CriteriaSetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Chapter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Chapter_CriteriaSet_CriteriaSetId",
                        column: x => x.CriteriaSetId,
                        principalSchema: "labelling",
                        principalTable: "CriteriaSet",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LabelApplication",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    EpnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    RenewsLabelId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CopiedFromId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CriteriaSetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Context = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    ReturnsTo = table.Column<int>(type: "int", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    StartedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OperatorName = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true),
                    Ridet = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    RidetWaiver = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Project = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    CharterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CharterSignedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    CharterFunction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    CharterSignedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CharterSignedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SubmittedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    SubmittedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Seal = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    AssessorName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AssessorEmail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    AssessorId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AdmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OpinionDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CompletionDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsCompletionExtended = table.Column<bool>(type: "bit", nullable: false),
                    Opinion = table.Column<int>(type: "int", nullable: true),
                    OpinionReasons = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    OpinionAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OpinionBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    OpinionById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OpinionAnswerableIds = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DecisionReasons = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    ActNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    ActOn = table.Column<DateOnly>(type: "date", nullable: true),
                    GrantedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    GrantedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    DecidedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    GrantedLabelId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LabelApplication", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LabelApplication_Charter_CharterId",
                        column: x => x.CharterId,
                        principalSchema: "labelling",
                        principalTable: "Charter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LabelApplication_CriteriaSet_CriteriaSetId",
                        column: x => x.CriteriaSetId,
                        principalSchema: "labelling",
                        principalTable: "CriteriaSet",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LabelApplication_Epn_EpnId",
                        column: x => x.EpnId,
                        principalSchema: "labelling",
                        principalTable: "Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LabelApplication_Label_GrantedLabelId",
                        column: x => x.GrantedLabelId,
                        principalSchema: "labelling",
                        principalTable: "Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LabelApplication_Label_RenewsLabelId",
                        column: x => x.RenewsLabelId,
                        principalSchema: "labelling",
                        principalTable: "Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "EpnReply",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EpnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    EvidenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SentBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SentById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Remark = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EpnReply", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EpnReply_Epn_EpnId",
                        column: x => x.EpnId,
                        principalSchema: "labelling",
                        principalTable: "Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EpnReply_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalSchema: "labelling",
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Criterion",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChapterId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Help = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Weight = table.Column<int>(type: "int", nullable: false),
                    IsNotApplicableAllowed = table.Column<bool>(type: "bit", nullable: false),
                    UrbanThreshold = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    RuralThreshold = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    RemoteThreshold = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ItinerantThreshold = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ExpectedProof = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ProvenBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Origin = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Criterion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Criterion_Chapter_ChapterId",
                        column: x => x.ChapterId,
                        principalSchema: "labelling",
                        principalTable: "Chapter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationEvent",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Move = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsInternal = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationEvent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationEvent_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "labelling",
                        principalTable: "LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "FiledVersion",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    FiledAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Json = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Seal = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FiledVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FiledVersion_LabelApplication_ApplicationId",
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
                name: "Answer",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CriterionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SelfScore = table.Column<int>(type: "int", nullable: true),
                    IsNotApplicable = table.Column<bool>(type: "bit", nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AnsweredById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsStillTrue = table.Column<bool>(type: "bit", nullable: false),
                    AssessorScore = table.Column<int>(type: "int", nullable: true),
                    IsNotApplicableToAssessor = table.Column<bool>(type: "bit", nullable: false),
                    AssessorComment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ScoredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ScoredBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ScoredById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Answer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Answer_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalSchema: "labelling",
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Answer_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "labelling",
                        principalTable: "LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "FindingRevision",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VisitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CriterionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    IsKept = table.Column<bool>(type: "bit", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Score = table.Column<int>(type: "int", nullable: true),
                    IsNotApplicable = table.Column<bool>(type: "bit", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClientKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingRevision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FindingRevision_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalSchema: "labelling",
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FindingRevision_SiteVisit_VisitId",
                        column: x => x.VisitId,
                        principalSchema: "labelling",
                        principalTable: "SiteVisit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VisitFinding",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VisitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CriterionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Score = table.Column<int>(type: "int", nullable: true),
                    IsNotApplicable = table.Column<bool>(type: "bit", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ChangedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ChangedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                name: "VisitPhoto",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VisitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CriterionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitPhoto", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitPhoto_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalSchema: "labelling",
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VisitPhoto_SiteVisit_VisitId",
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

            migrationBuilder.CreateTable(
                name: "EvidenceUse",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AnswerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EvidenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceUse", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceUse_Answer_AnswerId",
                        column: x => x.AnswerId,
                        principalSchema: "labelling",
                        principalTable: "Answer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EvidenceUse_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalSchema: "labelling",
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                schema: "labelling",
                table: "Charter",
                columns: new[] { "Id", "CreatedAt", "CreatedBy", "CreatedById", "Notice", "Number", "PublicationReason", "PublishedAt", "PublishedBy", "PublishedById", "StartsOn", "Status", "Text", "Version" },
                values: new object[] { new Guid("01990000-0000-7000-8002-000000000001"), new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, "Texte proposé : ÉcoNum y met sa propre charte.", 1, null, new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, new DateOnly(2016, 1, 1), 1, "L’espace accueille tous les publics, sans condition d’adhésion ni distinction.\nL’accès à Internet et les ateliers d’initiation sont gratuits. Les autres tarifs sont affichés.\nUne personne formée accueille, accompagne et anime aux heures annoncées.\nLes démarches et les données des personnes restent confidentielles. Rien n’est gardé sans leur accord.\nL’espace protège les mineurs et veille à la sécurité du public.\nL’équipe prend part au réseau : rencontres, entraide, ateliers partagés.\nL’espace tient ses horaires à jour sur le portail, et transmet ses chiffres et son bilan.\nLe nom et le logo Case numérique ne servent que pendant la validité du label, et pour cet espace.\nLe gestionnaire prévient ÉcoNum de tout changement : fermeture, départ de l’animateur, déménagement.", 0 });

            migrationBuilder.InsertData(
                schema: "labelling",
                table: "CriteriaSet",
                columns: new[] { "Id", "ChapterPercent", "ConditionMonths", "CreatedAt", "CreatedBy", "CreatedById", "HoldsUntil", "MaxConditions", "Notice", "Number", "OverallPercent", "PublicationReason", "PublishedAt", "PublishedBy", "PublishedById", "Status", "Title", "Version" },
                values: new object[] { new Guid("01990000-0000-7000-8001-0000000000ff"), 50, 6, new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, null, 3, "Proposition : seuls six critères du label sont publics (marqués « NC »). ÉcoNum y met ses propres critères, seuils et poids.", 1, 60, null, new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, 1, "Référentiel proposé", 0 });

            migrationBuilder.InsertData(
                schema: "labelling",
                table: "DeadlineMilestone",
                columns: new[] { "Id", "DaysBefore", "IsEnabled", "Kind", "Recipients", "RulesId" },
                values: new object[,]
                {
                    { new Guid("01990000-0000-7000-8000-000000000301"), 7, true, 0, 1, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000302"), 1, true, 0, 1, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000303"), 7, true, 1, 4, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000304"), -1, true, 1, 12, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000305"), 30, true, 2, 1, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000306"), 7, true, 2, 1, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000307"), -1, true, 2, 9, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000308"), 7, true, 3, 1, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000309"), 1, true, 3, 1, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000310"), 7, true, 4, 5, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000311"), 1, true, 4, 5, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000312"), 15, true, 5, 16, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000313"), 2, true, 5, 16, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000314"), 7, true, 6, 32, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000315"), 1, true, 6, 32, new Guid("01990000-0000-7000-8000-000000000001") }
                });

            migrationBuilder.InsertData(
                schema: "labelling",
                table: "ProcedureRules",
                columns: new[] { "Id", "AppealText", "AssessmentWorkingDays", "ClosureDays", "CompletionDays", "ContinuityMonths", "HasCommittee", "LapseDays", "NoticeDays", "Number", "PreDiagnosticDays", "PublishedAt", "PublishedBy", "PublishedById", "QuorumPercent", "ReapplyMonths", "Reason", "RenewalOpensDays", "SuspensionMonths", "TransitionDays" },
                values: new object[] { new Guid("01990000-0000-7000-8000-000000000002"), "Texte proposé, à valider par le service juridique. Vous pouvez demander à l’autorité qui a pris cette décision de la revoir (recours gracieux), ou la contester devant le tribunal administratif de Nouvelle-Calédonie, dans les deux mois qui suivent sa notification.", 90, 60, 30, 6, true, 15, 30, 1, 90, new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, 50, 12, "Première version, proposée : ÉcoNum y met ses propres règles.", 180, 6, 90 });

            migrationBuilder.InsertData(
                schema: "labelling",
                table: "Chapter",
                columns: new[] { "Id", "Code", "CriteriaSetId", "Position", "Title" },
                values: new object[,]
                {
                    { new Guid("01990000-0000-7000-8001-000000010100"), "A", new Guid("01990000-0000-7000-8001-0000000000ff"), 1, "Portage et pérennité" },
                    { new Guid("01990000-0000-7000-8001-000000010200"), "B", new Guid("01990000-0000-7000-8001-0000000000ff"), 2, "Accueil du public" },
                    { new Guid("01990000-0000-7000-8001-000000010300"), "C", new Guid("01990000-0000-7000-8001-0000000000ff"), 3, "Animation" },
                    { new Guid("01990000-0000-7000-8001-000000010400"), "D", new Guid("01990000-0000-7000-8001-0000000000ff"), 4, "Offre" },
                    { new Guid("01990000-0000-7000-8001-000000010500"), "E", new Guid("01990000-0000-7000-8001-0000000000ff"), 5, "Matériel et connexion" },
                    { new Guid("01990000-0000-7000-8001-000000010600"), "F", new Guid("01990000-0000-7000-8001-0000000000ff"), 6, "Accessibilité et inclusion" },
                    { new Guid("01990000-0000-7000-8001-000000010700"), "G", new Guid("01990000-0000-7000-8001-0000000000ff"), 7, "Confiance" },
                    { new Guid("01990000-0000-7000-8001-000000010800"), "H", new Guid("01990000-0000-7000-8001-0000000000ff"), 8, "Réseau et évaluation" }
                });

            migrationBuilder.InsertData(
                schema: "labelling",
                table: "Criterion",
                columns: new[] { "Id", "ChapterId", "Code", "ExpectedProof", "Help", "IsNotApplicableAllowed", "ItinerantThreshold", "Kind", "Origin", "Position", "ProvenBy", "RemoteThreshold", "RuralThreshold", "Title", "UrbanThreshold", "Weight" },
                values: new object[,]
                {
                    { new Guid("01990000-0000-7000-8001-000000020101"), new Guid("01990000-0000-7000-8001-000000010100"), "A1", "Avis RIDET, statuts ou récépissé", "Le gestionnaire est la structure qui répond de l’espace. Le RIDET est son numéro à l’ISEE.", false, "RIDET en cours, avec les statuts ou la délibération", 0, "NC", 1, null, "RIDET en cours, avec les statuts ou la délibération", "RIDET en cours, avec les statuts ou la délibération", "Gestionnaire identifié : collectivité, établissement public ou association", "RIDET en cours, avec les statuts ou la délibération", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020102"), new Guid("01990000-0000-7000-8001-000000010100"), "A2", "Charte signée", "La charte se signe à la dernière étape de la demande.", false, "Charte en vigueur signée", 0, "NC, France 2001", 2, "charter-signed", "Charte en vigueur signée", "Charte en vigueur signée", "Engagement du gestionnaire", "Charte en vigueur signée", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020103"), new Guid("01990000-0000-7000-8001-000000010100"), "A3", "Budget en francs CFP, lettres de cofinancement", "Montrez que l’espace et son animation sont financés pendant trois ans.", false, "Budget prévisionnel sur trois ans, animation financée", 0, "NC, Wallonie", 3, null, "Budget prévisionnel sur trois ans, animation financée", "Budget prévisionnel sur trois ans, animation financée", "Plan de pérennité sur la durée du label", "Budget prévisionnel sur trois ans, animation financée", 3 },
                    { new Guid("01990000-0000-7000-8001-000000020104"), new Guid("01990000-0000-7000-8001-000000010100"), "A4", "Bail ou convention, attestation d’assurance", null, false, "Titre d’occupation et assurance responsabilité civile en cours", 0, "Proposé", 4, null, "Titre d’occupation et assurance responsabilité civile en cours", "Titre d’occupation et assurance responsabilité civile en cours", "Occupation des locaux et assurance", "Titre d’occupation et assurance responsabilité civile en cours", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020105"), new Guid("01990000-0000-7000-8001-000000010100"), "A5", "Planning, bilan", null, true, "Six mois d’ouverture au moins", 1, "Proposé", 5, null, "Six mois d’ouverture au moins", "Six mois d’ouverture au moins", "Ancienneté d’activité", "Six mois d’ouverture au moins", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020201"), new Guid("01990000-0000-7000-8001-000000010200"), "B1", "Horaires publiés", "Comptez toutes les heures où le public peut entrer, une semaine ordinaire.", false, "8 heures par semaine", 0, "Wallonie, Bruxelles, France Services", 1, null, "12 heures par semaine", "16 heures par semaine", "Ouverture hebdomadaire", "20 heures par semaine", 3 },
                    { new Guid("01990000-0000-7000-8001-000000020202"), new Guid("01990000-0000-7000-8001-000000010200"), "B2", "Planning", "Chacun vient avec sa question, une personne est là pour aider.", false, "3 heures par semaine", 0, "Wallonie", 2, null, "4 heures par semaine", "6 heures par semaine", "Accès libre accompagné", "6 heures par semaine", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020203"), new Guid("01990000-0000-7000-8001-000000010200"), "B3", "Planning", null, false, "3 heures par semaine", 0, "Wallonie", 3, null, "4 heures par semaine", "6 heures par semaine", "Ateliers et formations", "6 heures par semaine", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020204"), new Guid("01990000-0000-7000-8001-000000010200"), "B4", "Règlement intérieur", null, false, "Aucune exclusion", 0, "NC, Bruxelles", 4, null, "Aucune exclusion", "Aucune exclusion", "Ouvert à tous, sans condition d’adhésion", "Aucune exclusion", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020205"), new Guid("01990000-0000-7000-8001-000000010200"), "B5", "Tarifs affichés", null, false, "Accès et initiation gratuits, tarif d’impression affiché", 0, "NC", 5, null, "Accès et initiation gratuits, tarif d’impression affiché", "Accès et initiation gratuits, tarif d’impression affiché", "Gratuité de l’accès et des ateliers d’initiation", "Accès et initiation gratuits, tarif d’impression affiché", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020206"), new Guid("01990000-0000-7000-8001-000000010200"), "B6", "Fiche du portail", "Le portail le constate quand vous modifiez la fiche de votre espace.", false, "Mis à jour depuis moins de six mois", 0, "Proposé", 6, "hours-confirmed", "Mis à jour depuis moins de six mois", "Mis à jour depuis moins de six mois", "Horaires, contact et fermetures à jour sur le portail", "Mis à jour depuis moins de six mois", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020207"), new Guid("01990000-0000-7000-8001-000000010200"), "B7", "Planning", null, false, "Une plage par semaine au moins", 1, "Proposé", 7, null, "Une plage par semaine au moins", "Une plage par semaine au moins", "Plages adaptées : soir, samedi, mercredi, déplacement en tribu", "Une plage par semaine au moins", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020301"), new Guid("01990000-0000-7000-8001-000000010300"), "C1", "Contrat ou fiche de poste", "Une personne dont c’est le métier dans l’espace, employée ou mise à disposition.", false, "Trois dixièmes de temps au moins", 0, "NC", 1, null, "Trois dixièmes de temps au moins", "Un mi-temps au moins", "Animateur numérique dédié", "Un mi-temps au moins", 4 },
                    { new Guid("01990000-0000-7000-8001-000000020302"), new Guid("01990000-0000-7000-8001-000000010300"), "C2", "CV, attestations", null, false, "Profil complété et plan de formation", 0, "France 2001, France Services", 2, null, "Profil complété et plan de formation", "Profil complété et plan de formation", "Compétences de l’animateur", "Profil complété et plan de formation", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020303"), new Guid("01990000-0000-7000-8001-000000010300"), "C3", "Émargement", null, true, "Une rencontre par an au moins", 0, "NC", 3, "gathering-attended", "Une rencontre par an au moins", "Une rencontre par an au moins", "Participation aux rencontres du réseau", "Une rencontre par an au moins", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020304"), new Guid("01990000-0000-7000-8001-000000010300"), "C4", "Organigramme", null, false, "Une personne suppléante est nommée", 1, "Proposé", 4, null, "Une personne suppléante est nommée", "Une personne suppléante est nommée", "Remplacement prévu", "Une personne suppléante est nommée", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020305"), new Guid("01990000-0000-7000-8001-000000010300"), "C5", "Portail", null, false, "Une relation active, comme mentor ou comme mentoré", 2, "NC", 5, "mentoring-active", "Une relation active, comme mentor ou comme mentoré", "Une relation active, comme mentor ou comme mentoré", "Implication dans le mentorat", "Une relation active, comme mentor ou comme mentoré", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020401"), new Guid("01990000-0000-7000-8001-000000010400"), "D1", "Fiches ou ateliers clés en main", null, false, "Quatre modules décrits au moins", 0, "NC", 1, null, "Quatre modules décrits au moins", "Quatre modules décrits au moins", "Modules de formation structurés", "Quatre modules décrits au moins", 3 },
                    { new Guid("01990000-0000-7000-8001-000000020402"), new Guid("01990000-0000-7000-8001-000000010400"), "D2", "Programme", null, false, "Un programme par trimestre au moins, publié", 0, "NC", 2, null, "Un programme par trimestre au moins, publié", "Un programme par trimestre au moins, publié", "Programme établi", "Un programme par trimestre au moins, publié", 3 },
                    { new Guid("01990000-0000-7000-8001-000000020403"), new Guid("01990000-0000-7000-8001-000000010400"), "D3", "Programme", "Par exemple sur service-public.nc, avec un compte NC Connect.", false, "Une permanence ou un atelier par mois au moins", 0, "NC", 3, null, "Une permanence ou un atelier par mois au moins", "Une permanence ou un atelier par mois au moins", "Accompagnement aux démarches en ligne", "Une permanence ou un atelier par mois au moins", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020404"), new Guid("01990000-0000-7000-8001-000000010400"), "D4", "Programme", null, false, "Un atelier par trimestre au moins", 1, "NC", 4, null, "Un atelier par trimestre au moins", "Un atelier par trimestre au moins", "Offre pour l’emploi et l’insertion", "Un atelier par trimestre au moins", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020405"), new Guid("01990000-0000-7000-8001-000000010400"), "D5", "Projet", "Par exemple les aînés, les jeunes, les habitants des tribus.", false, "Deux publics visés, avec des actions décrites", 1, "Numérique inclusif", 5, null, "Deux publics visés, avec des actions décrites", "Deux publics visés, avec des actions décrites", "Publics éloignés du numérique", "Deux publics visés, avec des actions décrites", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020406"), new Guid("01990000-0000-7000-8001-000000010400"), "D6", "Lien", null, false, "Une session ou une ressource à distance", 2, "NC", 6, null, "Une session ou une ressource à distance", "Une session ou une ressource à distance", "Formation à distance", "Une session ou une ressource à distance", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020407"), new Guid("01990000-0000-7000-8001-000000010400"), "D7", "Compte rendu", null, true, "Une campagne par an au moins", 1, "NC", 7, "campaign-joined", "Une campagne par an au moins", "Une campagne par an au moins", "Participation aux campagnes du réseau", "Une campagne par an au moins", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020501"), new Guid("01990000-0000-7000-8001-000000010500"), "E1", "Inventaire, photos", null, false, "3 postes", 0, "NC, Wallonie, Bruxelles", 1, null, "4 postes", "4 postes", "Postes en état pour le public", "6 postes", 3 },
                    { new Guid("01990000-0000-7000-8001-000000020502"), new Guid("01990000-0000-7000-8001-000000010500"), "E2", "Inventaire", "Le matériel reconditionné est accepté.", false, "Système suivi par son éditeur, postes de sept ans au plus", 0, "NC", 2, null, "Système suivi par son éditeur, postes de sept ans au plus", "Système suivi par son éditeur, postes de sept ans au plus", "Ancienneté et performances du matériel", "Système suivi par son éditeur, postes de sept ans au plus", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020503"), new Guid("01990000-0000-7000-8001-000000010500"), "E3", "Test de débit daté, contrat", "À défaut, la meilleure offre disponible sur place : dites-le dans le commentaire.", false, "4 Mbit/s en réception", 0, "NC", 3, null, "4 Mbit/s en réception", "8 Mbit/s en réception", "Connexion internet partagée", "20 Mbit/s en réception", 3 },
                    { new Guid("01990000-0000-7000-8001-000000020504"), new Guid("01990000-0000-7000-8001-000000010500"), "E4", "Déclaration", null, false, "Réseau Wi-Fi séparé", 1, "Proposé", 4, null, "Réseau Wi-Fi séparé", "Réseau Wi-Fi séparé", "Wi-Fi public séparé du réseau interne", "Réseau Wi-Fi séparé", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020505"), new Guid("01990000-0000-7000-8001-000000010500"), "E5", "Inventaire", null, false, "Un équipement", 1, "NC", 5, null, "Un équipement", "Un équipement", "Impression et numérisation", "Un équipement", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020506"), new Guid("01990000-0000-7000-8001-000000010500"), "E6", "Inventaire", "Vidéoprojecteur ou grand écran, tablettes, casques.", false, "Projection possible", 1, "Proposé", 6, null, "Projection possible", "Projection possible", "Matériel d’atelier", "Projection possible", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020507"), new Guid("01990000-0000-7000-8001-000000010500"), "E7", "Procédure", null, false, "Une personne désignée, sessions effacées après chaque usage", 0, "Proposé", 7, null, "Une personne désignée, sessions effacées après chaque usage", "Une personne désignée, sessions effacées après chaque usage", "Maintenance et nettoyage des sessions", "Une personne désignée, sessions effacées après chaque usage", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020601"), new Guid("01990000-0000-7000-8001-000000010600"), "F1", "Photos, attestation, plan d’actions", null, false, "Accès au local, ou solution de remplacement écrite", 0, "NC", 1, null, "Accès au local, ou solution de remplacement écrite", "Accès au local, ou solution de remplacement écrite", "Accueil des personnes en situation de handicap", "Accès au local, ou solution de remplacement écrite", 3 },
                    { new Guid("01990000-0000-7000-8001-000000020602"), new Guid("01990000-0000-7000-8001-000000010600"), "F2", "Photo ou capture d’écran", null, false, "Un poste réglé : zoom, lecteur d’écran ou clavier adapté", 0, "NC", 2, null, "Un poste réglé : zoom, lecteur d’écran ou clavier adapté", "Un poste réglé : zoom, lecteur d’écran ou clavier adapté", "Poste ou logiciel adapté", "Un poste réglé : zoom, lecteur d’écran ou clavier adapté", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020603"), new Guid("01990000-0000-7000-8001-000000010600"), "F3", "Projet", "Langues kanak, textes faciles à lire, aide à l’écriture.", false, "Une solution décrite", 1, "Proposé", 3, null, "Une solution décrite", "Une solution décrite", "Médiation linguistique et illettrisme", "Une solution décrite", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020701"), new Guid("01990000-0000-7000-8001-000000010700"), "G1", "Document", null, false, "Affichés, et signés pour les mineurs", 0, "Wallonie", 1, null, "Affichés, et signés pour les mineurs", "Affichés, et signés pour les mineurs", "Règlement intérieur et charte d’usage", "Affichés, et signés pour les mineurs", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020702"), new Guid("01990000-0000-7000-8001-000000010700"), "G2", "Registre, modèle de mandat", null, false, "Registre tenu, sessions effacées, mandat écrit pour faire à la place", 0, "France Services, proposé", 2, null, "Registre tenu, sessions effacées, mandat écrit pour faire à la place", "Registre tenu, sessions effacées, mandat écrit pour faire à la place", "Données personnelles", "Registre tenu, sessions effacées, mandat écrit pour faire à la place", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020703"), new Guid("01990000-0000-7000-8001-000000010700"), "G3", "Photo ou plan", null, false, "Un espace ou un créneau confidentiel", 0, "France Services", 3, null, "Un espace ou un créneau confidentiel", "Un espace ou un créneau confidentiel", "Confidentialité des accompagnements", "Un espace ou un créneau confidentiel", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020704"), new Guid("01990000-0000-7000-8001-000000010700"), "G4", "Documents", null, true, "Autorisation parentale, filtrage et consignes", 0, "Proposé", 4, null, "Autorisation parentale, filtrage et consignes", "Autorisation parentale, filtrage et consignes", "Protection des mineurs, sécurité du public", "Autorisation parentale, filtrage et consignes", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020801"), new Guid("01990000-0000-7000-8001-000000010800"), "H1", "Portail", "Sans objet pour un espace qui vient d’entrer dans le réseau.", true, "Dix mois sur douze au moins", 0, "Wallonie", 1, "figures-sent", "Dix mois sur douze au moins", "Dix mois sur douze au moins", "Chiffres de fréquentation transmis", "Dix mois sur douze au moins", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020802"), new Guid("01990000-0000-7000-8001-000000010800"), "H2", "Portail", "Sans objet pour un espace qui n’a pas encore une année d’activité.", true, "Transmis avant le 31 janvier", 0, "Wallonie", 2, "annual-report-sent", "Transmis avant le 31 janvier", "Transmis avant le 31 janvier", "Bilan annuel", "Transmis avant le 31 janvier", 2 },
                    { new Guid("01990000-0000-7000-8001-000000020803"), new Guid("01990000-0000-7000-8001-000000010800"), "H3", "Portail", null, false, "Un atelier publié ou un retour d’usage par an au moins", 1, "NC, Numérique inclusif", 3, "kit-shared", "Un atelier publié ou un retour d’usage par an au moins", "Un atelier publié ou un retour d’usage par an au moins", "Partage de ressources", "Un atelier publié ou un retour d’usage par an au moins", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020804"), new Guid("01990000-0000-7000-8001-000000010800"), "H4", "Photo", "Sans objet pour une première demande.", true, "Plaque visible deux mois après l’octroi au plus", 0, "Bruxelles", 4, null, "Plaque visible deux mois après l’octroi au plus", "Plaque visible deux mois après l’octroi au plus", "Visibilité du label", "Plaque visible deux mois après l’octroi au plus", 1 },
                    { new Guid("01990000-0000-7000-8001-000000020805"), new Guid("01990000-0000-7000-8001-000000010800"), "H5", "Portail", null, false, "Un projet sur la période", 2, "NC", 5, "joint-project", "Un projet sur la période", "Un projet sur la période", "Projet commun avec un autre espace", "Un projet sur la période", 1 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Answer_ApplicationId_CriterionId",
                schema: "labelling",
                table: "Answer",
                columns: new[] { "ApplicationId", "CriterionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Answer_CriterionId",
                schema: "labelling",
                table: "Answer",
                column: "CriterionId");

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
                name: "IX_ApplicationEvent_ApplicationId",
                schema: "labelling",
                table: "ApplicationEvent",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationEvent_ById",
                schema: "labelling",
                table: "ApplicationEvent",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Chapter_CriteriaSetId_Code",
                schema: "labelling",
                table: "Chapter",
                columns: new[] { "CriteriaSetId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Charter_Number",
                schema: "labelling",
                table: "Charter",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Charter_Status",
                schema: "labelling",
                table: "Charter",
                column: "Status",
                unique: true,
                filter: "Status = 0");

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
                name: "IX_CompletionRequest_ApplicationId_Number",
                schema: "labelling",
                table: "CompletionRequest",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

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
                name: "IX_CriteriaSet_Number",
                schema: "labelling",
                table: "CriteriaSet",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CriteriaSet_Status",
                schema: "labelling",
                table: "CriteriaSet",
                column: "Status",
                unique: true,
                filter: "Status <> 2");

            migrationBuilder.CreateIndex(
                name: "IX_Criterion_ChapterId_Code",
                schema: "labelling",
                table: "Criterion",
                columns: new[] { "ChapterId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineMilestone_RulesId_Kind_DaysBefore",
                schema: "labelling",
                table: "DeadlineMilestone",
                columns: new[] { "RulesId", "Kind", "DaysBefore" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineReminder_Kind_SubjectId_DueOn_DaysBefore_RecipientKey",
                schema: "labelling",
                table: "DeadlineReminder",
                columns: new[] { "Kind", "SubjectId", "DueOn", "DaysBefore", "RecipientKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineReminder_MailKey",
                schema: "labelling",
                table: "DeadlineReminder",
                column: "MailKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineReminder_TakenOn",
                schema: "labelling",
                table: "DeadlineReminder",
                column: "TakenOn");

            migrationBuilder.CreateIndex(
                name: "IX_EpnReply_EpnId",
                schema: "labelling",
                table: "EpnReply",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_EpnReply_EvidenceId",
                schema: "labelling",
                table: "EpnReply",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_EpnReply_SubjectId",
                schema: "labelling",
                table: "EpnReply",
                column: "SubjectId",
                unique: true,
                filter: "SentAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EpnReply_SubjectId_SentAt",
                schema: "labelling",
                table: "EpnReply",
                columns: new[] { "SubjectId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_EpnId",
                schema: "labelling",
                table: "Evidence",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUse_AnswerId_EvidenceId",
                schema: "labelling",
                table: "EvidenceUse",
                columns: new[] { "AnswerId", "EvidenceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUse_EvidenceId",
                schema: "labelling",
                table: "EvidenceUse",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_ExternalOpinion_ApplicationId",
                schema: "labelling",
                table: "ExternalOpinion",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_FiledVersion_ApplicationId_Number",
                schema: "labelling",
                table: "FiledVersion",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FileMessage_ApplicationId_At",
                schema: "labelling",
                table: "FileMessage",
                columns: new[] { "ApplicationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_FindingRevision_ById",
                schema: "labelling",
                table: "FindingRevision",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_FindingRevision_CriterionId",
                schema: "labelling",
                table: "FindingRevision",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_FindingRevision_VisitId_ClientKey",
                schema: "labelling",
                table: "FindingRevision",
                columns: new[] { "VisitId", "ClientKey" },
                unique: true,
                filter: "ClientKey IS NOT NULL");

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
                name: "IX_Holiday_On",
                schema: "labelling",
                table: "Holiday",
                column: "On",
                unique: true);

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
                name: "IX_LabelApplication_CharterId",
                schema: "labelling",
                table: "LabelApplication",
                column: "CharterId");

            migrationBuilder.CreateIndex(
                name: "IX_LabelApplication_CriteriaSetId",
                schema: "labelling",
                table: "LabelApplication",
                column: "CriteriaSetId");

            migrationBuilder.CreateIndex(
                name: "IX_LabelApplication_EpnId_Kind",
                schema: "labelling",
                table: "LabelApplication",
                columns: new[] { "EpnId", "Kind" },
                unique: true,
                filter: "Status < 7");

            migrationBuilder.CreateIndex(
                name: "IX_LabelApplication_GrantedLabelId",
                schema: "labelling",
                table: "LabelApplication",
                column: "GrantedLabelId");

            migrationBuilder.CreateIndex(
                name: "IX_LabelApplication_Number",
                schema: "labelling",
                table: "LabelApplication",
                column: "Number",
                unique: true,
                filter: "Number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LabelApplication_RenewsLabelId",
                schema: "labelling",
                table: "LabelApplication",
                column: "RenewsLabelId");

            migrationBuilder.CreateIndex(
                name: "IX_LabelApplication_Status_AssessorId",
                schema: "labelling",
                table: "LabelApplication",
                columns: new[] { "Status", "AssessorId" });

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
                name: "IX_ProcedureRules_Number",
                schema: "labelling",
                table: "ProcedureRules",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProvenFact_EpnId_Fact_SourceId",
                schema: "labelling",
                table: "ProvenFact",
                columns: new[] { "EpnId", "Fact", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProvenFact_OccurredOn",
                schema: "labelling",
                table: "ProvenFact",
                column: "OccurredOn");

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

            migrationBuilder.CreateIndex(
                name: "IX_SiteVisit_ApplicationId",
                schema: "labelling",
                table: "SiteVisit",
                column: "ApplicationId",
                unique: true,
                filter: "Status < 3");

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

            migrationBuilder.CreateIndex(
                name: "IX_VisitFinding_ChangedById",
                schema: "labelling",
                table: "VisitFinding",
                column: "ChangedById");

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
                name: "IX_VisitPhoto_CriterionId",
                schema: "labelling",
                table: "VisitPhoto",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitPhoto_VisitId_ClientKey",
                schema: "labelling",
                table: "VisitPhoto",
                columns: new[] { "VisitId", "ClientKey" },
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
                name: "ApplicationEvent",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "CommitteeVote",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Condition",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "DeadlineMilestone",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "DeadlineReminder",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "EpnReply",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "EvidenceUse",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "ExternalOpinion",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "FiledVersion",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "FileMessage",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "FindingRevision",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "FormalNotice",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Holiday",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "IssuerKey",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "MissingItem",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "ProcedureRules",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "ProvenFact",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Recusal",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "SelfCheckAnswer",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "StaffMember",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "TemporaryClosure",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "VisitFinding",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "VisitPhoto",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "VisitSlot",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Answer",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Evidence",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "CompletionRequest",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "CommitteeItem",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "CommitteeSeat",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "SelfCheck",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "SiteVisit",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Criterion",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "CommitteeSession",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "LabelApplication",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Chapter",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Charter",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "CriteriaSet",
                schema: "labelling");
        }
    }
}
