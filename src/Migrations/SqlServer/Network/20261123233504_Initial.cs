using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.SqlServer.Network
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "network");

            migrationBuilder.CreateTable(
                name: "InboxEntry",
                schema: "network",
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
                name: "Operator",
                schema: "network",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    FoldedName = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Ridet = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Operator", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutboxMessage",
                schema: "network",
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
                name: "Epn",
                schema: "network",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    OperatorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InseeCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Province = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Address = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: true),
                    Latitude = table.Column<double>(type: "float", nullable: false),
                    Longitude = table.Column<double>(type: "float", nullable: false),
                    Phone = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    OpeningHours = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    IsItinerant = table.Column<bool>(type: "bit", nullable: false),
                    Presentation = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    UpdatedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosingReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    LabelNumber = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    LabelStatus = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    LabelStartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LabelExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FoldedName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    SearchText = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Epn", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Epn_Operator_OperatorId",
                        column: x => x.OperatorId,
                        principalSchema: "network",
                        principalTable: "Operator",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutboxDelivery",
                schema: "network",
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
                        principalSchema: "network",
                        principalTable: "OutboxMessage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Contact",
                schema: "network",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EpnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Phone = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contact", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contact_Epn_EpnId",
                        column: x => x.EpnId,
                        principalSchema: "network",
                        principalTable: "Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Contact_EpnId",
                schema: "network",
                table: "Contact",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_Epn_InseeCode_FoldedName",
                schema: "network",
                table: "Epn",
                columns: new[] { "InseeCode", "FoldedName" },
                unique: true,
                filter: "ClosedOn IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Epn_OperatorId",
                schema: "network",
                table: "Epn",
                column: "OperatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Epn_SearchText",
                schema: "network",
                table: "Epn",
                column: "SearchText");

            migrationBuilder.CreateIndex(
                name: "IX_Epn_Slug",
                schema: "network",
                table: "Epn",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Operator_FoldedName",
                schema: "network",
                table: "Operator",
                column: "FoldedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxDelivery_AggregateId_State",
                schema: "network",
                table: "OutboxDelivery",
                columns: new[] { "AggregateId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxDelivery_MessageId_Handler",
                schema: "network",
                table: "OutboxDelivery",
                columns: new[] { "MessageId", "Handler" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxDelivery_State_RetryAt",
                schema: "network",
                table: "OutboxDelivery",
                columns: new[] { "State", "RetryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessage_AddressedAt",
                schema: "network",
                table: "OutboxMessage",
                column: "AddressedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Contact",
                schema: "network");

            migrationBuilder.DropTable(
                name: "InboxEntry",
                schema: "network");

            migrationBuilder.DropTable(
                name: "OutboxDelivery",
                schema: "network");

            migrationBuilder.DropTable(
                name: "Epn",
                schema: "network");

            migrationBuilder.DropTable(
                name: "OutboxMessage",
                schema: "network");

            migrationBuilder.DropTable(
                name: "Operator",
                schema: "network");
        }
    }
}
