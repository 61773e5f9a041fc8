using ModuleX.Application.Access;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Whose tools a caller of document 1 connects and executes: the signed-in user's.</summary>
internal static class OwnToolSessions
{
    /// <summary>The link of the signed-in user to a tool.</summary>
    public static ToolSessionId SessionFor(this Caller caller, string tool) => new(caller.Tenant, caller.Owner(), tool);

    public static OwnerId Owner(this Caller caller) => OwnerId.User(caller.User.Value);
}
