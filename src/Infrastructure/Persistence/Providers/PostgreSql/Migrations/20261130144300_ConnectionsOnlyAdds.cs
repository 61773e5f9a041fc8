using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModuleX.Infrastructure.Persistence.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ConnectionsOnlyAdds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "checked_at",
                table: "tool_sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "connection_id",
                table: "tool_sessions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "created_at",
                table: "tool_sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "default_since",
                table: "tool_sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "fault_at",
                table: "tool_sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fault_code",
                table: "tool_sessions",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "fault_message",
                table: "tool_sessions",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "label",
                table: "tool_sessions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "tool_sessions",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "sharing",
                table: "tool_sessions",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "connection_id",
                table: "records",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "run_id",
                table: "records",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_tool_sessions_tenant_id_created_at",
                table: "tool_sessions",
                columns: new[] { "tenant_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_tool_sessions_connection_id",
                table: "tool_sessions",
                column: "connection_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tool_sessions_tenant_id_created_at",
                table: "tool_sessions");

            migrationBuilder.DropIndex(
                name: "ix_tool_sessions_connection_id",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "checked_at",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "connection_id",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "created_at",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "default_since",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "fault_at",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "fault_code",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "fault_message",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "label",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "name",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "sharing",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "connection_id",
                table: "records");

            migrationBuilder.DropColumn(
                name: "run_id",
                table: "records");
        }
    }
}
