using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.SqlServer.Accounts
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdentityRoleClaim",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "IdentityUserClaim",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "IdentityUserToken",
                schema: "accounts");

            migrationBuilder.AddColumn<DateTime>(
                name: "ActivatedAt",
                schema: "accounts",
                table: "Account",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CreatedAt",
                schema: "accounts",
                table: "Account",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "DisabledAt",
                schema: "accounts",
                table: "Account",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DisabledReason",
                schema: "accounts",
                table: "Account",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastSignedInAt",
                schema: "accounts",
                table: "Account",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                schema: "accounts",
                table: "Account",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                schema: "accounts",
                table: "Account",
                type: "nvarchar(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TotpKey",
                schema: "accounts",
                table: "Account",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TotpLastStep",
                schema: "accounts",
                table: "Account",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "TotpSince",
                schema: "accounts",
                table: "Account",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccountLink",
                schema: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Purpose = table.Column<int>(type: "int", nullable: false),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    NewEmail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    ChangeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLink", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountLink_Account_AccountId",
                        column: x => x.AccountId,
                        principalSchema: "accounts",
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Affiliation",
                schema: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EpnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EpnName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Role = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    CanEdit = table.Column<bool>(type: "bit", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Affiliation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Affiliation_Account_AccountId",
                        column: x => x.AccountId,
                        principalSchema: "accounts",
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Consent",
                schema: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Wording = table.Column<int>(type: "int", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consent_Account_AccountId",
                        column: x => x.AccountId,
                        principalSchema: "accounts",
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Delegation",
                schema: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FromId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ToId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Delegation_Account_FromId",
                        column: x => x.FromId,
                        principalSchema: "accounts",
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Delegation_Account_ToId",
                        column: x => x.ToId,
                        principalSchema: "accounts",
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IdentityUserPasskey",
                schema: "accounts",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "varbinary(512)", maxLength: 512, nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Data = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityUserPasskey", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_IdentityUserPasskey_Account_UserId",
                        column: x => x.UserId,
                        principalSchema: "accounts",
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InboxEntry",
                schema: "accounts",
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
                schema: "accounts",
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
                name: "RecoveryCode",
                schema: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCode", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecoveryCode_Account_AccountId",
                        column: x => x.AccountId,
                        principalSchema: "accounts",
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Session",
                schema: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeviceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeviceName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Address = table.Column<string>(type: "nvarchar(45)", maxLength: 45, nullable: false),
                    Method = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    StrongSince = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ProvedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SeesAsId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SeesAsSince = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Session", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Session_Account_AccountId",
                        column: x => x.AccountId,
                        principalSchema: "accounts",
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignInThrottle",
                schema: "accounts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeviceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Failures = table.Column<int>(type: "int", nullable: false),
                    ClosedUntil = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInThrottle", x => new { x.AccountId, x.DeviceId });
                    table.ForeignKey(
                        name: "FK_SignInThrottle_Account_AccountId",
                        column: x => x.AccountId,
                        principalSchema: "accounts",
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutboxDelivery",
                schema: "accounts",
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
                        principalSchema: "accounts",
                        principalTable: "OutboxMessage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Account_SearchText",
                schema: "accounts",
                table: "Account",
                column: "SearchText");

            migrationBuilder.CreateIndex(
                name: "IX_AccountLink_AccountId_Purpose",
                schema: "accounts",
                table: "AccountLink",
                columns: new[] { "AccountId", "Purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_Affiliation_AccountId",
                schema: "accounts",
                table: "Affiliation",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Consent_AccountId",
                schema: "accounts",
                table: "Consent",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Delegation_FromId",
                schema: "accounts",
                table: "Delegation",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_Delegation_ToId",
                schema: "accounts",
                table: "Delegation",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityUserPasskey_UserId",
                schema: "accounts",
                table: "IdentityUserPasskey",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxDelivery_AggregateId_State",
                schema: "accounts",
                table: "OutboxDelivery",
                columns: new[] { "AggregateId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxDelivery_MessageId_Handler",
                schema: "accounts",
                table: "OutboxDelivery",
                columns: new[] { "MessageId", "Handler" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxDelivery_State_RetryAt",
                schema: "accounts",
                table: "OutboxDelivery",
                columns: new[] { "State", "RetryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessage_AddressedAt",
                schema: "accounts",
                table: "OutboxMessage",
                column: "AddressedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryCode_AccountId_Hash",
                schema: "accounts",
                table: "RecoveryCode",
                columns: new[] { "AccountId", "Hash" });

            migrationBuilder.CreateIndex(
                name: "IX_Session_AccountId_DeviceId",
                schema: "accounts",
                table: "Session",
                columns: new[] { "AccountId", "DeviceId" });

            migrationBuilder.CreateIndex(
                name: "IX_Session_StartedAt",
                schema: "accounts",
                table: "Session",
                column: "StartedAt");

            // Those who had confirmed their address keep their account open.
            migrationBuilder.Sql("UPDATE [accounts].[Account] SET [CreatedAt] = SYSUTCDATETIME(), [ActivatedAt] = CASE WHEN [EmailConfirmed] = 1 AND [PasswordHash] IS NOT NULL THEN SYSUTCDATETIME() END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountLink",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "Affiliation",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "Consent",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "Delegation",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "IdentityUserPasskey",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "InboxEntry",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "OutboxDelivery",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "RecoveryCode",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "Session",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "SignInThrottle",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "OutboxMessage",
                schema: "accounts");

            migrationBuilder.DropIndex(
                name: "IX_Account_SearchText",
                schema: "accounts",
                table: "Account");

            migrationBuilder.DropColumn(
                name: "ActivatedAt",
                schema: "accounts",
                table: "Account");

            migrationBuilder.DropColumn(
                name: "CreatedAt",
                schema: "accounts",
                table: "Account");

            migrationBuilder.DropColumn(
                name: "DisabledAt",
                schema: "accounts",
                table: "Account");

            migrationBuilder.DropColumn(
                name: "DisabledReason",
                schema: "accounts",
                table: "Account");

            migrationBuilder.DropColumn(
                name: "LastSignedInAt",
                schema: "accounts",
                table: "Account");

            migrationBuilder.DropColumn(
                name: "Revision",
                schema: "accounts",
                table: "Account");

            migrationBuilder.DropColumn(
                name: "SearchText",
                schema: "accounts",
                table: "Account");

            migrationBuilder.DropColumn(
                name: "TotpKey",
                schema: "accounts",
                table: "Account");

            migrationBuilder.DropColumn(
                name: "TotpLastStep",
                schema: "accounts",
                table: "Account");

            migrationBuilder.DropColumn(
                name: "TotpSince",
                schema: "accounts",
                table: "Account");

            migrationBuilder.CreateTable(
                name: "IdentityRoleClaim",
                schema: "accounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClaimType = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    RoleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityRoleClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentityRoleClaim_IdentityRole_RoleId",
                        column: x => x.RoleId,
                        principalSchema: "accounts",
                        principalTable: "IdentityRole",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityUserClaim",
                schema: "accounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClaimType = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityUserClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentityUserClaim_Account_UserId",
                        column: x => x.UserId,
                        principalSchema: "accounts",
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityUserToken",
                schema: "accounts",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityUserToken", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_IdentityUserToken_Account_UserId",
                        column: x => x.UserId,
                        principalSchema: "accounts",
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IdentityRoleClaim_RoleId",
                schema: "accounts",
                table: "IdentityRoleClaim",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_IdentityUserClaim_UserId",
                schema: "accounts",
                table: "IdentityUserClaim",
                column: "UserId");
        }
    }
}
