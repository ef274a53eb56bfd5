using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.SqlServer.Network
{
    /// <inheritdoc />
    public partial class Applications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosureFirstOn",
                schema: "network",
                table: "Epn",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ClosureId",
                schema: "network",
                table: "Epn",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosureLastOn",
                schema: "network",
                table: "Epn",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ClosureRevision",
                schema: "network",
                table: "Epn",
                type: "int",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ClosureFirstOn",
                schema: "network",
                table: "Epn");

            migrationBuilder.DropColumn(
                name: "ClosureId",
                schema: "network",
                table: "Epn");

            migrationBuilder.DropColumn(
                name: "ClosureLastOn",
                schema: "network",
                table: "Epn");

            migrationBuilder.DropColumn(
                name: "ClosureRevision",
                schema: "network",
                table: "Epn");
        }
    }
}
