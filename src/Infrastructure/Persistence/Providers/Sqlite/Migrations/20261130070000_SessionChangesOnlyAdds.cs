using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModuleX.Infrastructure.Persistence.Providers.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "refresh_holder",
                table: "tool_sessions",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "refresh_until",
                table: "tool_sessions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "session_version",
                table: "access_changes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "writer",
                table: "access_changes",
                type: "TEXT",
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
