using System.Text.Json;

namespace ModuleX.Application.Pipeline;

/// <summary>The names of members as callers know them: a use case has <c>FirstName</c>, every document <c>first_name</c>.</summary>
internal static class WireName
{
    public static string Of(string member) => JsonNamingPolicy.SnakeCaseLower.ConvertName(member);

    /// <summary>The JSON pointer of a member as FluentValidation names it: <c>/items/0/first_name</c> for <c>Items[0].FirstName</c>.</summary>
    public static string PointerOf(string property) =>
        property.Length == 0 ? ""
            : "/" + string.Join('/', property.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.').Select(Of));
}
