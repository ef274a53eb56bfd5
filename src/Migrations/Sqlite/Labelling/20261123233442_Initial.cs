using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CaseNumerique.Migrations.Sqlite.Labelling
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "labelling_Epn",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Commune = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_Epn", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "labelling_EpnContact",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_EpnContact", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "labelling_InboxEntry",
                columns: table => new
                {
                    Publisher = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_InboxEntry", x => new { x.Publisher, x.MessageId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "labelling_OutboxMessage",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    AggregateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddressedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_OutboxMessage", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "labelling_ReminderRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ValidityMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    Hour = table.Column<int>(type: "INTEGER", nullable: false),
                    AdministrationEmail = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_ReminderRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "labelling_Label",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    EpnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GrantedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindersFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AssessorName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    AssessorEmail = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_Label", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_Label_labelling_Epn_EpnId",
                        column: x => x.EpnId,
                        principalTable: "labelling_Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "labelling_OutboxDelivery",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AggregateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    RetryAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Lease = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeliveredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_OutboxDelivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_OutboxDelivery_labelling_OutboxMessage_MessageId",
                        column: x => x.MessageId,
                        principalTable: "labelling_OutboxMessage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "labelling_ReminderMilestone",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RulesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DaysBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    IsEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Recipients = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_ReminderMilestone", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_ReminderMilestone_labelling_ReminderRules_RulesId",
                        column: x => x.RulesId,
                        principalTable: "labelling_ReminderRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "labelling_LabelEvent",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LabelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_LabelEvent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_LabelEvent_labelling_Label_LabelId",
                        column: x => x.LabelId,
                        principalTable: "labelling_Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "labelling_Reminder",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LabelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DaysBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    RecipientKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecipientRole = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    RecipientName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TakenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RulesNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    MailKey = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_Reminder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_Reminder_labelling_Label_LabelId",
                        column: x => x.LabelId,
                        principalTable: "labelling_Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "labelling_ReminderRules",
                columns: new[] { "Id", "AdministrationEmail", "Hour", "Number", "PublishedAt", "PublishedBy", "Reason", "ValidityMonths" },
                values: new object[] { new Guid("01990000-0000-7000-8000-000000000001"), null, 7, 1, new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", "Première version, proposée : ÉcoNum y met ses propres règles.", 36 });

            migrationBuilder.InsertData(
                table: "labelling_ReminderMilestone",
                columns: new[] { "Id", "DaysBefore", "IsEnabled", "Recipients", "RulesId" },
                values: new object[,]
                {
                    { new Guid("01990000-0000-7000-8000-000000000101"), 180, true, 1, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000102"), 90, true, 3, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000103"), 30, true, 5, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000104"), 7, true, 13, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000105"), 0, false, 13, new Guid("01990000-0000-7000-8000-000000000001") },
                    { new Guid("01990000-0000-7000-8000-000000000106"), -1, true, 11, new Guid("01990000-0000-7000-8000-000000000001") }
                });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Epn_SearchText",
                table: "labelling_Epn",
                column: "SearchText");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_EpnContact_EpnId",
                table: "labelling_EpnContact",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Label_EpnId",
                table: "labelling_Label",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Label_ExpiresOn_Status",
                table: "labelling_Label",
                columns: new[] { "ExpiresOn", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Label_Number",
                table: "labelling_Label",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Label_Sequence",
                table: "labelling_Label",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_LabelEvent_LabelId",
                table: "labelling_LabelEvent",
                column: "LabelId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_OutboxDelivery_AggregateId_State",
                table: "labelling_OutboxDelivery",
                columns: new[] { "AggregateId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_OutboxDelivery_MessageId_Handler",
                table: "labelling_OutboxDelivery",
                columns: new[] { "MessageId", "Handler" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_OutboxDelivery_State_RetryAt",
                table: "labelling_OutboxDelivery",
                columns: new[] { "State", "RetryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_OutboxMessage_AddressedAt",
                table: "labelling_OutboxMessage",
                column: "AddressedAt");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Reminder_LabelId_ExpiresOn_DaysBefore_RecipientKey",
                table: "labelling_Reminder",
                columns: new[] { "LabelId", "ExpiresOn", "DaysBefore", "RecipientKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Reminder_MailKey",
                table: "labelling_Reminder",
                column: "MailKey");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Reminder_State",
                table: "labelling_Reminder",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Reminder_TakenOn",
                table: "labelling_Reminder",
                column: "TakenOn");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_ReminderMilestone_RulesId_DaysBefore",
                table: "labelling_ReminderMilestone",
                columns: new[] { "RulesId", "DaysBefore" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_ReminderRules_Number",
                table: "labelling_ReminderRules",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "labelling_EpnContact");

            migrationBuilder.DropTable(
                name: "labelling_InboxEntry");

            migrationBuilder.DropTable(
                name: "labelling_LabelEvent");

            migrationBuilder.DropTable(
                name: "labelling_OutboxDelivery");

            migrationBuilder.DropTable(
                name: "labelling_Reminder");

            migrationBuilder.DropTable(
                name: "labelling_ReminderMilestone");

            migrationBuilder.DropTable(
                name: "labelling_OutboxMessage");

            migrationBuilder.DropTable(
                name: "labelling_Label");

            migrationBuilder.DropTable(
                name: "labelling_ReminderRules");

            migrationBuilder.DropTable(
                name: "labelling_Epn");
        }
    }
}
