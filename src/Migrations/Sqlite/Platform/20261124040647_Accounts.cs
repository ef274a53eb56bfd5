using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Platform
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsSecret",
                table: "platform_Mail",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "platform_AuditEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    FromHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ChangesHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_AuditEntry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_Erasure",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Pseudonym = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Traces = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Waiting = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_Erasure", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_RetentionRule",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_RetentionRule", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_StoredFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    UploadedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OwnerModule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OwnerSubjectId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_StoredFile", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_Upload",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_Upload", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_AuditDetail",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Salt = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Json = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_AuditDetail", x => new { x.EntryId, x.Part });
                    table.ForeignKey(
                        name: "FK_platform_AuditDetail_platform_AuditEntry_EntryId",
                        column: x => x.EntryId,
                        principalTable: "platform_AuditEntry",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_platform_AuditEntry_Action_At",
                table: "platform_AuditEntry",
                columns: new[] { "Action", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_AuditEntry_ActorId_At",
                table: "platform_AuditEntry",
                columns: new[] { "ActorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_AuditEntry_At",
                table: "platform_AuditEntry",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_platform_AuditEntry_Sequence",
                table: "platform_AuditEntry",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_Erasure_State",
                table: "platform_Erasure",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_platform_RetentionRule_Key_Version",
                table: "platform_RetentionRule",
                columns: new[] { "Key", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_StoredFile_OwnerModule_OwnerSubjectId",
                table: "platform_StoredFile",
                columns: new[] { "OwnerModule", "OwnerSubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_StoredFile_Sha256",
                table: "platform_StoredFile",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_platform_StoredFile_State",
                table: "platform_StoredFile",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Upload_AccountId",
                table: "platform_Upload",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Upload_ExpiresAt",
                table: "platform_Upload",
                column: "ExpiresAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "platform_AuditDetail");

            migrationBuilder.DropTable(
                name: "platform_Erasure");

            migrationBuilder.DropTable(
                name: "platform_RetentionRule");

            migrationBuilder.DropTable(
                name: "platform_StoredFile");

            migrationBuilder.DropTable(
                name: "platform_Upload");

            migrationBuilder.DropTable(
                name: "platform_AuditEntry");

            migrationBuilder.DropColumn(
                name: "IsSecret",
                table: "platform_Mail");
        }
    }
}
