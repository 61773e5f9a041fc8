using ModuleX.Api.Hosting;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Document 4's words for the system roles.</summary>
internal static class TenantRoles
{
    private static readonly string[] Words = ["admin", "user", "viewer"];

    public static string ToWord(this SystemRole role) => role switch
    {
        >= SystemRole.Admin => "admin",
        SystemRole.Viewer => "viewer",
        _ => "user",
    };

    /// <exception cref="InvalidRequestException">It is none of the words.</exception>
    public static SystemRole Of(string word) => word.ToLowerInvariant() switch
    {
        "admin" => SystemRole.Admin,
        "user" => SystemRole.User,
        "viewer" => SystemRole.Viewer,
        _ => throw new InvalidRequestException(
            ValidationErrors.Invalid(
                [new Problem("/role", $"role must be one of {string.Join(", ", Words)}")
                { Rule = ProblemRule.Enum, Limits = ProblemLimit.OfWords(Words), Input = word }])),
    };
}
