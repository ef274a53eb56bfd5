using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CaseNumerique.Migrations.SqlServer.Labelling
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "labelling");

            migrationBuilder.CreateTable(
                name: "Epn",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Commune = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Province = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SearchText = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Epn", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EpnContact",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EpnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Phone = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EpnContact", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InboxEntry",
                schema: "labelling",
                columns: table => new
                {
                    Publisher = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    MessageId = table.Column<long>(type: "bigint", nullable: false),
                    Handler = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    HandledAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboxEntry", x => new { x.Publisher, x.MessageId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "OutboxMessage",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Type = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Payload = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    AggregateId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AddressedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessage", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReminderRules",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PublishedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ValidityMonths = table.Column<int>(type: "int", nullable: false),
                    Hour = table.Column<int>(type: "int", nullable: false),
                    AdministrationEmail = table.Column<string>(type: "nvarchar(320)", maxLength: 320, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Label",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    EpnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    GrantedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    RemindersFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    AssessorName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AssessorEmail = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Label", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Label_Epn_EpnId",
                        column: x => x.EpnId,
                        principalSchema: "labelling",
                        principalTable: "Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutboxDelivery",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MessageId = table.Column<long>(type: "bigint", nullable: false),
                    Handler = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AggregateId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    RetryAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Lease = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DeliveredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastError = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxDelivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutboxDelivery_OutboxMessage_MessageId",
                        column: x => x.MessageId,
                        principalSchema: "labelling",
                        principalTable: "OutboxMessage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReminderMilestone",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RulesId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DaysBefore = table.Column<int>(type: "int", nullable: false),
                    IsEnabled = table.Column<bool>(type: "bit", nullable: false),
                    Recipients = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderMilestone", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReminderMilestone_ReminderRules_RulesId",
                        column: x => x.RulesId,
                        principalSchema: "labelling",
                        principalTable: "ReminderRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LabelEvent",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LabelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    What = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LabelEvent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LabelEvent_Label_LabelId",
                        column: x => x.LabelId,
                        principalSchema: "labelling",
                        principalTable: "Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reminder",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LabelId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DaysBefore = table.Column<int>(type: "int", nullable: false),
                    RecipientKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RecipientRole = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    RecipientName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Address = table.Column<string>(type: "nvarchar(320)", maxLength: 320, nullable: true),
                    Phone = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    TakenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RulesNumber = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Attempt = table.Column<int>(type: "int", nullable: false),
                    MailKey = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    MailId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminder_Label_LabelId",
                        column: x => x.LabelId,
                        principalSchema: "labelling",
                        principalTable: "Label",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "labelling",
                table: "ReminderRules",
                columns: new[] { "Id", "AdministrationEmail", "Hour", "Number", "PublishedAt", "PublishedBy", "Reason", "ValidityMonths" },
                values: new object[] { new Guid("01990000-0000-7000-8000-000000000001"), null, 7, 1, new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", "Première version, proposée : ÉcoNum y met ses propres règles.", 36 });

            migrationBuilder.InsertData(
                schema: "labelling",
                table: "ReminderMilestone",
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
                name: "IX_Epn_SearchText",
                schema: "labelling",
                table: "Epn",
                column: "SearchText");

            migrationBuilder.CreateIndex(
                name: "IX_EpnContact_EpnId",
                schema: "labelling",
                table: "EpnContact",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_Label_EpnId",
                schema: "labelling",
                table: "Label",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_Label_ExpiresOn_Status",
                schema: "labelling",
                table: "Label",
                columns: new[] { "ExpiresOn", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Label_Number",
                schema: "labelling",
                table: "Label",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Label_Sequence",
                schema: "labelling",
                table: "Label",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LabelEvent_LabelId",
                schema: "labelling",
                table: "LabelEvent",
                column: "LabelId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxDelivery_AggregateId_State",
                schema: "labelling",
                table: "OutboxDelivery",
                columns: new[] { "AggregateId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxDelivery_MessageId_Handler",
                schema: "labelling",
                table: "OutboxDelivery",
                columns: new[] { "MessageId", "Handler" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxDelivery_State_RetryAt",
                schema: "labelling",
                table: "OutboxDelivery",
                columns: new[] { "State", "RetryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessage_AddressedAt",
                schema: "labelling",
                table: "OutboxMessage",
                column: "AddressedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Reminder_LabelId_ExpiresOn_DaysBefore_RecipientKey",
                schema: "labelling",
                table: "Reminder",
                columns: new[] { "LabelId", "ExpiresOn", "DaysBefore", "RecipientKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminder_MailKey",
                schema: "labelling",
                table: "Reminder",
                column: "MailKey");

            migrationBuilder.CreateIndex(
                name: "IX_Reminder_State",
                schema: "labelling",
                table: "Reminder",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Reminder_TakenOn",
                schema: "labelling",
                table: "Reminder",
                column: "TakenOn");

            migrationBuilder.CreateIndex(
                name: "IX_ReminderMilestone_RulesId_DaysBefore",
                schema: "labelling",
                table: "ReminderMilestone",
                columns: new[] { "RulesId", "DaysBefore" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReminderRules_Number",
                schema: "labelling",
                table: "ReminderRules",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EpnContact",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "InboxEntry",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "LabelEvent",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "OutboxDelivery",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Reminder",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "ReminderMilestone",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "OutboxMessage",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Label",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "ReminderRules",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "Epn",
                schema: "labelling");
        }
    }
}
