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
                name: "platform_StoredFile");

            migrationBuilder.DropTable(
                name: "platform_Upload");
        }
    }
}
