using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModuleX.Infrastructure.Persistence.Providers.SqlServer.Migrations
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
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organization_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    grain = table.Column<byte>(type: "tinyint", nullable: false),
                    start = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    owner = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    tool = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_presences", x => new { x.tenant_id, x.organization_id, x.grain, x.start, x.owner, x.tool });
                });

            migrationBuilder.CreateTable(
                name: "records",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organization_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    kind = table.Column<byte>(type: "tinyint", nullable: false),
                    level = table.Column<byte>(type: "tinyint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    user_id = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true, collation: "Latin1_General_100_BIN2"),
                    category = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    message = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    success = table.Column<bool>(type: "bit", nullable: false),
                    tool_name = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    action_name = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    endpoint = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    method = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true, collation: "Latin1_General_100_BIN2"),
                    status_code = table.Column<int>(type: "int", nullable: true),
                    duration_microseconds = table.Column<long>(type: "bigint", nullable: true),
                    ip_address = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    details = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    is_slow = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_records", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "security_alerts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organization_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    event_type = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    severity = table.Column<byte>(type: "tinyint", nullable: false),
                    ip_address = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    user_id = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true, collation: "Latin1_General_100_BIN2"),
                    tool_name = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    message = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    count = table.Column<int>(type: "int", nullable: false),
                    first_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sums",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organization_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    grain = table.Column<byte>(type: "tinyint", nullable: false),
                    measure = table.Column<byte>(type: "tinyint", nullable: false),
                    start = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    detail = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    count = table.Column<long>(type: "bigint", nullable: false),
                    errors = table.Column<long>(type: "bigint", nullable: false),
                    refused = table.Column<long>(type: "bigint", nullable: false),
                    faults = table.Column<long>(type: "bigint", nullable: false),
                    duration_microseconds = table.Column<long>(type: "bigint", nullable: false),
                    latency = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sums", x => new { x.tenant_id, x.organization_id, x.measure, x.grain, x.start, x.subject, x.detail });
                });

            migrationBuilder.CreateTable(
                name: "system_hours",
                columns: table => new
                {
                    start = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    minutes_up = table.Column<long>(type: "bigint", nullable: false),
                    samples = table.Column<long>(type: "bigint", nullable: false),
                    cpu = table.Column<long>(type: "bigint", nullable: false),
                    memory = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
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
                    organization_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    calls = table.Column<long>(type: "bigint", nullable: false)
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
