using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Labelling
{
    /// <inheritdoc />
    public partial class PutCharterInVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "PublishedBy",
                table: "labelling_Charter",
                type: "TEXT",
                maxLength: 400,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 400);

            migrationBuilder.AlterColumn<DateTime>(
                name: "PublishedAt",
                table: "labelling_Charter",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateTime),
                oldType: "TEXT");

            migrationBuilder.AddColumn<DateTime>(
                name: "CreatedAt",
                table: "labelling_Charter",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "CreatedBy",
                table: "labelling_Charter",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "CreatedById",
                table: "labelling_Charter",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Notice",
                table: "labelling_Charter",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublicationReason",
                table: "labelling_Charter",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StartsOn",
                table: "labelling_Charter",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Status",
                table: "labelling_Charter",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "labelling_Charter",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.UpdateData(
                table: "labelling_Charter",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8002-000000000001"),
                columns: new[] { "CreatedAt", "CreatedBy", "CreatedById", "Notice", "PublicationReason", "StartsOn", "Status", "Version" },
                values: new object[] { new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, "Texte proposé : ÉcoNum y met sa propre charte.", null, new DateOnly(2016, 1, 1), 1, 0 });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Charter_Status",
                table: "labelling_Charter",
                column: "Status",
                unique: true,
                filter: "Status = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_labelling_Charter_Status",
                table: "labelling_Charter");

            migrationBuilder.DropColumn(
                name: "CreatedAt",
                table: "labelling_Charter");

            migrationBuilder.DropColumn(
                name: "CreatedBy",
                table: "labelling_Charter");

            migrationBuilder.DropColumn(
                name: "CreatedById",
                table: "labelling_Charter");

            migrationBuilder.DropColumn(
                name: "Notice",
                table: "labelling_Charter");

            migrationBuilder.DropColumn(
                name: "PublicationReason",
                table: "labelling_Charter");

            migrationBuilder.DropColumn(
                name: "StartsOn",
                table: "labelling_Charter");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "labelling_Charter");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "labelling_Charter");

            migrationBuilder.AlterColumn<string>(
                name: "PublishedBy",
                table: "labelling_Charter",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 400,
                oldNullable: true);

            migrationBuilder.AlterColumn<DateTime>(
                name: "PublishedAt",
                table: "labelling_Charter",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified),
                oldClrType: typeof(DateTime),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
