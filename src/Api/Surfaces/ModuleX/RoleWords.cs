using ModuleX.Api.Hosting;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Document 1's words for roles.</summary>
internal static class RoleWords
{
    private static readonly string[] Roles = ["VIEWER", "USER", "ADMIN", "SUPER_ADMIN"];

    public static string ToWord(this SystemRole role) => role switch
    {
        SystemRole.SuperAdmin => "SUPER_ADMIN",
        SystemRole.Admin => "ADMIN",
        SystemRole.Viewer => "VIEWER",
        _ => "USER",
    };

    public static string ToWord(this MembershipRole role) => role switch
    {
        MembershipRole.Owner => "owner",
        MembershipRole.Admin => "admin",
        _ => "member",
    };

    /// <exception cref="InvalidRequestException">It is none of the words.</exception>
    public static SystemRole Of(string word) => word.ToUpperInvariant() switch
    {
        "VIEWER" => SystemRole.Viewer,
        "USER" => SystemRole.User,
        "ADMIN" => SystemRole.Admin,
        "SUPER_ADMIN" => SystemRole.SuperAdmin,
        _ => throw new InvalidRequestException(RequestErrors.Invalid(
            $"role must be one of {string.Join(", ", Roles)}",
            new Problem("/role", $"must be one of {string.Join(", ", Roles)}")
                { Rule = ProblemRule.Enum, Limits = ProblemLimit.OfWords(Roles), Input = word })),
    };
}
