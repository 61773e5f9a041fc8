using System.Collections.Immutable;
using ModuleX.Application.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;

namespace ModuleX.Application.Audit;

/// <summary>Something to be recorded.</summary>
/// <param name="Action">Of <see cref="AuditActions"/>.</param>
/// <param name="Resource">Of <see cref="AuditResources"/>.</param>
/// <param name="Organization">The organization that it concerns; null where it concerns none.</param>
public sealed record AuditEvent(Actor Actor, string Action, string Resource, string? ResourceId, OrganizationId? Organization)
{
    /// <summary>Of <see cref="AuditStatuses"/>.</summary>
    public string Status { get; init; } = AuditStatuses.Success;

    /// <summary>Facts beside the changes, by snake_case name: text, numbers, booleans, or lists of text. No secrets.</summary>
    public ImmutableSortedDictionary<string, object> Facts { get; init; } = ImmutableSortedDictionary<string, object>.Empty;

    /// <summary>The same with one more fact.</summary>
    public AuditEvent With(string name, object value) => this with { Facts = Facts.SetItem(name, value) };
}
