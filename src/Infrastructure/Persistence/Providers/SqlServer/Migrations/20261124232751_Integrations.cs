using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModuleX.Infrastructure.Persistence.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Integrations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "tools_synced_at",
                table: "organizations",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "integrations",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    tool = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    is_active = table.Column<bool>(type: "bit", nullable: false),
                    installed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    installed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    sealed_config = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    sealed_environment = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    variable_names = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_integrations", x => new { x.organization_id, x.tool });
                    table.ForeignKey(
                        name: "fk_integrations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_integrations_tenant_id_tool",
                table: "integrations",
                columns: new[] { "tenant_id", "tool" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "integrations");

            migrationBuilder.DropColumn(
                name: "tools_synced_at",
                table: "organizations");
        }
    }
}
