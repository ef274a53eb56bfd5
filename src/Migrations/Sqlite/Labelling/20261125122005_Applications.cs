using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CaseNumerique.Migrations.Sqlite.Labelling
{
    /// <inheritdoc />
    public partial class Applications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "labelling_Charter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 3900, nullable: false),
                    Notice = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CreatedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PublishedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    PublicationReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_Charter", x => x.Id);
                });

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
                name: "labelling_CriteriaSet",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Notice = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CreatedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PublishedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    PublicationReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    HoldsUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OverallPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    ChapterPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxConditions = table.Column<int>(type: "INTEGER", nullable: false),
                    ConditionMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_CriteriaSet", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "labelling_DeadlineMilestone",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RulesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    DaysBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    IsEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Recipients = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_DeadlineMilestone", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_DeadlineMilestone_labelling_ReminderRules_RulesId",
                        column: x => x.RulesId,
                        principalTable: "labelling_ReminderRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "labelling_DeadlineReminder",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DaysBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    RecipientKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecipientRole = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    RecipientName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    TakenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RulesNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    MailKey = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_DeadlineReminder", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "labelling_Evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AddedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReplacesId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_Evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_Evidence_labelling_Epn_EpnId",
                        column: x => x.EpnId,
                        principalTable: "labelling_Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "labelling_FormalNotice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LabelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    SentById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    AnsweredById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    ClosedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsSettled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Conclusion = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_FormalNotice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_FormalNotice_labelling_Epn_EpnId",
                        column: x => x.EpnId,
                        principalTable: "labelling_Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_FormalNotice_labelling_Label_LabelId",
                        column: x => x.LabelId,
                        principalTable: "labelling_Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "labelling_IssuerKey",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Thumbprint = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    X = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Y = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Protected = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_IssuerKey", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "labelling_ProcedureRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    PublishedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CompletionDays = table.Column<int>(type: "INTEGER", nullable: false),
                    LapseDays = table.Column<int>(type: "INTEGER", nullable: false),
                    AssessmentWorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    HasCommittee = table.Column<bool>(type: "INTEGER", nullable: false),
                    QuorumPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    RenewalOpensDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ContinuityMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    NoticeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    SuspensionMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosureDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ReapplyMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    AppealText = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    TransitionDays = table.Column<int>(type: "INTEGER", nullable: false),
                    PreDiagnosticDays = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_ProcedureRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "labelling_ProvenFact",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EpnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Fact = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SourceId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    OccurredOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_ProvenFact", x => x.Id);
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
                name: "labelling_TemporaryClosure",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DeclaredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DeclaredBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    DeclaredById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_TemporaryClosure", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_TemporaryClosure_labelling_Epn_EpnId",
                        column: x => x.EpnId,
                        principalTable: "labelling_Epn",
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
                name: "labelling_Chapter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriteriaSetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_Chapter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_Chapter_labelling_CriteriaSet_CriteriaSetId",
                        column: x => x.CriteriaSetId,
                        principalTable: "labelling_CriteriaSet",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "labelling_LabelApplication",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    EpnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    RenewsLabelId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CopiedFromId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CriteriaSetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Context = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    ReturnsTo = table.Column<int>(type: "INTEGER", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StartedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    StartedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OperatorName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    Ridet = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    RidetWaiver = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Project = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    CharterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CharterSignedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    CharterFunction = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    CharterSignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CharterSignedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SubmittedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SubmittedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AssessorName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    AssessorEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    AssessorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AdmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OpinionDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CompletionDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsCompletionExtended = table.Column<bool>(type: "INTEGER", nullable: false),
                    Opinion = table.Column<int>(type: "INTEGER", nullable: true),
                    OpinionReasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    OpinionAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OpinionBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    OpinionById = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpinionAnswerableIds = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    DecisionReasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ActNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ActOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GrantedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GrantedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    GrantedLabelId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_LabelApplication", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_LabelApplication_labelling_Charter_CharterId",
                        column: x => x.CharterId,
                        principalTable: "labelling_Charter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_LabelApplication_labelling_CriteriaSet_CriteriaSetId",
                        column: x => x.CriteriaSetId,
                        principalTable: "labelling_CriteriaSet",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_LabelApplication_labelling_Epn_EpnId",
                        column: x => x.EpnId,
                        principalTable: "labelling_Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_LabelApplication_labelling_Label_GrantedLabelId",
                        column: x => x.GrantedLabelId,
                        principalTable: "labelling_Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_LabelApplication_labelling_Label_RenewsLabelId",
                        column: x => x.RenewsLabelId,
                        principalTable: "labelling_Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "labelling_EpnReply",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    SentById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_EpnReply", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_EpnReply_labelling_Epn_EpnId",
                        column: x => x.EpnId,
                        principalTable: "labelling_Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_EpnReply_labelling_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "labelling_Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "labelling_Criterion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChapterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Help = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    IsNotApplicableAllowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    UrbanThreshold = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RuralThreshold = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RemoteThreshold = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ItinerantThreshold = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ExpectedProof = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ProvenBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_Criterion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_Criterion_labelling_Chapter_ChapterId",
                        column: x => x.ChapterId,
                        principalTable: "labelling_Chapter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "labelling_ApplicationEvent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Move = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsInternal = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_ApplicationEvent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_ApplicationEvent_labelling_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "labelling_LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "labelling_FiledVersion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FiledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_FiledVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_FiledVersion_labelling_LabelApplication_ApplicationId",
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
                name: "labelling_Answer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SelfScore = table.Column<int>(type: "INTEGER", nullable: true),
                    IsNotApplicable = table.Column<bool>(type: "INTEGER", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    AnsweredById = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsStillTrue = table.Column<bool>(type: "INTEGER", nullable: false),
                    AssessorScore = table.Column<int>(type: "INTEGER", nullable: true),
                    IsNotApplicableToAssessor = table.Column<bool>(type: "INTEGER", nullable: false),
                    AssessorComment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ScoredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ScoredBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ScoredById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_Answer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_Answer_labelling_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "labelling_Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_Answer_labelling_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "labelling_LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "labelling_FindingRevision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IsKept = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: true),
                    IsNotApplicable = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClientKey = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_FindingRevision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_FindingRevision_labelling_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "labelling_Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_FindingRevision_labelling_SiteVisit_VisitId",
                        column: x => x.VisitId,
                        principalTable: "labelling_SiteVisit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "labelling_VisitFinding",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: true),
                    IsNotApplicable = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ChangedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "labelling_VisitPhoto",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientKey = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_VisitPhoto", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_VisitPhoto_labelling_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "labelling_Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_VisitPhoto_labelling_SiteVisit_VisitId",
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

            migrationBuilder.CreateTable(
                name: "labelling_EvidenceUse",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AnswerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_EvidenceUse", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_EvidenceUse_labelling_Answer_AnswerId",
                        column: x => x.AnswerId,
                        principalTable: "labelling_Answer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_labelling_EvidenceUse_labelling_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "labelling_Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "labelling_Charter",
                columns: new[] { "Id", "CreatedAt", "CreatedBy", "CreatedById", "Notice", "Number", "PublicationReason", "PublishedAt", "PublishedBy", "PublishedById", "StartsOn", "Status", "Text", "Version" },
                values: new object[] { new Guid("01990000-0000-7000-8002-000000000001"), new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, "Texte proposé : ÉcoNum y met sa propre charte.", 1, null, new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, new DateOnly(2016, 1, 1), 1, "L’espace accueille tous les publics, sans condition d’adhésion ni distinction.\nL’accès à Internet et les ateliers d’initiation sont gratuits. Les autres tarifs sont affichés.\nUne personne formée accueille, accompagne et anime aux heures annoncées.\nLes démarches et les données des personnes restent confidentielles. Rien n’est gardé sans leur accord.\nL’espace protège les mineurs et veille à la sécurité du public.\nL’équipe prend part au réseau : rencontres, entraide, ateliers partagés.\nL’espace tient ses horaires à jour sur le portail, et transmet ses chiffres et son bilan.\nLe nom et le logo Case numérique ne servent que pendant la validité du label, et pour cet espace.\nLe gestionnaire prévient ÉcoNum de tout changement : fermeture, départ de l’animateur, déménagement.", 0 });

            migrationBuilder.InsertData(
                table: "labelling_CriteriaSet",
                columns: new[] { "Id", "ChapterPercent", "ConditionMonths", "CreatedAt", "CreatedBy", "CreatedById", "HoldsUntil", "MaxConditions", "Notice", "Number", "OverallPercent", "PublicationReason", "PublishedAt", "PublishedBy", "PublishedById", "Status", "Title", "Version" },
                values: new object[] { new Guid("01990000-0000-7000-8001-0000000000ff"), 50, 6, new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, null, 3, "Proposition : seuls six critères du label sont publics (marqués « NC »). ÉcoNum y met ses propres critères, seuils et poids.", 1, 60, null, new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, 1, "Référentiel proposé", 0 });

            migrationBuilder.InsertData(
                table: "labelling_DeadlineMilestone",
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
                table: "labelling_ProcedureRules",
                columns: new[] { "Id", "AppealText", "AssessmentWorkingDays", "ClosureDays", "CompletionDays", "ContinuityMonths", "HasCommittee", "LapseDays", "NoticeDays", "Number", "PreDiagnosticDays", "PublishedAt", "PublishedBy", "PublishedById", "QuorumPercent", "ReapplyMonths", "Reason", "RenewalOpensDays", "SuspensionMonths", "TransitionDays" },
                values: new object[] { new Guid("01990000-0000-7000-8000-000000000002"), "Texte proposé, à valider par le service juridique. Vous pouvez demander à l’autorité qui a pris cette décision de la revoir (recours gracieux), ou la contester devant le tribunal administratif de Nouvelle-Calédonie, dans les deux mois qui suivent sa notification.", 90, 60, 30, 6, true, 15, 30, 1, 90, new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, 50, 12, "Première version, proposée : ÉcoNum y met ses propres règles.", 180, 6, 90 });

            migrationBuilder.InsertData(
                table: "labelling_Chapter",
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
                table: "labelling_Criterion",
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
                name: "IX_labelling_Answer_ApplicationId_CriterionId",
                table: "labelling_Answer",
                columns: new[] { "ApplicationId", "CriterionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Answer_CriterionId",
                table: "labelling_Answer",
                column: "CriterionId");

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
                name: "IX_labelling_ApplicationEvent_ApplicationId",
                table: "labelling_ApplicationEvent",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_ApplicationEvent_ById",
                table: "labelling_ApplicationEvent",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Chapter_CriteriaSetId_Code",
                table: "labelling_Chapter",
                columns: new[] { "CriteriaSetId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Charter_Number",
                table: "labelling_Charter",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Charter_Status",
                table: "labelling_Charter",
                column: "Status",
                unique: true,
                filter: "Status = 0");

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
                name: "IX_labelling_CompletionRequest_ApplicationId_Number",
                table: "labelling_CompletionRequest",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

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
                name: "IX_labelling_CriteriaSet_Number",
                table: "labelling_CriteriaSet",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_CriteriaSet_Status",
                table: "labelling_CriteriaSet",
                column: "Status",
                unique: true,
                filter: "Status <> 2");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Criterion_ChapterId_Code",
                table: "labelling_Criterion",
                columns: new[] { "ChapterId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_DeadlineMilestone_RulesId_Kind_DaysBefore",
                table: "labelling_DeadlineMilestone",
                columns: new[] { "RulesId", "Kind", "DaysBefore" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_DeadlineReminder_Kind_SubjectId_DueOn_DaysBefore_RecipientKey",
                table: "labelling_DeadlineReminder",
                columns: new[] { "Kind", "SubjectId", "DueOn", "DaysBefore", "RecipientKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_DeadlineReminder_MailKey",
                table: "labelling_DeadlineReminder",
                column: "MailKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_DeadlineReminder_TakenOn",
                table: "labelling_DeadlineReminder",
                column: "TakenOn");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_EpnReply_EpnId",
                table: "labelling_EpnReply",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_EpnReply_EvidenceId",
                table: "labelling_EpnReply",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_EpnReply_SubjectId",
                table: "labelling_EpnReply",
                column: "SubjectId",
                unique: true,
                filter: "SentAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_EpnReply_SubjectId_SentAt",
                table: "labelling_EpnReply",
                columns: new[] { "SubjectId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Evidence_EpnId",
                table: "labelling_Evidence",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_EvidenceUse_AnswerId_EvidenceId",
                table: "labelling_EvidenceUse",
                columns: new[] { "AnswerId", "EvidenceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_EvidenceUse_EvidenceId",
                table: "labelling_EvidenceUse",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_ExternalOpinion_ApplicationId",
                table: "labelling_ExternalOpinion",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_FiledVersion_ApplicationId_Number",
                table: "labelling_FiledVersion",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_FileMessage_ApplicationId_At",
                table: "labelling_FileMessage",
                columns: new[] { "ApplicationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_FindingRevision_ById",
                table: "labelling_FindingRevision",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_FindingRevision_CriterionId",
                table: "labelling_FindingRevision",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_FindingRevision_VisitId_ClientKey",
                table: "labelling_FindingRevision",
                columns: new[] { "VisitId", "ClientKey" },
                unique: true,
                filter: "ClientKey IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_FormalNotice_EpnId",
                table: "labelling_FormalNotice",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_FormalNotice_LabelId",
                table: "labelling_FormalNotice",
                column: "LabelId",
                unique: true,
                filter: "ClosedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Holiday_On",
                table: "labelling_Holiday",
                column: "On",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_IssuerKey_Number",
                table: "labelling_IssuerKey",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_IssuerKey_Thumbprint",
                table: "labelling_IssuerKey",
                column: "Thumbprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_LabelApplication_CharterId",
                table: "labelling_LabelApplication",
                column: "CharterId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_LabelApplication_CriteriaSetId",
                table: "labelling_LabelApplication",
                column: "CriteriaSetId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_LabelApplication_EpnId_Kind",
                table: "labelling_LabelApplication",
                columns: new[] { "EpnId", "Kind" },
                unique: true,
                filter: "Status < 7");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_LabelApplication_GrantedLabelId",
                table: "labelling_LabelApplication",
                column: "GrantedLabelId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_LabelApplication_Number",
                table: "labelling_LabelApplication",
                column: "Number",
                unique: true,
                filter: "Number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_LabelApplication_RenewsLabelId",
                table: "labelling_LabelApplication",
                column: "RenewsLabelId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_LabelApplication_Status_AssessorId",
                table: "labelling_LabelApplication",
                columns: new[] { "Status", "AssessorId" });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_MissingItem_CriterionId",
                table: "labelling_MissingItem",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_MissingItem_RequestId",
                table: "labelling_MissingItem",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_ProcedureRules_Number",
                table: "labelling_ProcedureRules",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_ProvenFact_EpnId_Fact_SourceId",
                table: "labelling_ProvenFact",
                columns: new[] { "EpnId", "Fact", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_ProvenFact_OccurredOn",
                table: "labelling_ProvenFact",
                column: "OccurredOn");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Recusal_ItemId_SeatId",
                table: "labelling_Recusal",
                columns: new[] { "ItemId", "SeatId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Recusal_SeatId",
                table: "labelling_Recusal",
                column: "SeatId");

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

            migrationBuilder.CreateIndex(
                name: "IX_labelling_SiteVisit_ApplicationId",
                table: "labelling_SiteVisit",
                column: "ApplicationId",
                unique: true,
                filter: "Status < 3");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_TemporaryClosure_DeclaredById",
                table: "labelling_TemporaryClosure",
                column: "DeclaredById");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_TemporaryClosure_EpnId_LastOn",
                table: "labelling_TemporaryClosure",
                columns: new[] { "EpnId", "LastOn" });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_VisitFinding_ChangedById",
                table: "labelling_VisitFinding",
                column: "ChangedById");

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
                name: "IX_labelling_VisitPhoto_CriterionId",
                table: "labelling_VisitPhoto",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_VisitPhoto_VisitId_ClientKey",
                table: "labelling_VisitPhoto",
                columns: new[] { "VisitId", "ClientKey" },
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
                name: "labelling_ApplicationEvent");

            migrationBuilder.DropTable(
                name: "labelling_CommitteeVote");

            migrationBuilder.DropTable(
                name: "labelling_Condition");

            migrationBuilder.DropTable(
                name: "labelling_DeadlineMilestone");

            migrationBuilder.DropTable(
                name: "labelling_DeadlineReminder");

            migrationBuilder.DropTable(
                name: "labelling_EpnReply");

            migrationBuilder.DropTable(
                name: "labelling_EvidenceUse");

            migrationBuilder.DropTable(
                name: "labelling_ExternalOpinion");

            migrationBuilder.DropTable(
                name: "labelling_FiledVersion");

            migrationBuilder.DropTable(
                name: "labelling_FileMessage");

            migrationBuilder.DropTable(
                name: "labelling_FindingRevision");

            migrationBuilder.DropTable(
                name: "labelling_FormalNotice");

            migrationBuilder.DropTable(
                name: "labelling_Holiday");

            migrationBuilder.DropTable(
                name: "labelling_IssuerKey");

            migrationBuilder.DropTable(
                name: "labelling_MissingItem");

            migrationBuilder.DropTable(
                name: "labelling_ProcedureRules");

            migrationBuilder.DropTable(
                name: "labelling_ProvenFact");

            migrationBuilder.DropTable(
                name: "labelling_Recusal");

            migrationBuilder.DropTable(
                name: "labelling_SelfCheckAnswer");

            migrationBuilder.DropTable(
                name: "labelling_StaffMember");

            migrationBuilder.DropTable(
                name: "labelling_TemporaryClosure");

            migrationBuilder.DropTable(
                name: "labelling_VisitFinding");

            migrationBuilder.DropTable(
                name: "labelling_VisitPhoto");

            migrationBuilder.DropTable(
                name: "labelling_VisitSlot");

            migrationBuilder.DropTable(
                name: "labelling_Answer");

            migrationBuilder.DropTable(
                name: "labelling_Evidence");

            migrationBuilder.DropTable(
                name: "labelling_CompletionRequest");

            migrationBuilder.DropTable(
                name: "labelling_CommitteeItem");

            migrationBuilder.DropTable(
                name: "labelling_CommitteeSeat");

            migrationBuilder.DropTable(
                name: "labelling_SelfCheck");

            migrationBuilder.DropTable(
                name: "labelling_SiteVisit");

            migrationBuilder.DropTable(
                name: "labelling_Criterion");

            migrationBuilder.DropTable(
                name: "labelling_CommitteeSession");

            migrationBuilder.DropTable(
                name: "labelling_LabelApplication");

            migrationBuilder.DropTable(
                name: "labelling_Chapter");

            migrationBuilder.DropTable(
                name: "labelling_Charter");

            migrationBuilder.DropTable(
                name: "labelling_CriteriaSet");
        }
    }
}
