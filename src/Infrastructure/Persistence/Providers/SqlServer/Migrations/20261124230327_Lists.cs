using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ModuleX.Infrastructure.Persistence.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Lists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_users_organization_id_created_at",
                table: "users");

            migrationBuilder.DropIndex(
                name: "ix_users_tenant_id_created_at",
                table: "users");

            migrationBuilder.DropIndex(
                name: "ix_audit_logs_organization_id_created_at",
                table: "audit_logs");

            migrationBuilder.DropIndex(
                name: "ix_audit_logs_user_id_created_at",
                table: "audit_logs");

            migrationBuilder.CreateIndex(
                name: "ix_users_of_organization",
                table: "users",
                columns: new[] { "tenant_id", "organization_id", "created_at", "id", "is_active", "search_text" });

            migrationBuilder.CreateIndex(
                name: "ix_users_of_tenant",
                table: "users",
                columns: new[] { "tenant_id", "created_at", "id", "is_active", "search_text" });

            migrationBuilder.CreateIndex(
                name: "ix_users_organization_id",
                table: "users",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "ix_roles_tenant_id_organization_id_created_at",
                table: "roles",
                columns: new[] { "tenant_id", "organization_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_locations_tenant_id_organization_id_created_at",
                table: "locations",
                columns: new[] { "tenant_id", "organization_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_logs_tenant_id_organization_id_created_at",
                table: "audit_logs",
                columns: new[] { "tenant_id", "organization_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_logs_tenant_id_user_id_created_at",
                table: "audit_logs",
                columns: new[] { "tenant_id", "user_id", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_users_of_organization",
                table: "users");

            migrationBuilder.DropIndex(
                name: "ix_users_of_tenant",
                table: "users");

            migrationBuilder.DropIndex(
                name: "ix_users_organization_id",
                table: "users");

            migrationBuilder.DropIndex(
                name: "ix_roles_tenant_id_organization_id_created_at",
                table: "roles");

            migrationBuilder.DropIndex(
                name: "ix_locations_tenant_id_organization_id_created_at",
                table: "locations");

            migrationBuilder.DropIndex(
                name: "ix_audit_logs_tenant_id_organization_id_created_at",
                table: "audit_logs");

            migrationBuilder.DropIndex(
                name: "ix_audit_logs_tenant_id_user_id_created_at",
                table: "audit_logs");

            migrationBuilder.CreateIndex(
                name: "ix_users_organization_id_created_at",
                table: "users",
                columns: new[] { "organization_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_users_tenant_id_created_at",
                table: "users",
                columns: new[] { "tenant_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_logs_organization_id_created_at",
                table: "audit_logs",
                columns: new[] { "organization_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_logs_user_id_created_at",
                table: "audit_logs",
                columns: new[] { "user_id", "created_at" });
        }
    }
}
