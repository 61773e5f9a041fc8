using ModuleX.Application.Access;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Whose tools a caller of document 1 connects and executes: the signed-in user's.</summary>
internal static class OwnToolSessions
{
    /// <summary>An account of the signed-in user.</summary>
    /// <param name="account">Null for the one that is meant where none is named.</param>
    public static AccountReference AccountOf(this Caller caller, string tool, string? account) => caller.UserIn(null).AccountOf(tool, account);
}
