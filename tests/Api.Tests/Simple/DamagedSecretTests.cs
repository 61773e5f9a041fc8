using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Application.Organizations;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Tests.Simple;

/// <summary>Stored credentials that were copied in the database, or whose key is not there, as callers meet them.</summary>
public sealed class DamagedSecretTests(SimpleScene scene) : IClassFixture<SimpleScene>
{
    [Fact]
    public async Task A_credential_that_was_copied_from_another_owner_needs_a_new_connection_and_is_told_to_the_guard()
    {
        var copied = await CopyAsync("eve", secret => secret);

        var first = (await copied.ExecuteAsync("github", "list_repositories")).With(400);
        (await copied.ExecuteAsync("github", "list_repositories")).With(400);

        first.Detail.ShouldBe("Invalid authentication for github. Please re-authenticate.");
        first.Json.GetProperty("details").GetProperty("connect_url").GetString().ShouldNotBeNullOrEmpty();
        scene.ModuleX.Log.Lines.ShouldContain(
            line => line.Contains("Critical ModuleX.Security", StringComparison.Ordinal) && line.Contains("eve#Credential", StringComparison.Ordinal));
        (await StoredAsync("eve")).NeedsReconnect.ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_unavailable_and_changes_nothing()
    {
        var copied = await CopyAsync("mallory", secret => secret with { KeyId = Guid.NewGuid() });
        var before = await StoredAsync("mallory");

        (await copied.ExecuteAsync("github", "list_repositories")).With(503).Headers.RetryAfter.ShouldNotBeNull();

        var after = await StoredAsync("mallory");
        (after.NeedsReconnect, after.Version).ShouldBe((false, before.Version));
    }

    /// <summary>Writes another owner's row behind the server's back, with the credential of one who is connected.</summary>
    private async Task<Owner> CopyAsync(string owner, Func<SealedSecret, SealedSecret> change)
    {
        await scene.ConnectedAsync($"from-{owner}");
        var stored = await StoredAsync($"from-{owner}");
        var credential = stored.Credential! with { Secret = change(stored.Credential.Secret) };
        var copy = stored with { Id = stored.Id with { Owner = OwnerId.External(stored.Id.Owner.FindOrganization()!.Value, owner) },
            Credential = credential, Version = 0 };
        (await scene.ModuleX.Services.GetRequiredService<IToolSessionRepository>().SaveAsync(copy, copy, default)).Required();
        return scene.Owner(owner);
    }

    private async Task<ToolSessionSnapshot> StoredAsync(string owner)
    {
        var organizations = scene.ModuleX.Services.GetRequiredService<IOrganizationRepository>();
        var tenant = (await organizations.FindTenantAsync(Tenant.DefaultDomain, default)).ShouldNotBeNull().Id;
        var organization = (await organizations.FindAsync(tenant, Organization.DefaultSlug, default)).ShouldNotBeNull().Id;
        return await scene.ModuleX.Services.GetRequiredService<IToolSessionRepository>()
            .LoadAsync(new ToolSessionId(tenant, OwnerId.External(organization, owner), "github"), default);
    }
}
