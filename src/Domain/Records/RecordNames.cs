namespace ModuleX.Domain.Records;

/// <summary>What records are sorted by, for people.</summary>
public static class RecordCategories
{
    public const string Request = "Request";
    public const string Security = "Security";

    /// <summary>An execution of an action.</summary>
    public const string Execution = "Execution";

    /// <summary>A tool was connected, disconnected, or switched on or off by its owner.</summary>
    public const string Connection = "Connection";

    /// <summary>A tool failed.</summary>
    public const string Integration = "Integration";

    /// <summary>The server itself.</summary>
    public const string System = "System";
}

/// <summary>The security events, as <see cref="RecordEntry.Code"/> has them.</summary>
public static class SecurityEvents
{
    public const string LoginSucceeded = "auth_success";
    public const string LoginFailed = "auth_fail";
    public const string AccountLocked = "account_locked";
    public const string TokenReused = "token_reuse";
    public const string TenantMismatched = "tenant_mismatch";
    public const string EgressRefused = "egress_refused";
    public const string CallbackRefused = "callback_refused";
    public const string CredentialRejected = "credential_rejected";
    public const string ApiKeyRefused = "api_key_refused";
    public const string WebhookRefused = "webhook_refused";
    public const string SecretDamaged = "secret_damaged";

    public static IReadOnlyList<string> All { get; } =
        [
            LoginSucceeded, LoginFailed, AccountLocked, TokenReused, TenantMismatched, EgressRefused, CallbackRefused, CredentialRejected, ApiKeyRefused,
            WebhookRefused, SecretDamaged,
        ];

    /// <summary>Those of which a single one is suspicious.</summary>
    public static IReadOnlyList<string> Suspicious { get; } = [AccountLocked, TokenReused, TenantMismatched, EgressRefused, CallbackRefused];

    /// <summary>Those that are suspicious when one address causes many of them in a short time.</summary>
    public static IReadOnlyList<string> SuspiciousWhenRepeated { get; } = [LoginFailed, ApiKeyRefused, WebhookRefused];
}

/// <summary>How callers show who they are.</summary>
public static class AuthMethods
{
    /// <summary>The access token of a session that began with a password.</summary>
    public const string Password = "password";

    public const string ApiKey = "api_key";
}
