using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Events
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "events_Epn",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Commune = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    IsClosed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events_Epn", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "events_InboxEntry",
                columns: table => new
                {
                    Publisher = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events_InboxEntry", x => new { x.Publisher, x.MessageId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "events_OutboxMessage",
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
                    table.PrimaryKey("PK_events_OutboxMessage", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "events_Gathering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HostId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Presentation = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    RegistrationOpensOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RegistrationClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events_Gathering", x => x.Id);
                    table.ForeignKey(
                        name: "FK_events_Gathering_events_Epn_HostId",
                        column: x => x.HostId,
                        principalTable: "events_Epn",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "events_OutboxDelivery",
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
                    table.PrimaryKey("PK_events_OutboxDelivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_events_OutboxDelivery_events_OutboxMessage_MessageId",
                        column: x => x.MessageId,
                        principalTable: "events_OutboxMessage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "events_AgendaItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GatheringId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    StartMinute = table.Column<int>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events_AgendaItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_events_AgendaItem_events_Gathering_GatheringId",
                        column: x => x.GatheringId,
                        principalTable: "events_Gathering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_events_AgendaItem_GatheringId_Day_StartMinute",
                table: "events_AgendaItem",
                columns: new[] { "GatheringId", "Day", "StartMinute" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_events_Gathering_Edition",
                table: "events_Gathering",
                column: "Edition",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_events_Gathering_HostId",
                table: "events_Gathering",
                column: "HostId");

            migrationBuilder.CreateIndex(
                name: "IX_events_Gathering_Slug",
                table: "events_Gathering",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_events_Gathering_StartsOn",
                table: "events_Gathering",
                column: "StartsOn");

            migrationBuilder.CreateIndex(
                name: "IX_events_OutboxDelivery_AggregateId_State",
                table: "events_OutboxDelivery",
                columns: new[] { "AggregateId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_events_OutboxDelivery_MessageId_Handler",
                table: "events_OutboxDelivery",
                columns: new[] { "MessageId", "Handler" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_events_OutboxDelivery_State_RetryAt",
                table: "events_OutboxDelivery",
                columns: new[] { "State", "RetryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_events_OutboxMessage_AddressedAt",
                table: "events_OutboxMessage",
                column: "AddressedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "events_AgendaItem");

            migrationBuilder.DropTable(
                name: "events_InboxEntry");

            migrationBuilder.DropTable(
                name: "events_OutboxDelivery");

            migrationBuilder.DropTable(
                name: "events_Gathering");

            migrationBuilder.DropTable(
                name: "events_OutboxMessage");

            migrationBuilder.DropTable(
                name: "events_Epn");
        }
    }
}
