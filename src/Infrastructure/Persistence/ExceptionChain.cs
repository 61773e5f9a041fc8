namespace ModuleX.Infrastructure.Persistence;

internal static class ExceptionChain
{
    /// <summary>The exception and those inside of it. What a driver threw is seldom the outermost: EF Core wraps it, often more than once.</summary>
    public static IEnumerable<Exception> Chain(this Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException) yield return current;
    }
}
