using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Audit;

/// <summary>Something that was recorded, as callers see it.</summary>
/// <param name="Details">A JSON object.</param>
public sealed record AuditView(
    Guid Id, UserId? User, OrganizationId? Organization, string Action, string Resource, string? ResourceId, string? IpAddress, string? UserAgent,
    string Details,
    string Status, DateTimeOffset CreatedAt);
