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
                name: "check_due_at",
                table: "tool_sessions",
                type: "timestamp with time zone",
                nullable: true);

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

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "refresh_due_at",
                table: "tool_sessions",
                type: "timestamp with time zone",
                nullable: true);

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

            migrationBuilder.CreateTable(
                name: "connect_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "character varying(169)", maxLength: 169, nullable: false, collation: "C"),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    tools = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    scopes = table.Column<string>(type: "text", nullable: false),
                    return_url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    return_state = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    is_popup = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    browser_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    tool = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    failure_code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    failure_message = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    code_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    held = table.Column<string>(type: "text", nullable: true),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connect_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_connect_links_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_connect_links_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    data = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_waiting = table.Column<bool>(type: "boolean", nullable: false),
                    claim = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outgoing_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_outgoing_events_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_webhooks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    events = table.Column<string>(type: "text", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    previous_secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    previous_secret_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    disabled_reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    disabled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failing_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outgoing_webhooks", x => x.id);
                    table.ForeignKey(
                        name: "fk_outgoing_webhooks_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_outgoing_webhooks_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    webhook_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claim = table.Column<Guid>(type: "uuid", nullable: true),
                    last_status = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outgoing_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_outgoing_deliveries_webhook_id",
                        column: x => x.webhook_id,
                        principalTable: "outgoing_webhooks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "delivery_attempts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    duration_milliseconds = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    error = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    body = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_attempts", x => x.id);
                    table.ForeignKey(
                        name: "fk_delivery_attempts_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "outgoing_deliveries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tool_sessions_check_due_at",
                table: "tool_sessions",
                column: "check_due_at");

            migrationBuilder.CreateIndex(
                name: "ix_tool_sessions_connection_id",
                table: "tool_sessions",
                column: "connection_id");

            migrationBuilder.CreateIndex(
                name: "ix_tool_sessions_credential_expires_at",
                table: "tool_sessions",
                column: "credential_expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_tool_sessions_tenant_id_created_at",
                table: "tool_sessions",
                columns: new[] { "tenant_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_connect_links_expires_at",
                table: "connect_links",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_connect_links_organization_id_created_at",
                table: "connect_links",
                columns: new[] { "organization_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_connect_links_tenant_id",
                table: "connect_links",
                column: "tenant_id");

            migrationBuilder.CreateIndex(
                name: "ux_connect_links_token_hash",
                table: "connect_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_attempts_delivery_id_number",
                table: "delivery_attempts",
                columns: new[] { "delivery_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_deliveries_due_at_webhook_id",
                table: "outgoing_deliveries",
                columns: new[] { "due_at", "webhook_id" });

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_deliveries_ended_at",
                table: "outgoing_deliveries",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_deliveries_webhook_id_created_at",
                table: "outgoing_deliveries",
                columns: new[] { "webhook_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ux_outgoing_deliveries_event_id_webhook_id",
                table: "outgoing_deliveries",
                columns: new[] { "event_id", "webhook_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_events_is_waiting_occurred_at",
                table: "outgoing_events",
                columns: new[] { "is_waiting", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_events_organization_id",
                table: "outgoing_events",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_events_tenant_id",
                table: "outgoing_events",
                column: "tenant_id");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_webhooks_organization_id",
                table: "outgoing_webhooks",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_webhooks_tenant_id",
                table: "outgoing_webhooks",
                column: "tenant_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "connect_links");

            migrationBuilder.DropTable(
                name: "delivery_attempts");

            migrationBuilder.DropTable(
                name: "outgoing_events");

            migrationBuilder.DropTable(
                name: "outgoing_deliveries");

            migrationBuilder.DropTable(
                name: "outgoing_webhooks");

            migrationBuilder.DropIndex(
                name: "ix_tool_sessions_check_due_at",
                table: "tool_sessions");

            migrationBuilder.DropIndex(
                name: "ix_tool_sessions_connection_id",
                table: "tool_sessions");

            migrationBuilder.DropIndex(
                name: "ix_tool_sessions_credential_expires_at",
                table: "tool_sessions");

            migrationBuilder.DropIndex(
                name: "ix_tool_sessions_tenant_id_created_at",
                table: "tool_sessions");

            migrationBuilder.DropColumn(
                name: "check_due_at",
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
                name: "refresh_due_at",
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
