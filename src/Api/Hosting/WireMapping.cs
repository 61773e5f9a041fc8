using Mapster;
using ModuleX.Application.Persistence;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Copies of views to wire records, each declared beside its record. A copy that is not declared, or has a member without a source, is refused:
/// a test compiles all of them. A wire record that decides something has an <c>Of</c> instead.
/// </summary>
internal static class WireMapping
{
    public static TypeAdapterConfig Config { get; } = Views.MappingOf(typeof(WireMapping).Assembly, MatchIds);

    public static TWire ToWire<TWire>(this object view) => view.Adapt<TWire>(Config);

    /// <summary>A view's <c>Organization</c> is an id; on the wire it is <c>organization_id</c>.</summary>
    private static void MatchIds(TypeAdapterConfig config) => config.Default.NameMatchingStrategy(new NameMatchingStrategy
    {
        SourceMemberNameConverter = name => name,
        DestinationMemberNameConverter = name => name.Length > 2 && name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name,
    });
}
