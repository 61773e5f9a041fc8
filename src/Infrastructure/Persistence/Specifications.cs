using Ardalis.Specification;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>Evaluates specifications over EF Core with the evaluators of the base package; its companion for EF Core is not on every feed.</summary>
internal static class Specifications
{
    private static readonly IEvaluator[] Evaluators = [WhereEvaluator.Instance, OrderEvaluator.Instance, PaginationEvaluator.Instance];

    /// <summary>The rows that the specification asks for. Pages are taken by the reader, so that late ones are read from the nearer end.</summary>
    public static IQueryable<T> Matching<T>(this IQueryable<T> rows, ISpecification<T> specification)
        where T : class
    {
        if (specification.IgnoreQueryFilters) throw new NotSupportedException("A specification does not look across tenants.");
        return Evaluators.Aggregate(rows, (found, evaluator) => evaluator.GetQuery(found, specification));
    }
}
