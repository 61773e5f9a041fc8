using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModuleX.Infrastructure.Persistence.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class WriterSumsOnlyAdds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "writer_presences",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organization_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    grain = table.Column<byte>(type: "tinyint", nullable: false),
                    start = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    owner = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    tool = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    writer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_writer_presences", x => new { x.tenant_id, x.organization_id, x.grain, x.start, x.owner, x.tool, x.writer_id });
                });

            migrationBuilder.CreateTable(
                name: "writer_sums",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organization_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    grain = table.Column<byte>(type: "tinyint", nullable: false),
                    measure = table.Column<byte>(type: "tinyint", nullable: false),
                    start = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    detail = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    writer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false),
                    errors = table.Column<long>(type: "bigint", nullable: false),
                    refused = table.Column<long>(type: "bigint", nullable: false),
                    faults = table.Column<long>(type: "bigint", nullable: false),
                    duration_microseconds = table.Column<long>(type: "bigint", nullable: false),
                    latency = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_writer_sums", x => new { x.tenant_id, x.organization_id, x.measure, x.grain, x.start, x.subject, x.detail, x.writer_id });
                });

            migrationBuilder.CreateTable(
                name: "writer_system_hours",
                columns: table => new
                {
                    start = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    writer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    minutes_up = table.Column<long>(type: "bigint", nullable: false),
                    samples = table.Column<long>(type: "bigint", nullable: false),
                    cpu = table.Column<long>(type: "bigint", nullable: false),
                    memory = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_writer_system_hours", x => new { x.start, x.writer_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_writer_presences_grain_start",
                table: "writer_presences",
                columns: new[] { "grain", "start" });

            migrationBuilder.CreateIndex(
                name: "ix_writer_sums_grain_start",
                table: "writer_sums",
                columns: new[] { "grain", "start" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "writer_presences");

            migrationBuilder.DropTable(
                name: "writer_sums");

            migrationBuilder.DropTable(
                name: "writer_system_hours");
        }
    }
}
