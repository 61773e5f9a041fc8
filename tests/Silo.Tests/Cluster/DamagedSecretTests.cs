using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.ToolSessions;
using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>Stored credentials that were copied or changed in the database, or whose key is not there, on every node.</summary>
public sealed class DamagedSecretTests(TwoNodes scene) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task A_credential_that_was_copied_from_another_owner_needs_a_new_connection_on_every_node()
    {
        var copied = await CopyAsync("eve", secret => secret);

        foreach (var node in scene.Both) (await (copied with { Client = node.Client }).ExecuteAsync(TwoNodes.Ledger, "list_entries"))
            .With(400).Detail.ShouldContain("Please re-authenticate");
        (await StoredAsync("eve")).NeedsReconnect.ShouldBeTrue();
        scene.Both.Sum(
            node => node.Log.Lines.Count(
                line => line.Contains("[secret_damaged]", StringComparison.Ordinal)
                || line.Contains("was changed outside of ModuleX", StringComparison.Ordinal)))
            .ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_unavailable_on_every_node_and_changes_nothing()
    {
        var copied = await CopyAsync("mallory", secret => secret with { KeyId = Guid.NewGuid() });
        var before = await StoredAsync("mallory");

        foreach (var node in scene.Both) (await (copied with { Client = node.Client }).ExecuteAsync(TwoNodes.Ledger, "list_entries"))
            .With(503).Headers.RetryAfter.ShouldNotBeNull();

        var after = await StoredAsync("mallory");
        (after.NeedsReconnect, after.Version).ShouldBe((false, before.Version));
    }

    /// <summary>Writes another owner's row behind the server's back, with the credential of one who is connected.</summary>
    private async Task<Owner> CopyAsync(string owner, Func<SealedSecret, SealedSecret> change)
    {
        var from = $"from-{owner}";
        await new Owner(scene.One.Client, from).ConnectedToAsync(TwoNodes.Ledger, new { token = "t" });
        var stored = await StoredAsync(from);
        var id = stored.Id with { Owner = OwnerId.External(stored.Id.Owner.FindOrganization()!.Value, owner) };
        var credential = stored.Credential! with { Secret = change(stored.Credential.Secret) };
        (await scene.One.Services.GetRequiredService<IToolSessionRepository>()
            .SaveAsync(stored, stored with { Id = id, Credential = credential, Version = 0 }, default)).Required();
        return new Owner(scene.One.Client, owner);
    }

    private async Task<ToolSessionSnapshot> StoredAsync(string owner)
    {
        await using var db = await scene.One.Services.GetRequiredService<IDbContextFactory<ModuleXDbContext>>().CreateDbContextAsync();
        return (await db.ToolSessions.AcrossTenants().SingleAsync(row => row.Owner.EndsWith(":" + owner))).ToSnapshot();
    }
}
