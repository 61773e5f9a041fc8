using ModuleX.Domain.Results;

namespace ModuleX.Domain.Identity;

/// <summary>Why signing in, or something with a user, is refused. Nothing here tells whether an account exists.</summary>
public static class IdentityErrors
{
    public const string AccountLockedCode = "account_locked";
    public const string TokenMissingCode = "token_missing";

    /// <summary>One answer for an unknown account, a wrong password, an inactive user and an organization that is not the user's.</summary>
    public static Error CredentialsInvalid { get; } = new(ErrorKind.Unauthenticated, "credentials_invalid", "Invalid email or password");

    /// <summary>Also given for accounts that do not exist, after as many failures.</summary>
    public static Error AccountLocked(TimeSpan remaining) =>
        new(ErrorKind.RateLimited, AccountLockedCode, "Too many failed logins; the account is locked for a while") { RetryAfter = remaining };

    public static Error TokenMissing { get; } = new(ErrorKind.Unauthenticated, TokenMissingCode, "A token is required: send it as Authorization: Bearer");

    public static Error TokenInvalid { get; } = new(ErrorKind.Unauthenticated, "token_invalid", "The token is invalid, expired or revoked");

    public static Error RefreshTokenInvalid { get; } = new(
        ErrorKind.Unauthenticated, "refresh_token_invalid", "The refresh token is invalid, expired or revoked");

    public static Error TenantMismatch { get; } = new(ErrorKind.Forbidden, "tenant_mismatch", "X-Tenant-Domain names another tenant than the token");

    public static Error RoleTooLow(string level) => new(ErrorKind.Forbidden, "level_missing", $"{level} access is required");

    /// <summary>Modules, configuration, settings, database and tenants serve all tenants, and belong to the default one.</summary>
    public static Error PlatformOnly { get; } = new(
        ErrorKind.Forbidden, "platform_only", "The platform serves all tenants: only admins of the default tenant administer it");

    /// <summary>A viewer tries to change or execute something.</summary>
    public static Error ViewerReadsOnly { get; } = new(ErrorKind.Forbidden, "viewer_reads_only", "A viewer may read, but change and execute nothing");

    public static Error PermissionMissing(string permission) => new(ErrorKind.Forbidden, "permission_missing", $"The permission {permission} is required");

    public static Error EmailTaken { get; } = new(ErrorKind.Conflict, "email_taken", "Email already registered");

    public static Error UsernameTaken { get; } = new(ErrorKind.Conflict, "username_taken", "Username already taken");

    /// <summary>For the operator, who may know.</summary>
    public static Error UserUnknown(string name) => new(ErrorKind.NotFound, "user_not_found", $"There is no user {name}");

    public static Error UserNotFound { get; } = new(ErrorKind.NotFound, "user_not_found", "User not found");

    public static Error SessionNotFound { get; } = new(ErrorKind.NotFound, "session_not_found", "Session not found");

    public static Error RegistrationClosed { get; } = new(
        ErrorKind.Forbidden, "registration_closed", "Registration is closed; ask an administrator for an account");

    public static Error PasswordWrong { get; } = new(ErrorKind.Invalid, "password_wrong", "The current password is wrong");

    /// <summary>A caller tries to give, take or touch a role above its own.</summary>
    public static Error RoleBeyondOwn { get; } = new(ErrorKind.Forbidden, "role_beyond_own", "That role is above your own");

    public static Error LastSuperAdmin { get; } = new(ErrorKind.Conflict, "last_super_admin", "The last super admin can't be removed, demoted or deactivated");

    public static Error BootstrapRefused { get; } = new(
        ErrorKind.Forbidden, "bootstrap_refused", "The bootstrap token is wrong, used up, or a super admin exists already");
}
