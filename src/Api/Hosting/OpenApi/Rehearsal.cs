using System.Reflection;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>
/// What an endpoint's handler does up to its use case: the query parameters that it reads. They are found by running the handler on blank values
/// with an application that takes nothing, so a document can't say anything else than the code does (docs/adr/0023).
/// </summary>
internal sealed record Rehearsal(IReadOnlyList<QueryParameter> Query)
{
    private static readonly Rehearsal Nothing = new([]);

    /// <param name="handler">Run only where it asks the application for what it does: others might do something.</param>
    public static Rehearsal Of(MethodInfo handler)
    {
        if (!handler.IsStatic || handler.GetParameters().All(parameter => parameter.ParameterType != typeof(IUseCases))) return Nothing;
        var query = new List<QueryParameter>();
        var useCases = new UseCasesOfRehearsal();
        var context = new DefaultHttpContext();
        try
        {
            var arguments = handler.GetParameters().Select(parameter => ArgumentOf(parameter.ParameterType, query, useCases, context)).ToArray();
            // The first step of an async method runs at once: until the application is asked, nothing is awaited.
            if (handler.Invoke(null, arguments) is Task task) _ = task.Exception;
        }
        catch (TargetInvocationException)
        {
            // A blank value was no use to the handler; what it had read until then is kept, and a test tells where that is not all.
        }
        return new([.. query.DistinctBy(parameter => parameter.Name)]);
    }

    private static object? ArgumentOf(Type type, List<QueryParameter> query, UseCasesOfRehearsal useCases, HttpContext context)
    {
        if (type == typeof(QueryValues)) return new QueryValues(context.Request.Query, query.Add);
        if (type == typeof(IUseCases)) return useCases;
        if (type == typeof(HttpContext)) return context;
        if (type == typeof(HttpRequest)) return context.Request;
        if (type == typeof(CancellationToken)) return CancellationToken.None;
        if (type == typeof(TimeProvider)) return TimeProvider.System;
        return Blank.IsWire(type) ? Blank.Of(type) : null;
    }

    /// <summary>Takes nothing.</summary>
    private sealed class UseCasesOfRehearsal : IUseCases
    {
        public Task<Result<T>> SendAsync<T>(ICommand<T> command, CancellationToken cancellationToken) => Refuse<T>();

        public Task<Result<T>> SendAsync<T>(IQuery<T> query, CancellationToken cancellationToken) => Refuse<T>();

        private static Task<Result<T>> Refuse<T>() =>
            Task.FromResult<Result<T>>(new Error(ErrorKind.Unavailable, "rehearsal", "Nothing is done in a rehearsal"));
    }
}
