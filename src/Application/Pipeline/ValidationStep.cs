using System.Collections.Immutable;
using FluentValidation;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Pipeline;

/// <summary>Refuses a use case whose validators find something, with every problem at once.</summary>
internal sealed class ValidationStep<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : PipelineStep<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    protected override Task<TResponse> HandleAsync(TRequest request, NextSteps<TResponse> next, CancellationToken cancellationToken)
    {
        ImmutableArray<Problem> problems = [];
        foreach (var validator in validators)
        {
            if (validator.Validate(request) is { IsValid: false } found) problems = problems.AddRange(found.Errors.Select(failure => failure.ToProblem()));
        }
        return problems.IsEmpty ? next.RunAsync() : Task.FromResult(TResponse.FromError(ValidationErrors.Invalid(problems)));
    }
}
