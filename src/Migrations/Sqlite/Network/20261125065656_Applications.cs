using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Network
{
    /// <inheritdoc />
    public partial class Applications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosureFirstOn",
                table: "network_Epn",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ClosureId",
                table: "network_Epn",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosureLastOn",
                table: "network_Epn",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ClosureRevision",
                table: "network_Epn",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ClosureFirstOn",
                table: "network_Epn");

            migrationBuilder.DropColumn(
                name: "ClosureId",
                table: "network_Epn");

            migrationBuilder.DropColumn(
                name: "ClosureLastOn",
                table: "network_Epn");

            migrationBuilder.DropColumn(
                name: "ClosureRevision",
                table: "network_Epn");
        }
    }
}
