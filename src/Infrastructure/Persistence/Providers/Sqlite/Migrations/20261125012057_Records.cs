using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModuleX.Infrastructure.Persistence.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Records : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "organization_calls");

            migrationBuilder.CreateTable(
                name: "presences",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organization_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grain = table.Column<byte>(type: "INTEGER", nullable: false),
                    start = table.Column<long>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    tool = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_presences", x => new { x.tenant_id, x.organization_id, x.grain, x.start, x.owner, x.tool });
                });

            migrationBuilder.CreateTable(
                name: "records",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    tenant_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    level = table.Column<byte>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    user_id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    category = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    message = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    success = table.Column<bool>(type: "INTEGER", nullable: false),
                    tool_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    action_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    endpoint = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    method = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    status_code = table.Column<int>(type: "INTEGER", nullable: true),
                    duration_microseconds = table.Column<long>(type: "INTEGER", nullable: true),
                    ip_address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    details = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    is_slow = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_records", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "security_alerts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organization_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    event_type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    severity = table.Column<byte>(type: "INTEGER", nullable: false),
                    ip_address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    user_id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    tool_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    message = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    first_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sums",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organization_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grain = table.Column<byte>(type: "INTEGER", nullable: false),
                    measure = table.Column<byte>(type: "INTEGER", nullable: false),
                    start = table.Column<long>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    errors = table.Column<long>(type: "INTEGER", nullable: false),
                    refused = table.Column<long>(type: "INTEGER", nullable: false),
                    faults = table.Column<long>(type: "INTEGER", nullable: false),
                    duration_microseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    latency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sums", x => new { x.tenant_id, x.organization_id, x.measure, x.grain, x.start, x.subject, x.detail });
                });

            migrationBuilder.CreateTable(
                name: "system_hours",
                columns: table => new
                {
                    start = table.Column<long>(type: "INTEGER", nullable: false),
                    minutes_up = table.Column<long>(type: "INTEGER", nullable: false),
                    samples = table.Column<long>(type: "INTEGER", nullable: false),
                    cpu = table.Column<long>(type: "INTEGER", nullable: false),
                    memory = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_system_hours", x => x.start);
                });

            migrationBuilder.CreateIndex(
                name: "ix_login_sessions_tenant_id_organization_id_created_at",
                table: "login_sessions",
                columns: new[] { "tenant_id", "organization_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_logs_tenant_id_organization_id_action_created_at",
                table: "audit_logs",
                columns: new[] { "tenant_id", "organization_id", "action", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_presences_grain_start",
                table: "presences",
                columns: new[] { "grain", "start" });

            migrationBuilder.CreateIndex(
                name: "ix_records_security",
                table: "records",
                columns: new[] { "tenant_id", "code", "ip_address", "at" },
                filter: "kind = 2");

            migrationBuilder.CreateIndex(
                name: "ix_records_slow",
                table: "records",
                columns: new[] { "tenant_id", "at" },
                filter: "is_slow = 1");

            migrationBuilder.CreateIndex(
                name: "ix_records_tenant_id_kind_at",
                table: "records",
                columns: new[] { "tenant_id", "kind", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_records_tenant_id_organization_id_at",
                table: "records",
                columns: new[] { "tenant_id", "organization_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_records_user",
                table: "records",
                columns: new[] { "tenant_id", "user_id", "at" },
                filter: "kind = 3");

            migrationBuilder.CreateIndex(
                name: "ix_security_alerts_tenant_id_event_type_last_at",
                table: "security_alerts",
                columns: new[] { "tenant_id", "event_type", "last_at" });

            migrationBuilder.CreateIndex(
                name: "ix_security_alerts_tenant_id_last_at",
                table: "security_alerts",
                columns: new[] { "tenant_id", "last_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sums_grain_start",
                table: "sums",
                columns: new[] { "grain", "start" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "presences");

            migrationBuilder.DropTable(
                name: "records");

            migrationBuilder.DropTable(
                name: "security_alerts");

            migrationBuilder.DropTable(
                name: "sums");

            migrationBuilder.DropTable(
                name: "system_hours");

            migrationBuilder.DropIndex(
                name: "ix_login_sessions_tenant_id_organization_id_created_at",
                table: "login_sessions");

            migrationBuilder.DropIndex(
                name: "ix_audit_logs_tenant_id_organization_id_action_created_at",
                table: "audit_logs");

            migrationBuilder.CreateTable(
                name: "organization_calls",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    calls = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_calls", x => new { x.organization_id, x.day });
                    table.ForeignKey(
                        name: "fk_organization_calls_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }
    }
}
