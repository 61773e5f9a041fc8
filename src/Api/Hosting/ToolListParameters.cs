using ModuleX.Api.Hosting.Queries;

namespace ModuleX.Api.Hosting;

/// <summary>How the tools of an owner are listed.</summary>
/// <param name="Detail">With the description, version, author and kind of authorization of each.</param>
internal sealed record ToolListParameters(bool Detail = false) : QueryParameters<ToolListParameters>;
