using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModuleX.Infrastructure.Persistence.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class SessionChangesOnlyAdds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "refresh_attempt",
                table: "tool_sessions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "refresh_holder",
                table: "tool_sessions",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "refresh_until",
                table: "tool_sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "session_version",
                table: "access_changes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "writer",
                table: "access_changes",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "refresh_attempt",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "refresh_holder",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "refresh_until",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "session_version",
                table: "access_changes");

            migrationBuilder.DropColumn(
                name: "writer",
                table: "access_changes");
        }
    }
}
