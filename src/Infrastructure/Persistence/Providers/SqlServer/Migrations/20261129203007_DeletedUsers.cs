using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModuleX.Infrastructure.Persistence.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class DeletedUsers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deleted_at",
                table: "users",
                type: "datetimeoffset",
                nullable: true);

            // Who registers is a member, and must see nothing of other people. Roles that an admin has changed keep what they were given on purpose.
            migrationBuilder.Sql(
                "DELETE FROM role_permissions WHERE role_id IN (SELECT id FROM roles WHERE name_key IN ('member', 'viewer') AND updated_at = created_at) "
                + "AND permission_id IN (SELECT id FROM permissions WHERE name IN ('user:read', 'role:read', 'location:read', 'audit:read'))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "deleted_at",
                table: "users");
        }
    }
}
