using ModuleX.Api.Hosting.Queries;

namespace ModuleX.Api.Hosting;

/// <summary>How the tools of an owner are listed.</summary>
/// <param name="Detail">With the actions of each, and what can be connected.</param>
internal sealed record ToolListParameters(bool Detail = false) : QueryParameters<ToolListParameters>;
