using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Network
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "network_InboxEntry",
                columns: table => new
                {
                    Publisher = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_network_InboxEntry", x => new { x.Publisher, x.MessageId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "network_Operator",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    FoldedName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Ridet = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_network_Operator", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "network_OutboxMessage",
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
                    table.PrimaryKey("PK_network_OutboxMessage", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "network_Epn",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    OperatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InseeCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Province = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    Latitude = table.Column<double>(type: "REAL", nullable: false),
                    Longitude = table.Column<double>(type: "REAL", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    OpeningHours = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IsItinerant = table.Column<bool>(type: "INTEGER", nullable: false),
                    Presentation = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    UpdatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosingReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    LabelNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    LabelStatus = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    LabelStartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LabelExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FoldedName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_network_Epn", x => x.Id);
                    table.ForeignKey(
                        name: "FK_network_Epn_network_Operator_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "network_Operator",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "network_OutboxDelivery",
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
                    table.PrimaryKey("PK_network_OutboxDelivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_network_OutboxDelivery_network_OutboxMessage_MessageId",
                        column: x => x.MessageId,
                        principalTable: "network_OutboxMessage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "network_Contact",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_network_Contact", x => x.Id);
                    table.ForeignKey(
                        name: "FK_network_Contact_network_Epn_EpnId",
                        column: x => x.EpnId,
                        principalTable: "network_Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_network_Contact_EpnId",
                table: "network_Contact",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_network_Epn_InseeCode_FoldedName",
                table: "network_Epn",
                columns: new[] { "InseeCode", "FoldedName" },
                unique: true,
                filter: "ClosedOn IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_network_Epn_OperatorId",
                table: "network_Epn",
                column: "OperatorId");

            migrationBuilder.CreateIndex(
                name: "IX_network_Epn_SearchText",
                table: "network_Epn",
                column: "SearchText");

            migrationBuilder.CreateIndex(
                name: "IX_network_Epn_Slug",
                table: "network_Epn",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_network_Operator_FoldedName",
                table: "network_Operator",
                column: "FoldedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_network_OutboxDelivery_AggregateId_State",
                table: "network_OutboxDelivery",
                columns: new[] { "AggregateId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_network_OutboxDelivery_MessageId_Handler",
                table: "network_OutboxDelivery",
                columns: new[] { "MessageId", "Handler" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_network_OutboxDelivery_State_RetryAt",
                table: "network_OutboxDelivery",
                columns: new[] { "State", "RetryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_network_OutboxMessage_AddressedAt",
                table: "network_OutboxMessage",
                column: "AddressedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "network_Contact");

            migrationBuilder.DropTable(
                name: "network_InboxEntry");

            migrationBuilder.DropTable(
                name: "network_OutboxDelivery");

            migrationBuilder.DropTable(
                name: "network_Epn");

            migrationBuilder.DropTable(
                name: "network_OutboxMessage");

            migrationBuilder.DropTable(
                name: "network_Operator");
        }
    }
}
