using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModuleX.Infrastructure.Persistence.Providers.SqlServer.Migrations
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
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "refresh_holder",
                table: "tool_sessions",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "refresh_until",
                table: "tool_sessions",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "session_version",
                table: "access_changes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "writer",
                table: "access_changes",
                type: "uniqueidentifier",
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
