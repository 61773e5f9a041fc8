using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ModuleX.Infrastructure.Persistence.Providers.PostgreSql.Migrations
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
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grain = table.Column<byte>(type: "smallint", nullable: false),
                    start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    owner = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    tool = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
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
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<byte>(type: "smallint", nullable: false),
                    level = table.Column<byte>(type: "smallint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true, collation: "C"),
                    category = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    message = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    success = table.Column<bool>(type: "boolean", nullable: false),
                    tool_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    action_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    endpoint = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    method = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true, collation: "C"),
                    status_code = table.Column<int>(type: "integer", nullable: true),
                    duration_microseconds = table.Column<long>(type: "bigint", nullable: true),
                    ip_address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    details = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    is_slow = table.Column<bool>(type: "boolean", nullable: false)
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
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: true),
                    event_type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    severity = table.Column<byte>(type: "smallint", nullable: false),
                    ip_address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    user_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true, collation: "C"),
                    tool_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    message = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    count = table.Column<int>(type: "integer", nullable: false),
                    first_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sums",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grain = table.Column<byte>(type: "smallint", nullable: false),
                    measure = table.Column<byte>(type: "smallint", nullable: false),
                    start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    detail = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    count = table.Column<long>(type: "bigint", nullable: false),
                    errors = table.Column<long>(type: "bigint", nullable: false),
                    refused = table.Column<long>(type: "bigint", nullable: false),
                    faults = table.Column<long>(type: "bigint", nullable: false),
                    duration_microseconds = table.Column<long>(type: "bigint", nullable: false),
                    latency = table.Column<byte[]>(type: "bytea", nullable: false),
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
                    start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
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
                filter: "is_slow");

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
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
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
