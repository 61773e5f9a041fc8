using ModuleX.Application.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>A caller as the one for whom tools are used.</summary>
public static class CallerTools
{
    /// <param name="organization">One that the caller may act in, with what it shares; null for the own accounts alone.</param>
    public static ToolUser UserIn(this Caller caller, OrganizationId? organization)
    {
        var owner = OwnerId.User(caller.User.Value);
        return organization is { } one && caller.Authority.Organizations.TryGetValue(one, out var own)
            ? new(caller.Tenant, owner, organization, own.Roles) : new(caller.Tenant, owner, organization, []);
    }
}
