using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.SqlServer.Platform
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "StoredFile",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    UploadedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    UploadedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OwnerModule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OwnerSubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFile", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Upload",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Upload", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StoredFile_OwnerModule_OwnerSubjectId",
                schema: "platform",
                table: "StoredFile",
                columns: new[] { "OwnerModule", "OwnerSubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_StoredFile_Sha256",
                schema: "platform",
                table: "StoredFile",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_StoredFile_State",
                schema: "platform",
                table: "StoredFile",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Upload_AccountId",
                schema: "platform",
                table: "Upload",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Upload_ExpiresAt",
                schema: "platform",
                table: "Upload",
                column: "ExpiresAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StoredFile",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "Upload",
                schema: "platform");
        }
    }
}
