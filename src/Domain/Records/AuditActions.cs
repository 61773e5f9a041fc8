namespace ModuleX.Domain.Records;

/// <summary>The names of what is recorded.</summary>
public static class AuditActions
{
    public const string UserRegistered = "user_register";
    public const string LoginSucceeded = "login_success";
    public const string LoginFailed = "login_failed";
    public const string RefreshTokenReused = "refresh_token_reused";
    public const string Logout = "logout";
    public const string SessionEnded = "session_ended";
    public const string UserCreated = "user_created";
    public const string UserUpdated = "user_updated";
    public const string UserDeleted = "user_deleted";
    public const string UserPasswordChanged = "user_password_changed";
    public const string UserRolesAssigned = "user_roles_assigned";
    public const string UserRolesRemoved = "user_roles_removed";
    public const string TenantCreated = "tenant_created";
    public const string OrganizationCreated = "organization_created";
    public const string OrganizationUpdated = "organization_updated";
    public const string OrganizationDeleted = "organization_deleted";
    public const string MemberAdded = "organization_member_added";
    public const string MemberChanged = "organization_member_changed";
    public const string MemberRemoved = "organization_member_removed";
    public const string RoleCreated = "role_created";
    public const string RoleUpdated = "role_updated";
    public const string RoleDeleted = "role_deleted";
    public const string RolePermissionsAssigned = "role_permissions_assigned";
    public const string RolePermissionsRemoved = "role_permissions_removed";
    public const string PermissionCreated = "permission_created";
    public const string PermissionUpdated = "permission_updated";
    public const string PermissionDeleted = "permission_deleted";
    public const string LocationCreated = "location_created";
    public const string LocationUpdated = "location_updated";
    public const string LocationDeleted = "location_deleted";
    public const string LocationsAssigned = "locations_assigned";
    public const string LocationRemoved = "location_removed";
    public const string IntegrationInstalled = "integration_installed";
    public const string IntegrationUninstalled = "integration_uninstalled";
    public const string IntegrationConfigured = "integration_config_updated";
    public const string IntegrationEnvironmentUpdated = "integration_environment_updated";
    public const string IntegrationsSynced = "integrations_synced";
    public const string ConfigUpdated = "config_updated";
    public const string ConfigProfileCreated = "config_profile_created";
    public const string ConfigProfileUpdated = "config_profile_updated";
    public const string ConfigProfileDeleted = "config_profile_deleted";
    public const string ConfigProfileApplied = "config_profile_applied";
    public const string ModuleInstalled = "module_installed";
    public const string ModuleUninstalled = "module_uninstalled";
    public const string ModuleEnabled = "module_enabled";
    public const string ModuleDisabled = "module_disabled";
    public const string ModuleConfigured = "module_settings_updated";
    public const string AuditExported = "audit_exported";
    public const string SettingsReloaded = "settings_reloaded";
    public const string DatabaseUpdated = "database_updated";
}
