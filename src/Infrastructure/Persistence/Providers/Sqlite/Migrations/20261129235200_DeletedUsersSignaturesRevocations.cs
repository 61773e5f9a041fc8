using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModuleX.Infrastructure.Persistence.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DeletedUsersSignaturesRevocations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "deleted_at",
                table: "users",
                type: "INTEGER",
                nullable: true);

            // New users are members, and must see nothing of other people. Roles that an admin has changed keep what they were given on purpose.
            migrationBuilder.Sql(
                "DELETE FROM role_permissions WHERE role_id IN (SELECT id FROM roles WHERE name_key IN ('member', 'viewer') AND updated_at = created_at) "
                + "AND permission_id IN (SELECT id FROM permissions WHERE name IN ('user:read', 'role:read', 'location:read', 'audit:read'))");

            migrationBuilder.AddColumn<string>(
                name: "signature",
                table: "services",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "revocations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 169, nullable: false),
                    tool = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    scheme = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    key_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    queued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.DropColumn(
                name: "deleted_at",
                table: "users");

            migrationBuilder.DropColumn(
                name: "signature",
                table: "services");
        }
    }
}
