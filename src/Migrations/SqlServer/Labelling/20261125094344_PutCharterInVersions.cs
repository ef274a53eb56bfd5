using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.SqlServer.Labelling
{
    /// <inheritdoc />
    public partial class PutCharterInVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "PublishedBy",
                schema: "labelling",
                table: "Charter",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(400)",
                oldMaxLength: 400);

            migrationBuilder.AlterColumn<DateTime>(
                name: "PublishedAt",
                schema: "labelling",
                table: "Charter",
                type: "datetime2",
                nullable: true,
                oldClrType: typeof(DateTime),
                oldType: "datetime2");

            migrationBuilder.AddColumn<DateTime>(
                name: "CreatedAt",
                schema: "labelling",
                table: "Charter",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "CreatedBy",
                schema: "labelling",
                table: "Charter",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "CreatedById",
                schema: "labelling",
                table: "Charter",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Notice",
                schema: "labelling",
                table: "Charter",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublicationReason",
                schema: "labelling",
                table: "Charter",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StartsOn",
                schema: "labelling",
                table: "Charter",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Status",
                schema: "labelling",
                table: "Charter",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                schema: "labelling",
                table: "Charter",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.UpdateData(
                schema: "labelling",
                table: "Charter",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8002-000000000001"),
                columns: new[] { "CreatedAt", "CreatedBy", "CreatedById", "Notice", "PublicationReason", "StartsOn", "Status", "Version" },
                values: new object[] { new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, "Texte proposé : ÉcoNum y met sa propre charte.", null, new DateOnly(2016, 1, 1), 1, 0 });

            migrationBuilder.CreateIndex(
                name: "IX_Charter_Status",
                schema: "labelling",
                table: "Charter",
                column: "Status",
                unique: true,
                filter: "Status = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Charter_Status",
                schema: "labelling",
                table: "Charter");

            migrationBuilder.DropColumn(
                name: "CreatedAt",
                schema: "labelling",
                table: "Charter");

            migrationBuilder.DropColumn(
                name: "CreatedBy",
                schema: "labelling",
                table: "Charter");

            migrationBuilder.DropColumn(
                name: "CreatedById",
                schema: "labelling",
                table: "Charter");

            migrationBuilder.DropColumn(
                name: "Notice",
                schema: "labelling",
                table: "Charter");

            migrationBuilder.DropColumn(
                name: "PublicationReason",
                schema: "labelling",
                table: "Charter");

            migrationBuilder.DropColumn(
                name: "StartsOn",
                schema: "labelling",
                table: "Charter");

            migrationBuilder.DropColumn(
                name: "Status",
                schema: "labelling",
                table: "Charter");

            migrationBuilder.DropColumn(
                name: "Version",
                schema: "labelling",
                table: "Charter");

            migrationBuilder.AlterColumn<string>(
                name: "PublishedBy",
                schema: "labelling",
                table: "Charter",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "nvarchar(400)",
                oldMaxLength: 400,
                oldNullable: true);

            migrationBuilder.AlterColumn<DateTime>(
                name: "PublishedAt",
                schema: "labelling",
                table: "Charter",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified),
                oldClrType: typeof(DateTime),
                oldType: "datetime2",
                oldNullable: true);
        }
    }
}
