using System.Collections.Immutable;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Pipeline;

/// <summary>How a use case with a wrong shape is refused.</summary>
public static class ValidationErrors
{
    public const string Code = "validation_failed";

    public static Error Invalid(ImmutableArray<Problem> problems) =>
        new(ErrorKind.Invalid, Code, string.Join("; ", problems.Select(problem => problem.Message))) { Problems = problems };
}
