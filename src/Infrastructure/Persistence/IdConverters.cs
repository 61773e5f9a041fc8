using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ModuleX.Domain.Access;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Infrastructure.Persistence;

internal sealed class TenantIdConverter() : ValueConverter<TenantId, Guid>(id => id.Value, value => new TenantId(value));

internal sealed class OrganizationIdConverter() : ValueConverter<OrganizationId, Guid>(id => id.Value, value => new OrganizationId(value));

internal sealed class ApiKeyIdConverter() : ValueConverter<ApiKeyId, Guid>(id => id.Value, value => new ApiKeyId(value));

internal sealed class UserIdConverter() : ValueConverter<UserId, Guid>(id => id.Value, value => new UserId(value));

internal sealed class LoginSessionIdConverter() : ValueConverter<LoginSessionId, Guid>(id => id.Value, value => new LoginSessionId(value));

internal sealed class RoleIdConverter() : ValueConverter<RoleId, Guid>(id => id.Value, value => new RoleId(value));

internal sealed class PermissionIdConverter() : ValueConverter<PermissionId, Guid>(id => id.Value, value => new PermissionId(value));

internal sealed class ConnectLinkIdConverter() : ValueConverter<ConnectLinkId, Guid>(id => id.Value, value => new ConnectLinkId(value));

internal sealed class InvitationIdConverter() : ValueConverter<InvitationId, Guid>(id => id.Value, value => new InvitationId(value));

internal sealed class LocationIdConverter() : ValueConverter<LocationId, Guid>(id => id.Value, value => new LocationId(value));

/// <summary>The id as its 16 bytes, for SQLite, where a column of ids is text otherwise.</summary>
internal sealed class TenantIdBytesConverter() : ValueConverter<TenantId,
    byte[]>(id => id.Value.ToByteArray(true), bytes => new TenantId(new Guid(bytes, true)));

/// <summary>As <see cref="TenantIdBytesConverter"/>.</summary>
internal sealed class OrganizationIdBytesConverter() : ValueConverter<OrganizationId,
    byte[]>(id => id.Value.ToByteArray(true), bytes => new OrganizationId(new Guid(bytes, true)));

/// <summary>As <see cref="TenantIdBytesConverter"/>.</summary>
internal sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

internal sealed class ServiceIdConverter() : ValueConverter<ServiceId, Guid>(id => id.Value, value => new ServiceId(value));

internal sealed class OutgoingWebhookIdConverter() : ValueConverter<OutgoingWebhookId, Guid>(id => id.Value, value => new OutgoingWebhookId(value));
