using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Labelling
{
    /// <inheritdoc />
    public partial class AddApplications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CharterId",
                table: "labelling_LabelApplication",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CharterSignedById",
                table: "labelling_LabelApplication",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SavedAt",
                table: "labelling_LabelApplication",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacesId",
                table: "labelling_Evidence",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "labelling_Charter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 3900, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    PublishedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_Charter", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "labelling_FiledVersion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FiledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_FiledVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_FiledVersion_labelling_LabelApplication_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "labelling_LabelApplication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "labelling_Charter",
                columns: new[] { "Id", "Number", "PublishedAt", "PublishedBy", "PublishedById", "Text" },
                values: new object[] { new Guid("01990000-0000-7000-8002-000000000001"), 1, new DateTime(2026, 11, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Système", null, "L’espace accueille tous les publics, sans condition d’adhésion ni distinction.\nL’accès à Internet et les ateliers d’initiation sont gratuits. Les autres tarifs sont affichés.\nUne personne formée accueille, accompagne et anime aux heures annoncées.\nLes démarches et les données des personnes restent confidentielles. Rien n’est gardé sans leur accord.\nL’espace protège les mineurs et veille à la sécurité du public.\nL’équipe prend part au réseau : rencontres, entraide, ateliers partagés.\nL’espace tient ses horaires à jour sur le portail, et transmet ses chiffres et son bilan.\nLe nom et le logo Case numérique ne servent que pendant la validité du label, et pour cet espace.\nLe gestionnaire prévient ÉcoNum de tout changement : fermeture, départ de l’animateur, déménagement." });

            migrationBuilder.UpdateData(
                table: "labelling_Criterion",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8001-000000020102"),
                column: "ProvenBy",
                value: "charter-signed");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_LabelApplication_CharterId",
                table: "labelling_LabelApplication",
                column: "CharterId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_Charter_Number",
                table: "labelling_Charter",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_labelling_FiledVersion_ApplicationId_Number",
                table: "labelling_FiledVersion",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_labelling_LabelApplication_labelling_Charter_CharterId",
                table: "labelling_LabelApplication",
                column: "CharterId",
                principalTable: "labelling_Charter",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_labelling_LabelApplication_labelling_Charter_CharterId",
                table: "labelling_LabelApplication");

            migrationBuilder.DropTable(
                name: "labelling_Charter");

            migrationBuilder.DropTable(
                name: "labelling_FiledVersion");

            migrationBuilder.DropIndex(
                name: "IX_labelling_LabelApplication_CharterId",
                table: "labelling_LabelApplication");

            migrationBuilder.DropColumn(
                name: "CharterId",
                table: "labelling_LabelApplication");

            migrationBuilder.DropColumn(
                name: "CharterSignedById",
                table: "labelling_LabelApplication");

            migrationBuilder.DropColumn(
                name: "SavedAt",
                table: "labelling_LabelApplication");

            migrationBuilder.DropColumn(
                name: "ReplacesId",
                table: "labelling_Evidence");

            migrationBuilder.UpdateData(
                table: "labelling_Criterion",
                keyColumn: "Id",
                keyValue: new Guid("01990000-0000-7000-8001-000000020102"),
                column: "ProvenBy",
                value: null);
        }
    }
}
