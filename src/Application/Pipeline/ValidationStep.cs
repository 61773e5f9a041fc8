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
    protected override Task<TResponse> HandleAsync(TRequest request, Func<Task<TResponse>> next, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var validator in validators)
        {
            foreach (var failure in validator.Validate(request).Errors) problems.Add(failure.ToProblem());
        }
        return problems.Count == 0 ? next() : Task.FromResult(TResponse.FromError(ValidationErrors.Invalid(problems.ToImmutable())));
    }
}
