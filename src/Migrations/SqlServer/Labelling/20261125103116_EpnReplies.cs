using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseNumerique.Migrations.SqlServer.Labelling
{
    /// <inheritdoc />
    public partial class EpnReplies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EpnReply",
                schema: "labelling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EpnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    EvidenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SentBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    SentById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Remark = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EpnReply", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EpnReply_Epn_EpnId",
                        column: x => x.EpnId,
                        principalSchema: "labelling",
                        principalTable: "Epn",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EpnReply_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalSchema: "labelling",
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EpnReply_EpnId",
                schema: "labelling",
                table: "EpnReply",
                column: "EpnId");

            migrationBuilder.CreateIndex(
                name: "IX_EpnReply_EvidenceId",
                schema: "labelling",
                table: "EpnReply",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_EpnReply_SubjectId",
                schema: "labelling",
                table: "EpnReply",
                column: "SubjectId",
                unique: true,
                filter: "SentAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EpnReply_SubjectId_SentAt",
                schema: "labelling",
                table: "EpnReply",
                columns: new[] { "SubjectId", "SentAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EpnReply",
                schema: "labelling");
        }
    }
}
