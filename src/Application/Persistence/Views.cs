using Mapster;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Persistence;

/// <summary>
/// The mappings of what is stored to views, which their features declare beside the views. A view without a declared mapping, or with a member that
/// nothing is mapped to, is refused: a test compiles all of them.
/// </summary>
public static class Views
{
    public static TypeAdapterConfig Mapping { get; } = Create();

    /// <summary>The view of what a command has just changed.</summary>
    public static TView To<TView>(this object stored) => stored.Adapt<TView>(Mapping);

    private static TypeAdapterConfig Create()
    {
        var mapping = new TypeAdapterConfig { RequireExplicitMapping = true, RequireDestinationMemberSource = true };
        TakeAsItIs<LocationId>(mapping);
        TakeAsItIs<LoginSessionId>(mapping);
        TakeAsItIs<OrganizationId>(mapping);
        TakeAsItIs<PermissionId>(mapping);
        TakeAsItIs<RoleId>(mapping);
        TakeAsItIs<ServiceId>(mapping);
        TakeAsItIs<ServiceSignature>(mapping);
        TakeAsItIs<TenantId>(mapping);
        TakeAsItIs<UserId>(mapping);
        mapping.Scan(typeof(Views).Assembly);
        return mapping;
    }

    /// <summary>A value that views hold as it is stored.</summary>
    private static void TakeAsItIs<T>(TypeAdapterConfig mapping) => mapping.NewConfig<T, T>().MapWith(value => value);
}
