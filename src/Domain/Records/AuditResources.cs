namespace ModuleX.Domain.Records;

/// <summary>The kinds of thing that are recorded about.</summary>
public static class AuditResources
{
    public const string User = "user";
    public const string Session = "session";
    public const string Tenant = "tenant";
    public const string Organization = "organization";
    public const string Invitation = "invitation";
    public const string Role = "role";
    public const string Permission = "permission";
    public const string Location = "location";
    public const string Integration = "integration";
    public const string Service = "service";
    public const string ServiceKey = "service_key";
    public const string OutgoingWebhook = "webhook";
    public const string WebhookEvent = "webhook_event";
    public const string Module = "module";
    public const string Config = "config";
    public const string ConfigProfile = "config_profile";
    public const string ConnectLink = "connect_link";
    public const string Audit = "audit";
    public const string System = "system";
}
