using System.Text.Json;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Reads <c>{action, parameters}</c>. Models and their SDKs call the parameters <c>arguments</c>, so that is taken, too; one who sends both means two things.
/// </summary>
internal static class RunBody
{
    private const string ActionName = "action";
    private const string ParametersName = "parameters";
    private const string ArgumentsName = "arguments";
    private const int MaximumNameLength = 128;

    /// <param name="mayBeInside">Whether the action may stand among the parameters instead.</param>
    /// <param name="others">Further members that are known.</param>
    /// <exception cref="InvalidRequestException">The body has another form.</exception>
    public static (string Action, JsonElement Parameters) Read(JsonElement body, bool mayBeInside, params ReadOnlySpan<string> others)
    {
        if (body.ValueKind != JsonValueKind.Object) throw Invalid("The request body must be an object", "", "must be an object", ProblemRule.ObjectType);
        var parameters = ParametersOf(MemberOf(body, ParametersName), MemberOf(body, ArgumentsName), "");
        if (body.TryGetProperty(ActionName, out var action)) return (TextOf(action), parameters);
        if (mayBeInside && parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty(ActionName, out action))
            return (TextOf(action), WithoutAction(parameters));
        var unknown = UnknownMembers.In(body, [ParametersName, ArgumentsName, .. others]);
        throw Invalid($"The request body lacks {ActionName}{unknown}", "/" + ActionName, $"{ActionName} is required", ProblemRule.Missing);
    }

    /// <summary>The one that was sent; undefined for neither.</summary>
    /// <param name="at">A JSON pointer to the object that has them.</param>
    /// <exception cref="InvalidRequestException">Both were sent, or one that is no object.</exception>
    public static JsonElement ParametersOf(JsonElement? parameters, JsonElement? arguments, string at)
    {
        if (!IsGiven(arguments)) return Checked(parameters, ParametersName, at);
        if (!IsGiven(parameters)) return Checked(arguments, ArgumentsName, at);
        const string both = $"{ParametersName} and {ArgumentsName} are the same: send one of them";
        throw Invalid(both, $"{at}/{ArgumentsName}", both, ProblemRule.ValueError);
    }

    private static JsonElement Checked(JsonElement? sent, string name, string at)
    {
        if (!IsGiven(sent)) return default;
        return sent is { ValueKind: JsonValueKind.Object } given ? given
            : throw Invalid($"{name} must be an object", $"{at}/{name}", "must be an object", ProblemRule.DictionaryType);
    }

    private static bool IsGiven(JsonElement? value) => value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };

    private static JsonElement? MemberOf(JsonElement body, string name) => body.TryGetProperty(name, out var value) ? value : null;

    private static string TextOf(JsonElement action) =>
        action.ValueKind == JsonValueKind.String && action.GetString() is { Length: > 0 and <= MaximumNameLength } text
        ? text
        : throw Invalid($"{ActionName} must be the name of an action", "/" + ActionName, "must be the name of an action", ProblemRule.StringType);

    private static JsonElement WithoutAction(JsonElement parameters) =>
        JsonSerializer.SerializeToElement(
            parameters.EnumerateObject().Where(property => property.Name != ActionName).ToDictionary(property => property.Name, property => property.Value));

    private static InvalidRequestException Invalid(string message, string pointer, string problem, string rule) =>
        new(RequestErrors.Invalid(message, new Problem(pointer, problem) { Rule = rule }));
}
