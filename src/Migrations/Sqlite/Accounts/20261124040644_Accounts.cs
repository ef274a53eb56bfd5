using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Accounts
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_IdentityRoleClaim");

            migrationBuilder.DropTable(
                name: "accounts_IdentityUserClaim");

            migrationBuilder.DropTable(
                name: "accounts_IdentityUserToken");

            migrationBuilder.AddColumn<DateTime>(
                name: "ActivatedAt",
                table: "accounts_Account",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CreatedAt",
                table: "accounts_Account",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "DisabledAt",
                table: "accounts_Account",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DisabledReason",
                table: "accounts_Account",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastSignedInAt",
                table: "accounts_Account",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "accounts_Account",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "accounts_Account",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TotpKey",
                table: "accounts_Account",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TotpLastStep",
                table: "accounts_Account",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "TotpSince",
                table: "accounts_Account",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "accounts_AccountLink",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    NewEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    ChangeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_AccountLink", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_AccountLink_accounts_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts_Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_Affiliation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpnName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CanEdit = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_Affiliation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_Affiliation_accounts_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts_Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_Consent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Wording = table.Column<int>(type: "INTEGER", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_Consent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_Consent_accounts_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts_Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_Delegation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_Delegation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_Delegation_accounts_Account_FromId",
                        column: x => x.FromId,
                        principalTable: "accounts_Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_accounts_Delegation_accounts_Account_ToId",
                        column: x => x.ToId,
                        principalTable: "accounts_Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts_IdentityUserPasskey",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 512, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_IdentityUserPasskey", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_accounts_IdentityUserPasskey_accounts_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_InboxEntry",
                columns: table => new
                {
                    Publisher = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_InboxEntry", x => new { x.Publisher, x.MessageId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "accounts_OutboxMessage",
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
                    table.PrimaryKey("PK_accounts_OutboxMessage", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_RecoveryCode",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_RecoveryCode", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_RecoveryCode_accounts_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts_Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_Session",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeviceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeviceName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 45, nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StrongSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ProvedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeesAsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SeesAsSince = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_Session", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_Session_accounts_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts_Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_SignInThrottle",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeviceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_SignInThrottle", x => new { x.AccountId, x.DeviceId });
                    table.ForeignKey(
                        name: "FK_accounts_SignInThrottle_accounts_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts_Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_OutboxDelivery",
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
                    table.PrimaryKey("PK_accounts_OutboxDelivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_OutboxDelivery_accounts_OutboxMessage_MessageId",
                        column: x => x.MessageId,
                        principalTable: "accounts_OutboxMessage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Account_SearchText",
                table: "accounts_Account",
                column: "SearchText");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_AccountLink_AccountId_Purpose",
                table: "accounts_AccountLink",
                columns: new[] { "AccountId", "Purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Affiliation_AccountId",
                table: "accounts_Affiliation",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Consent_AccountId",
                table: "accounts_Consent",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Delegation_FromId",
                table: "accounts_Delegation",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Delegation_ToId",
                table: "accounts_Delegation",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_IdentityUserPasskey_UserId",
                table: "accounts_IdentityUserPasskey",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_OutboxDelivery_AggregateId_State",
                table: "accounts_OutboxDelivery",
                columns: new[] { "AggregateId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_OutboxDelivery_MessageId_Handler",
                table: "accounts_OutboxDelivery",
                columns: new[] { "MessageId", "Handler" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_OutboxDelivery_State_RetryAt",
                table: "accounts_OutboxDelivery",
                columns: new[] { "State", "RetryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_OutboxMessage_AddressedAt",
                table: "accounts_OutboxMessage",
                column: "AddressedAt");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_RecoveryCode_AccountId_Hash",
                table: "accounts_RecoveryCode",
                columns: new[] { "AccountId", "Hash" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Session_AccountId_DeviceId",
                table: "accounts_Session",
                columns: new[] { "AccountId", "DeviceId" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Session_StartedAt",
                table: "accounts_Session",
                column: "StartedAt");

            // Those who had confirmed their address keep their account open.
            migrationBuilder.Sql("UPDATE \"accounts_Account\" SET \"CreatedAt\" = strftime('%Y-%m-%d %H:%M:%f', 'now'), \"ActivatedAt\" = CASE WHEN \"EmailConfirmed\" = 1 AND \"PasswordHash\" IS NOT NULL THEN strftime('%Y-%m-%d %H:%M:%f', 'now') END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_AccountLink");

            migrationBuilder.DropTable(
                name: "accounts_Affiliation");

            migrationBuilder.DropTable(
                name: "accounts_Consent");

            migrationBuilder.DropTable(
                name: "accounts_Delegation");

            migrationBuilder.DropTable(
                name: "accounts_IdentityUserPasskey");

            migrationBuilder.DropTable(
                name: "accounts_InboxEntry");

            migrationBuilder.DropTable(
                name: "accounts_OutboxDelivery");

            migrationBuilder.DropTable(
                name: "accounts_RecoveryCode");

            migrationBuilder.DropTable(
                name: "accounts_Session");

            migrationBuilder.DropTable(
                name: "accounts_SignInThrottle");

            migrationBuilder.DropTable(
                name: "accounts_OutboxMessage");

            migrationBuilder.DropIndex(
                name: "IX_accounts_Account_SearchText",
                table: "accounts_Account");

            migrationBuilder.DropColumn(
                name: "ActivatedAt",
                table: "accounts_Account");

            migrationBuilder.DropColumn(
                name: "CreatedAt",
                table: "accounts_Account");

            migrationBuilder.DropColumn(
                name: "DisabledAt",
                table: "accounts_Account");

            migrationBuilder.DropColumn(
                name: "DisabledReason",
                table: "accounts_Account");

            migrationBuilder.DropColumn(
                name: "LastSignedInAt",
                table: "accounts_Account");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "accounts_Account");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "accounts_Account");

            migrationBuilder.DropColumn(
                name: "TotpKey",
                table: "accounts_Account");

            migrationBuilder.DropColumn(
                name: "TotpLastStep",
                table: "accounts_Account");

            migrationBuilder.DropColumn(
                name: "TotpSince",
                table: "accounts_Account");

            migrationBuilder.CreateTable(
                name: "accounts_IdentityRoleClaim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ClaimType = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    RoleId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_IdentityRoleClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_IdentityRoleClaim_accounts_IdentityRole_RoleId",
                        column: x => x.RoleId,
                        principalTable: "accounts_IdentityRole",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_IdentityUserClaim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ClaimType = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_IdentityUserClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_IdentityUserClaim_accounts_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_IdentityUserToken",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_IdentityUserToken", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_accounts_IdentityUserToken_accounts_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_IdentityRoleClaim_RoleId",
                table: "accounts_IdentityRoleClaim",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_IdentityUserClaim_UserId",
                table: "accounts_IdentityUserClaim",
                column: "UserId");
        }
    }
}
