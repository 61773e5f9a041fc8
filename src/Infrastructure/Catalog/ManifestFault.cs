using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>One problem of one manifest.</summary>
/// <param name="File">Relative to the catalog's folder: <c>github/tool.json</c>.</param>
public sealed record ManifestFault(string File, Problem Problem)
{
    public override string ToString() => $"{File} {Problem}";
}
