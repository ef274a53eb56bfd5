using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.Sqlite.Labelling
{
    /// <inheritdoc />
    public partial class EpnReplies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "labelling_EpnReply",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EpnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    SentById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_labelling_EpnReply", x => x.Id);
                    table.ForeignKey(
                        name: "FK_labelling_EpnReply_labelling_Epn_EpnId",
                        column: x => x.EpnId,
                        principalTable: "labelling_Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_labelling_EpnReply_labelling_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "labelling_Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_labelling_EpnReply_EpnId",
                table: "labelling_EpnReply",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_EpnReply_EvidenceId",
                table: "labelling_EpnReply",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_EpnReply_SubjectId",
                table: "labelling_EpnReply",
                column: "SubjectId",
                unique: true,
                filter: "SentAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_labelling_EpnReply_SubjectId_SentAt",
                table: "labelling_EpnReply",
                columns: new[] { "SubjectId", "SentAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "labelling_EpnReply");
        }
    }
}
