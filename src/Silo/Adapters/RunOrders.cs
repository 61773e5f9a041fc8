using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Application.Access;
using ModuleX.Application.Runs;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Silo.Messages;

namespace ModuleX.Silo.Adapters;

/// <summary>Runs as messages, and back.</summary>
internal static class RunOrders
{
    public static RunOrder ToOrder(this ExecuteInOrganizationCommand command) => new()
    {
        Tenant = command.Caller.Tenant.Value,
        TenantDomain = command.Caller.Authority.TenantDomain,
        User = command.Caller.User.Value,
        Role = (int)command.Caller.Authority.Role,
        LoginSession = command.Caller.Authority.Session.Value,
        Organization = command.Organization.Value,
        Tool = command.Tool,
        Action = command.Action,
        Parameters = command.Parameters.ValueKind == JsonValueKind.Undefined ? [] : JsonSerializer.SerializeToUtf8Bytes(command.Parameters),
        IdempotencyKey = command.IdempotencyKey,
        ClientAddress = command.Caller.Client.Address,
        ClientAgent = command.Caller.Client.Agent,
        Account = command.Account,
        Roles = command.Caller.Authority.Organizations.TryGetValue(command.Organization, out var own) ? [.. own.Roles.Select(role => role.Value)] : null,
        Membership = (int?)own?.Role,
    };

    /// <summary>The caller's other organizations stay behind: they have no part in this run.</summary>
    public static ExecuteInOrganizationCommand ToCommand(this RunOrder order)
    {
        var organization = new OrganizationId(order.Organization);
        var authority = new Authority(
            new TenantId(order.Tenant), order.TenantDomain, new UserId(order.User), (SystemRole)order.Role, new LoginSessionId(order.LoginSession),
            organization,
            order.Membership is not { } role ? ImmutableDictionary<OrganizationId, OrganizationAuthority>.Empty
                : ImmutableDictionary<OrganizationId, OrganizationAuthority>.Empty.Add(
                    organization, new((MembershipRole)role, [], [.. (order.Roles ?? []).Select(one => new RoleId(one))])));
        return new(
            new Caller(authority, new ClientFacts(order.ClientAddress, order.ClientAgent)), organization, order.Tool, order.Action,
            order.Parameters.Length == 0 ? default : JsonElement.Parse(order.Parameters), order.IdempotencyKey, order.Account);
    }
}
