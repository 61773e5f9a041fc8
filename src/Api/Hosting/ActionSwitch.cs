using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>Reads how an action is switched: <c>is_disabled</c>, or the <c>is_active</c> that lists of actions show.</summary>
internal static class ActionSwitch
{
    /// <returns>Whether the action is on from now on.</returns>
    /// <exception cref="InvalidRequestException">Neither was sent, or two that contradict each other.</exception>
    public static bool IsOn(bool? isDisabled, bool? isActive) => (isDisabled, isActive) switch
    {
        (null, null) => throw Invalid("The request body lacks is_disabled", "is_disabled is required", ProblemRule.Missing),
        ({ } off, { } on) when off == on => throw Invalid("is_disabled and is_active contradict each other", "contradicts is_active", ProblemRule.ValueError),
        ({ } off, _) => !off,
        (_, { } on) => on,
    };

    private static InvalidRequestException Invalid(string message, string problem, string rule) =>
        new(RequestErrors.Invalid(message, new Problem("/is_disabled", problem) { Rule = rule }));
}
