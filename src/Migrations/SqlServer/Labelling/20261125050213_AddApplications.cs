using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.SqlServer.Labelling
{
    /// <inheritdoc />
    public partial class AddApplications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CharterId",
                schema: "labelling",
                table: "LabelApplication",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CharterSignedById",
                schema: "labelling",
                table: "LabelApplication",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SavedAt",
                schema: "labelling",
                table: "LabelApplication",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacesId",
                schema: "labelling",
                table: "Evidence",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Charter",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(3900)", maxLength: 3900, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PublishedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PublishedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Charter", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FiledVersion",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    FiledAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Json = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Seal = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FiledVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FiledVersion_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "labelling",
                        principalTable: "LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "labelling",
                table: "Charter",
                columns: new[] { "Id", "Number", "PublishedAt", "PublishedBy", "PublishedById", "Text" },
                values: new object[] { new Guid("01990000-0000-7000-8002-000000000001"), 1, new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, "L’espace accueille tous les publics, sans condition d’adhésion ni distinction.\nL’accès à Internet et les ateliers d’initiation sont gratuits. Les autres tarifs sont affichés.\nUne personne formée accueille, accompagne et anime aux heures annoncées.\nLes démarches et les données des personnes restent confidentielles. Rien n’est gardé sans leur accord.\nL’espace protège les mineurs et veille à la sécurité du public.\nL’équipe prend part au réseau : rencontres, entraide, ateliers partagés.\nL’espace tient ses horaires à jour sur le portail, et transmet ses chiffres et son bilan.\nLe nom et le logo Case numérique ne servent que pendant la validité du label, et pour cet espace.\nLe gestionnaire prévient ÉcoNum de tout changement : fermeture, départ de l’animateur, déménagement." });

            migrationBuilder.UpdateData(
                schema: "labelling",
                table: "Criterion",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8001-000000020102"),
                column: "ProvenBy",
                value: "charter-signed");

            migrationBuilder.CreateIndex(
                name: "IX_LabelApplication_CharterId",
                schema: "labelling",
                table: "LabelApplication",
                column: "CharterId");

            migrationBuilder.CreateIndex(
                name: "IX_Charter_Number",
                schema: "labelling",
                table: "Charter",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FiledVersion_ApplicationId_Number",
                schema: "labelling",
                table: "FiledVersion",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_LabelApplication_Charter_CharterId",
                schema: "labelling",
                table: "LabelApplication",
                column: "CharterId",
                principalSchema: "labelling",
                principalTable: "Charter",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_LabelApplication_Charter_CharterId",
                schema: "labelling",
                table: "LabelApplication");

            migrationBuilder.DropTable(
                name: "Charter",
                schema: "labelling");

            migrationBuilder.DropTable(
                name: "FiledVersion",
                schema: "labelling");

            migrationBuilder.DropIndex(
                name: "IX_LabelApplication_CharterId",
                schema: "labelling",
                table: "LabelApplication");

            migrationBuilder.DropColumn(
                name: "CharterId",
                schema: "labelling",
                table: "LabelApplication");

            migrationBuilder.DropColumn(
                name: "CharterSignedById",
                schema: "labelling",
                table: "LabelApplication");

            migrationBuilder.DropColumn(
                name: "SavedAt",
                schema: "labelling",
                table: "LabelApplication");

            migrationBuilder.DropColumn(
                name: "ReplacesId",
                schema: "labelling",
                table: "Evidence");

            migrationBuilder.UpdateData(
                schema: "labelling",
                table: "Criterion",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8001-000000020102"),
                column: "ProvenBy",
                value: null);
        }
    }
}
