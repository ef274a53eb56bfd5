using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Resources
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "resources_Epn",
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
                    table.PrimaryKey("PK_resources_Epn", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "resources_InboxEntry",
                columns: table => new
                {
                    Publisher = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resources_InboxEntry", x => new { x.Publisher, x.MessageId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "resources_OutboxMessage",
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
                    table.PrimaryKey("PK_resources_OutboxMessage", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "resources_WorkshopKit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Objectives = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MinPeople = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxPeople = table.Column<int>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Material = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsOfflinePossible = table.Column<bool>(type: "INTEGER", nullable: false),
                    LicenceCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resources_WorkshopKit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_resources_WorkshopKit_resources_Epn_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "resources_Epn",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "resources_OutboxDelivery",
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
                    table.PrimaryKey("PK_resources_OutboxDelivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_resources_OutboxDelivery_resources_OutboxMessage_MessageId",
                        column: x => x.MessageId,
                        principalTable: "resources_OutboxMessage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resources_KitStep",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Instruction = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resources_KitStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_resources_KitStep_resources_WorkshopKit_KitId",
                        column: x => x.KitId,
                        principalTable: "resources_WorkshopKit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_resources_KitStep_KitId_Number",
                table: "resources_KitStep",
                columns: new[] { "KitId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resources_OutboxDelivery_AggregateId_State",
                table: "resources_OutboxDelivery",
                columns: new[] { "AggregateId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_resources_OutboxDelivery_MessageId_Handler",
                table: "resources_OutboxDelivery",
                columns: new[] { "MessageId", "Handler" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resources_OutboxDelivery_State_RetryAt",
                table: "resources_OutboxDelivery",
                columns: new[] { "State", "RetryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_resources_OutboxMessage_AddressedAt",
                table: "resources_OutboxMessage",
                column: "AddressedAt");

            migrationBuilder.CreateIndex(
                name: "IX_resources_WorkshopKit_AuthorId",
                table: "resources_WorkshopKit",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_resources_WorkshopKit_Slug",
                table: "resources_WorkshopKit",
                column: "Slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "resources_InboxEntry");

            migrationBuilder.DropTable(
                name: "resources_KitStep");

            migrationBuilder.DropTable(
                name: "resources_OutboxDelivery");

            migrationBuilder.DropTable(
                name: "resources_WorkshopKit");

            migrationBuilder.DropTable(
                name: "resources_OutboxMessage");

            migrationBuilder.DropTable(
                name: "resources_Epn");
        }
    }
}
