using ModuleX.Domain.Records;
using System.Collections.Frozen;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Document 4's words for what was recorded.</summary>
internal static class TenantAuditWords
{
    /// <summary>Who did what the server itself did.</summary>
    public const string Server = "system";

    /// <summary>A caller from outside without an account.</summary>
    public const string Unknown = "unknown";

    private const string Create = "CREATE";
    private const string Update = "UPDATE";
    private const string Delete = "DELETE";
    private const string Login = "LOGIN";
    private const string LoginFailed = "LOGIN_FAILED";
    private const string Logout = "LOGOUT";

    /// <summary>An action that is not here is called by its stored name, in upper case.</summary>
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        [AuditActions.UserRegistered] = Create,
        [AuditActions.LoginSucceeded] = Login,
        [AuditActions.LoginFailed] = LoginFailed,
        [AuditActions.Logout] = Logout,
        [AuditActions.SessionEnded] = Logout,
        [AuditActions.UserCreated] = Create,
        [AuditActions.UserUpdated] = Update,
        [AuditActions.UserDeleted] = Delete,
        [AuditActions.UserPasswordChanged] = Update,
        [AuditActions.UserRolesAssigned] = Update,
        [AuditActions.UserRolesRemoved] = Update,
        [AuditActions.TenantCreated] = Create,
        [AuditActions.TenantUpdated] = Update,
        [AuditActions.TenantDeleted] = Delete,
        [AuditActions.OrganizationCreated] = Create,
        [AuditActions.OrganizationUpdated] = Update,
        [AuditActions.OrganizationDeleted] = Delete,
        [AuditActions.MemberAdded] = Update,
        [AuditActions.MemberChanged] = Update,
        [AuditActions.MemberRemoved] = Update,
        [AuditActions.RoleCreated] = Create,
        [AuditActions.RoleUpdated] = Update,
        [AuditActions.RoleDeleted] = Delete,
        [AuditActions.RolePermissionsAssigned] = Update,
        [AuditActions.RolePermissionsRemoved] = Update,
        [AuditActions.PermissionCreated] = Create,
        [AuditActions.PermissionUpdated] = Update,
        [AuditActions.PermissionDeleted] = Delete,
        [AuditActions.LocationCreated] = Create,
        [AuditActions.LocationUpdated] = Update,
        [AuditActions.LocationDeleted] = Delete,
        [AuditActions.LocationsAssigned] = Update,
        [AuditActions.LocationRemoved] = Update,
        [AuditActions.IntegrationInstalled] = Create,
        [AuditActions.IntegrationUninstalled] = Delete,
        [AuditActions.IntegrationConfigured] = Update,
        [AuditActions.IntegrationEnvironmentUpdated] = Update,
        [AuditActions.IntegrationsSynced] = Update,
    }.ToFrozenDictionary();

    public static string WordOf(string action) => Words.GetValueOrDefault(action) ?? action.ToUpperInvariant();

    /// <summary>The stored actions that a word of the wire stands for.</summary>
    public static List<string> StoredOf(string word)
    {
        var upper = word.ToUpperInvariant();
        var known = Words.Where(pair => pair.Value == upper).Select(pair => pair.Key).ToList();
        return known.Count > 0 ? known : [word.ToLowerInvariant()];
    }
}
