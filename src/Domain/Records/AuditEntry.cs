using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Records;

/// <summary>Who did what, to what, and how it ended. Written in the transaction of the change, never changed afterwards.</summary>
/// <param name="OrganizationId">The organization that it concerns; null where it concerns none.</param>
/// <param name="UserId">Who did it, or whose login it was; null for an unknown account and for the command line.</param>
/// <param name="Action">Of <see cref="AuditActions"/>.</param>
/// <param name="Resource">The kind of thing: <c>user</c>, <c>organization</c>, <c>role</c>, <c>permission</c>, <c>location</c>, <c>integration</c>,
/// <c>service</c>, <c>module</c>, <c>config</c>, <c>config_profile</c>, <c>webhook</c>, <c>webhook_event</c>, <c>session</c>, <c>audit</c>,
/// <c>system</c>.</param>
/// <param name="ResourceId">Null where there is no such thing, as for the login of an unknown account.</param>
/// <param name="Details">A JSON object; what was changed stands under <c>changes</c> as <c>{field: {from, to}}</c>. No secrets.</param>
/// <param name="Status">Of <see cref="AuditStatuses"/>.</param>
public sealed record AuditEntry(
    Guid Id, TenantId TenantId, OrganizationId? OrganizationId, UserId? UserId, string Action, string Resource, string? ResourceId,
    string? IpAddress, string? UserAgent, string Details, string Status, DateTimeOffset CreatedAt);

/// <summary>How something that was recorded ended.</summary>
public static class AuditStatuses
{
    public const string Success = "success";
    public const string Failure = "failure";
    public const string Warning = "warning";
}
