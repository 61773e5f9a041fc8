using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>How functions are listed.</summary>
/// <param name="Format">OpenAI's where none is named.</param>
internal sealed record FunctionListParameters(
    [AllowedValues(FunctionListParameters.OpenAI, FunctionListParameters.Anthropic)] string? Format) : QueryParameters<FunctionListParameters>
{
    private const string OpenAI = "openai";

    private const string Anthropic = "anthropic";

    public static Error StrictIsOpenAI { get; } = ValidationErrors.Invalid(
        [new Problem("/strict", "strict belongs to the format openai") { Source = ProblemSource.Query, Rule = ProblemRule.ValueError }]);

    public bool IsAnthropic => Format == Anthropic;
}
