using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Platform
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "platform_ClockMark",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    TrustedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HeldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HeldReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_ClockMark", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_InboxEntry",
                columns: table => new
                {
                    Publisher = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_InboxEntry", x => new { x.Publisher, x.MessageId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "platform_JobMark",
                columns: table => new
                {
                    JobId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SucceededAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FailedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_JobMark", x => x.JobId);
                });

            migrationBuilder.CreateTable(
                name: "platform_Mail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    MessageId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ToAddress = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Mime = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Lease = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TransmittingAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_Mail", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_OutboxMessage",
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
                    table.PrimaryKey("PK_platform_OutboxMessage", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_MailEvent",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_MailEvent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_platform_MailEvent_platform_Mail_MailId",
                        column: x => x.MailId,
                        principalTable: "platform_Mail",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_OutboxDelivery",
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
                    table.PrimaryKey("PK_platform_OutboxDelivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_platform_OutboxDelivery_platform_OutboxMessage_MessageId",
                        column: x => x.MessageId,
                        principalTable: "platform_OutboxMessage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_platform_Mail_Key",
                table: "platform_Mail",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_Mail_QueuedAt",
                table: "platform_Mail",
                column: "QueuedAt");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Mail_State_DueAt",
                table: "platform_Mail",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_MailEvent_MailId",
                table: "platform_MailEvent",
                column: "MailId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_OutboxDelivery_AggregateId_State",
                table: "platform_OutboxDelivery",
                columns: new[] { "AggregateId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_OutboxDelivery_MessageId_Handler",
                table: "platform_OutboxDelivery",
                columns: new[] { "MessageId", "Handler" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_OutboxDelivery_State_RetryAt",
                table: "platform_OutboxDelivery",
                columns: new[] { "State", "RetryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_OutboxMessage_AddressedAt",
                table: "platform_OutboxMessage",
                column: "AddressedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "platform_ClockMark");

            migrationBuilder.DropTable(
                name: "platform_InboxEntry");

            migrationBuilder.DropTable(
                name: "platform_JobMark");

            migrationBuilder.DropTable(
                name: "platform_MailEvent");

            migrationBuilder.DropTable(
                name: "platform_OutboxDelivery");

            migrationBuilder.DropTable(
                name: "platform_Mail");

            migrationBuilder.DropTable(
                name: "platform_OutboxMessage");
        }
    }
}
