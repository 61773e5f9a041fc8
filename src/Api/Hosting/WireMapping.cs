using Mapster;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Copies of views to wire records, each declared beside its record. A copy that is not declared, or has a member without a source, is refused:
/// a test compiles all of them. A wire record that decides something has an <c>Of</c> instead.
/// </summary>
internal static class WireMapping
{
    public static TypeAdapterConfig Config { get; } = Create();

    public static TWire ToWire<TWire>(this object view) => view.Adapt<TWire>(Config);

    private static TypeAdapterConfig Create()
    {
        var config = new TypeAdapterConfig { RequireExplicitMapping = true, RequireDestinationMemberSource = true };
        // A view's Organization is an id; on the wire it is organization_id.
        config.Default.NameMatchingStrategy(new NameMatchingStrategy
        {
            SourceMemberNameConverter = name => name,
            DestinationMemberNameConverter = name => name.Length > 2 && name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name,
        });
        KeepAsItIs<LocationId>(config);
        KeepAsItIs<OrganizationId>(config);
        KeepAsItIs<PermissionId>(config);
        KeepAsItIs<RoleId>(config);
        KeepAsItIs<ServiceId>(config);
        KeepAsItIs<TenantId>(config);
        KeepAsItIs<UserId>(config);
        config.Scan(typeof(WireMapping).Assembly);
        return config;
    }

    private static void KeepAsItIs<TId>(TypeAdapterConfig config) => config.NewConfig<TId, TId>().MapWith(id => id);
}
