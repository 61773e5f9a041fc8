namespace ModuleX.Api.Tests.Isolation;

/// <summary>A row for every endpoint that takes an id or administers the platform. <see cref="IsolationTests"/> fails while one is missing.</summary>
internal static class IsolationRows
{
    private const string Organizations = "/api/organizations/{organization}";
    private const string AuthX = "/api/v1";

    public static IReadOnlyList<IsolationRow> All { get; } =
    [
        .. OfDocument1, .. OfIntegrations, .. OfServices, .. OfOrganizations, .. OfUsers, .. OfRoles, .. OfLocations, .. OfAudit,
        .. OfPeopleOfTenants, .. OfPlatform, .. OfV1,
        new("Platform_Sessions_End", "DELETE", "/api/auth/sessions/{session}", Actor.Member, stranger: Actor.OtherMember),
    ];

    private static IEnumerable<IsolationRow> OfDocument1 =>
    [
        new("ModuleX_Organizations_Get", "GET", Organizations, Actor.SystemAdmin, Actor.Owner),
        new("ModuleX_Organizations_Update", "PUT", Organizations, Actor.SystemAdmin, Actor.Owner, body: new { name = "Renamed" }),
        new("ModuleX_Organizations_Delete", "DELETE", Organizations, Actor.Super, Actor.SystemAdmin),
        new("ModuleX_Organizations_ListUsers", "GET", Organizations + "/users", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("ModuleX_Organizations_AddUser", "POST", Organizations + "/users", Actor.Owner, Actor.Member, Actor.OtherOwner,
        new { user_id = "{newcomer}", role = "member" }),
        new("ModuleX_Organizations_RemoveUser", "DELETE", Organizations + "/users/{user}", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("ModuleX_Organizations_GetStats", "GET", Organizations + "/stats", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("ModuleX_Organizations_GetBySlug", "GET", "/api/organizations/slug/{slug}", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("ModuleX_Organizations_GetByDomain", "GET", "/api/organizations/domain/{domain}", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("ModuleX_DashboardUsers_Get", "GET", "/api/dashboard/users/{user}?organization_id={organization}", Actor.Owner, Actor.Member, Actor.OtherOwner),
    ];

    /// <summary>A tool has a name and no id, but whose it is, the organization of the request says.</summary>
    private static IEnumerable<IsolationRow> OfIntegrations =>
    [
        new("ModuleX_Integrations_GetConfig", "GET", "/api/integrations/slack/config?organization_id={organization}", Actor.Owner, Actor.Member,
        Actor.OtherOwner),
        new("ModuleX_Integrations_UpdateConfig", "PUT", "/api/integrations/slack/config?organization_id={organization}", Actor.Owner, Actor.Member,
        Actor.OtherOwner, new { config_data = new { } }),
        new("ModuleX_Integrations_UpdateEnvironment", "PUT", "/api/integrations/slack/environment?organization_id={organization}", Actor.Owner,
        Actor.Member, Actor.OtherOwner, new { environment_variables = new { } }),
        new("ModuleX_Integrations_Uninstall", "DELETE", "/api/integrations/slack?organization_id={organization}", Actor.Owner, Actor.Member, Actor.OtherOwner),
    ];

    private static IEnumerable<IsolationRow> OfV1 =>
    [
        new("V1_ServiceKeys_Get", "GET", "/v1/service-keys/{key}?organization_id={organization}", Actor.Owner, Actor.Member, Actor.OtherOwner),
        OfWebhook("V1_OutgoingWebhooks_Get", "GET", ""),
        OfWebhook("V1_OutgoingWebhooks_Update", "PATCH", "", new { description = "Other" }),
        OfWebhook("V1_OutgoingWebhooks_Delete", "DELETE", ""),
        OfWebhook("V1_OutgoingWebhooks_RotateSecret", "POST", "/rotate-secret"),
        OfWebhook("V1_Deliveries_Test", "POST", "/test"),
        OfWebhook("V1_Deliveries_List", "GET", "/deliveries"),
        OfWebhook("V1_Deliveries_ResendFailed", "POST", "/deliveries/resend-failed", new { since = "2026-01-01T00:00:00Z" }),
        OfWebhook("V1_Deliveries_Get", "GET", "/deliveries/{delivery}"),
        OfWebhook("V1_Deliveries_Resend", "POST", "/deliveries/{delivery}/resend"),
        new("V1_Runs_Get", "GET", "/v1/runs/{run}?organization_id={organization}", Actor.Owner, stranger: Actor.OtherMember),
        new("V1_ConnectLinks_Get", "GET", "/v1/connect-links/{link}?organization_id={organization}", Actor.Member, stranger: Actor.OtherOwner),
        new("V1_ConnectLinks_Revoke", "DELETE", "/v1/connect-links/{link}?organization_id={organization}", Actor.Member, stranger: Actor.OtherOwner),
        OfConnection("V1_Connections_Get", "GET", ""),
        OfConnection("V1_Connections_Update", "PATCH", "", new { name = "Other" }),
        OfConnection("V1_Connections_Check", "POST", "/check"),
        OfConnection("V1_Connections_Delete", "DELETE", ""),
        new("V1_Connections_Request", "POST", "/v1/connections/{connection}/request?organization_id={organization}", Actor.Owner, Actor.Member,
            Actor.OtherOwner, new { method = "GET", path = "/users" }),
        new("V1_Invitations_Get", "GET", "/v1/invitations/{invitation}?organization_id={organization}", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("V1_Invitations_Revoke", "DELETE", "/v1/invitations/{invitation}?organization_id={organization}", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("V1_ServiceKeys_Revoke", "DELETE", "/v1/service-keys/{key}?organization_id={organization}", Actor.Owner, Actor.Member, Actor.OtherOwner),
    ];

    private static IsolationRow OfConnection(string name, string method, string path, object? body = null) => new(
        name, method, "/v1/connections/{connection}" + path + "?organization_id={organization}", Actor.Owner, stranger: Actor.OtherMember, body: body);

    private static IsolationRow OfWebhook(string name, string method, string path, object? body = null) => new(
        name, method, "/v1/webhooks/{webhook}" + path + "?organization_id={organization}", Actor.Owner, Actor.Member, Actor.OtherOwner, body);

    private static IEnumerable<IsolationRow> OfServices =>
    [
        new("Tenants_Services_Get", "GET", "/api/integrations/services/{service}", Actor.SystemAdmin, stranger: Actor.Owner),
        new("Tenants_Services_Update", "PUT", "/api/integrations/services/{service}", Actor.SystemAdmin, Actor.Owner, body: new { is_active = true }),
        new("Tenants_Services_Delete", "DELETE", "/api/integrations/services/{service}", Actor.SystemAdmin, Actor.Owner),
        new("Tenants_Services_ListRecords", "GET", "/api/integrations/services/{service}/records", Actor.SystemAdmin, stranger: Actor.Owner),
        new("Tenants_WebhookEvents_Get", "GET", "/api/integrations/webhook-events/{failed_event}", Actor.SystemAdmin, stranger: Actor.Owner),
        new("Tenants_WebhookEvents_Retry", "POST", "/api/integrations/webhook-events/{failed_event}/retry", Actor.SystemAdmin, Actor.Owner),
        new("Tenants_IntegrationHealth_ListHistory", "GET", "/api/integrations/health/{service}/history", Actor.SystemAdmin, stranger: Actor.Owner),
        new("Tenants_DataSync_Trigger", "POST", "/api/integrations/sync/trigger", Actor.SystemAdmin, Actor.Owner,
            body: new { service_id = "{service}", sync_type = "users" }),
    ];

    private static IEnumerable<IsolationRow> OfOrganizations =>
    [
        new("AuthX_Organizations_Get", "GET", AuthX + "/organizations/{organization}", Actor.Super, Actor.Owner),
        new("AuthX_Organizations_Update", "PUT", AuthX + "/organizations/{organization}", Actor.Super, Actor.Owner, body: new { name = "Renamed" }),
        new("AuthX_Organizations_Delete", "DELETE", AuthX + "/organizations/{empty_organization}", Actor.Super, Actor.Owner),
    ];

    private static IEnumerable<IsolationRow> OfUsers =>
    [
        new("AuthX_Users_Get", "GET", AuthX + "/users/{user}", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("AuthX_Users_Update", "PUT", AuthX + "/users/{user}", Actor.Owner, Actor.Member, Actor.OtherOwner, new { first_name = "Renamed" }),
        new("AuthX_Users_Delete", "DELETE", AuthX + "/users/{user}", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("AuthX_Users_GetPermissions", "GET", AuthX + "/users/{user}/permissions", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("AuthX_Users_AssignRoles", "POST", AuthX + "/users/{user}/roles", Actor.Owner, Actor.Member, Actor.OtherOwner,
        new { role_ids = new[] { "{role}" } }),
        new("AuthX_Users_RemoveRoles", "DELETE", AuthX + "/users/{user}/roles", Actor.Owner, Actor.Member, Actor.OtherOwner,
        new { role_ids = new[] { "{role}" } }),
    ];

    private static IEnumerable<IsolationRow> OfRoles =>
    [
        new("AuthX_Users_ListRoles", "GET", AuthX + "/users/{user}/roles", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("AuthX_Roles_ListPermissions", "GET", AuthX + "/roles/{role}/permissions", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("AuthX_Roles_Get", "GET", AuthX + "/roles/{role}", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("AuthX_Roles_Update", "PUT", AuthX + "/roles/{role}", Actor.Owner, Actor.Member, Actor.OtherOwner, new { name = "Renamed" }),
        new("AuthX_Roles_Delete", "DELETE", AuthX + "/roles/{role}", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("AuthX_Roles_AssignPermissions", "POST", AuthX + "/roles/{role}/permissions", Actor.Owner, Actor.Member, Actor.OtherOwner,
        new { permission_ids = new[] { "{permission}" } }),
        new("AuthX_Roles_RemovePermissions", "DELETE", AuthX + "/roles/{role}/permissions", Actor.Owner, Actor.Member, Actor.OtherOwner,
        new { permission_ids = new[] { "{permission}" } }),
        new("AuthX_Permissions_Get", "GET", AuthX + "/permissions/{permission}", Actor.Member),
        new("AuthX_Permissions_Update", "PUT", AuthX + "/permissions/{permission}", Actor.Super, Actor.Owner, body: new { description = "Described" }),
        new("AuthX_Permissions_Delete", "DELETE", AuthX + "/permissions/{permission}", Actor.Super, Actor.Owner),
    ];

    private static IEnumerable<IsolationRow> OfLocations =>
    [
        new("AuthX_Locations_Get", "GET", AuthX + "/locations/{location}", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("AuthX_Locations_Update", "PUT", AuthX + "/locations/{location}", Actor.Owner, Actor.Member, Actor.OtherOwner, new { name = "Renamed" }),
        new("AuthX_Locations_Delete", "DELETE", AuthX + "/locations/{free_location}", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("AuthX_Locations_Assign", "POST", AuthX + "/locations/assign", Actor.Owner, Actor.Member, Actor.OtherOwner,
        new { user_id = "{user}", location_ids = new[] { "{location}" } }),
        new("AuthX_Locations_ListOfUser", "GET", AuthX + "/locations/user/{user}", Actor.Member, Actor.OtherMember, Actor.OtherOwner),
        new("AuthX_Locations_RemoveUser", "DELETE", AuthX + "/locations/user/{user}/location/{location}", Actor.Owner, Actor.Member, Actor.OtherOwner),
        new("AuthX_Locations_ListUsers", "GET", AuthX + "/locations/{location}/users", Actor.Owner, Actor.Member, Actor.OtherOwner),
    ];

    /// <summary>Document 4 shows the people of a tenant to its admins, and everybody else only themselves.</summary>
    private static IEnumerable<IsolationRow> OfPeopleOfTenants =>
    [
        new("Tenants_Users_Get", "GET", "/api/tenants/users/{user_number}", Actor.Member, stranger: Actor.Owner),
        new("Tenants_Users_Update", "PUT", "/api/tenants/users/{user_number}", Actor.SystemAdmin, Actor.Owner, body: new { first_name = "Renamed" }),
        new("Tenants_Users_Delete", "DELETE", "/api/tenants/users/{user_number}", Actor.SystemAdmin, Actor.Owner),
        new("Tenants_Organizations_Get", "GET", "/api/tenants/organizations/{organization}", Actor.Member, Actor.None, Actor.OtherOwner),
        new("Tenants_Organizations_Update", "PUT", "/api/tenants/organizations/{organization}", Actor.SystemAdmin, Actor.Owner,
        body: new { description = "Described" }),
        new("Tenants_Organizations_Delete", "DELETE", "/api/tenants/organizations/{organization}", Actor.SystemAdmin, Actor.Owner),
    ];

    private static IEnumerable<IsolationRow> OfPlatform =>
    [
        Of("Platform_Config_Get", "GET", "/api/config"),
        Of("Platform_Config_Update", "PUT", "/api/config", body: new { config = new { general = new { site_name = "Here" } } }),
        Of("Platform_Config_ListHistory", "GET", "/api/config/history"),
        Of("Platform_Profiles_List", "GET", "/api/config/profiles"),
        Of("Platform_Profiles_Create", "POST", "/api/config/profiles", body: Profile),
        Of("Platform_Profiles_Get", "GET", "/api/config/profiles/{profile}"),
        Of("Platform_Profiles_Update", "PUT", "/api/config/profiles/{profile}", body: new { description = "Described" }),
        Of("Platform_Profiles_Apply", "POST", "/api/config/profiles/{profile}/apply"),
        Of("Platform_Profiles_Delete", "DELETE", "/api/config/profiles/{profile}"),
        Of("Platform_Modules_Install", "POST", "/api/modules/install", body: new { module_id = "{uninstalled_module}" }),
        Of("Platform_Modules_Update", "PUT", "/api/modules/notion", body: new { settings = new { NOTION_CLIENT_ID = "other" } }),
        Of("Platform_Modules_Uninstall", "DELETE", "/api/modules/n8n"),
        Of("V1_Nodes_List", "GET", "/v1/nodes"),
        Of("ModuleX_System_GetConfig", "GET", "/api/system/config"),
        Of("ModuleX_System_ReloadConfig", "POST", "/api/system/config/reload"),
        Of("ModuleX_System_UpdateDatabase", "POST", "/api/system/database/update"),
        OfSuper("Tenants_Tenants_List", "GET", "/api/tenants"),
        OfSuper("Tenants_Tenants_Create", "POST", "/api/tenants", new { domain = "new-{domain}" }),
        OfSuper("Tenants_Tenants_Get", "GET", "/api/tenants/{tenant}"),
        OfSuper("Tenants_Tenants_Update", "PUT", "/api/tenants/{tenant}", new { name = "Renamed" }),
        OfSuper("Tenants_Tenants_Delete", "DELETE", "/api/tenants/{tenant}"),
    ];

    private static object Profile => new
    {
        name = "of {slug}",
        description = "",
        config = new
        {
            general = new { site_name = "Here", timezone = "UTC", locale = "en-US" },
            security = new { password_policy = new { min_length = 12, require_special = false }, session_timeout = 604_800 },
            modules = new { enabled = Array.Empty<string>(), disabled = Array.Empty<string>() },
        },
    };

    private static IsolationRow Of(string endpoint, string method, string path, object? body = null) =>
        new(endpoint, method, path, Actor.SystemAdmin, Actor.Owner, body: body, isOfPlatform: true);

    private static IsolationRow OfSuper(string endpoint, string method, string path, object? body = null) =>
        new(endpoint, method, path, Actor.Super, Actor.SystemAdmin, body: body, isOfPlatform: true);

    private static IEnumerable<IsolationRow> OfAudit =>
    [
        new("AuthX_Audit_UserActivity", "GET", AuthX + "/audit/user/{user}/activity", Actor.Member, Actor.None, Actor.OtherOwner),
        new("AuthX_Audit_OrganizationStats", "GET", AuthX + "/audit/organization/{organization}/stats", Actor.Member, Actor.None, Actor.OtherOwner),
    ];
}
