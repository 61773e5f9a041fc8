using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModuleX.Infrastructure.Persistence.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class RevocationQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "revocations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "character varying(169)", maxLength: 169, nullable: false, collation: "C"),
                    tool = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    account = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    scheme = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    queued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revocations", x => x.id);
                    table.ForeignKey(
                        name: "fk_revocations_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_revocations_due_at",
                table: "revocations",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_revocations_tenant_id",
                table: "revocations",
                column: "tenant_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "revocations");
        }
    }
}
