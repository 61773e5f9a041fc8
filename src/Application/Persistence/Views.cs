using System.Collections.Immutable;
using System.Reflection;
using Mapster;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Persistence;

/// <summary>
/// The mappings of what is stored to views, which their features declare beside the views. A view without a declared mapping, or with a member that
/// nothing is mapped to, is refused: a test compiles all of them.
/// </summary>
public static class Views
{
    public static TypeAdapterConfig Mapping { get; } = MappingOf(typeof(Views).Assembly);

    /// <summary>The view of what a command has just changed.</summary>
    public static TView To<TView>(this object stored) => stored.Adapt<TView>(Mapping);

    /// <summary>
    /// A configuration that refuses what is not declared, with the mappings that an assembly declares. Ids and other values that views hold as they
    /// are stored are copied.
    /// </summary>
    /// <param name="adjust">Called before the mappings are read.</param>
    public static TypeAdapterConfig MappingOf(Assembly assembly, Action<TypeAdapterConfig>? adjust = null)
    {
        var mapping = new TypeAdapterConfig { RequireExplicitMapping = true, RequireDestinationMemberSource = true };
        adjust?.Invoke(mapping);
        Copy<ApiKeyId>(mapping);
        Copy<ImmutableArray<string>>(mapping);
        Copy<LocationId>(mapping);
        Copy<LoginSessionId>(mapping);
        Copy<OrganizationId>(mapping);
        Copy<OutgoingWebhookId>(mapping);
        Copy<PermissionId>(mapping);
        Copy<RoleId>(mapping);
        Copy<ServiceId>(mapping);
        Copy<ServiceSignature>(mapping);
        Copy<TenantId>(mapping);
        Copy<UserId>(mapping);
        mapping.Scan(assembly);
        return mapping;
    }

    private static void Copy<T>(TypeAdapterConfig mapping) => mapping.NewConfig<T, T>().MapWith(value => value);
}
