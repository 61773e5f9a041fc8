namespace ModuleX.Api.Hosting.Queries;

/// <summary>Parameters with a rule over several of them, such as an end after its begin.</summary>
internal interface IQueryRules
{
    /// <summary>The property at which each broken rule is told, and what stands behind its name: <c>must be after start_date</c>.</summary>
    IEnumerable<(string Property, string What)> Broken();
}
