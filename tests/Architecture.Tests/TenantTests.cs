using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ModuleX.Architecture.Tests;

/// <summary>A filter on the model keeps tenants apart, and the code that looks past it is listed by name.</summary>
public sealed class TenantTests
{
    /// <summary>Each with the reason why it has to look at all tenants.</summary>
    private static readonly string[] LookAcross =
    [
        "ApiKeyRepository", // a key is found by its hash, and tells the tenant
        "ApiKeyWatcher", // revocations of all tenants, for the memory of this node
        "ConnectionChecks", // looks after the connections of all tenants
        "ConnectionIds", // rows of all tenants that a version without ids has written
        "ConnectLinkTokens", // a link is found by its hash, and tells the tenant; upkeep of what has ended
        "DataSyncRunner", // takes up syncs of all tenants
        "DeliveryQueue", // takes up webhooks to the endpoints of all tenants
        "EventFanOut", // hands out events of all tenants
        "FailedRuns", // a batch of records has those of all tenants
        "OutgoingCleanup", // old deliveries of all tenants, for upkeep
        "InvitationTokens", // an invitation is found by its hash, and tells the tenant
        "Installations", // what is installed anywhere, by name, for the state of the whole server
        "LoginCleanup", // upkeep of what has ended
        "RefreshTokenTenants", // a refresh token is found by its hash, and tells the tenant
        "RecordCleanup", // old sums of all tenants, for upkeep
        "SumMerging", // sums of all tenants, for upkeep
        "ServiceHealthMonitor", // looks at the services of all tenants
        "StoredPopularity", // ratings of all tenants make the average of a module, which serves all
        "ModuleStore", // a module in use by any tenant is not uninstalled unnoticed
        "RevocationQueue", // revokes for owners of all tenants
        "ToolSessionReencryption", // re-encrypts tenant after tenant
        "ToolSessionStore", // a tenant that goes is not the one of the admin who ends it
        "UsageRecorder", // writes last uses by id, in batches
        "WebhookQueue", // takes up webhooks of all tenants
    ];

    [Fact]
    public void Only_those_with_a_reason_look_across_tenants() =>
        Callers("AcrossTenants").Except(LookAcross).ShouldBeEmpty();

    [Fact]
    public void Every_reason_is_still_one() => LookAcross.Except(Callers("AcrossTenants")).ShouldBeEmpty();

    [Fact]
    public void Filters_are_not_switched_off_in_another_way() => Callers("IgnoreQueryFilters").Except(["TenantFilter"]).ShouldBeEmpty();

    private static IEnumerable<string> Callers(string method) => Code.Types
        .Where(type => type.Methods.Where(one => one.HasBody).SelectMany(one => one.Body.Instructions)
            .Any(instruction => instruction.OpCode.FlowControl == FlowControl.Call && instruction.Operand is MethodReference called && called.Name == method))
        .Select(OutermostNameOf).Distinct();

    private static string OutermostNameOf(TypeDefinition type)
    {
        while (type.DeclaringType is not null) type = type.DeclaringType;
        return type.Name;
    }
}
