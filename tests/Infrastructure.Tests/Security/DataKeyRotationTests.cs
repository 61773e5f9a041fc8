using System.Text;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Integrations;
using ModuleX.Application.Modules;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Application.Persistence;
using ModuleX.Application.Security;
using ModuleX.Application.ToolSessions;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Modules;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Security.DataKeys;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Infrastructure.Tests.Security;

public sealed class DataKeyRotationTests : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Every_secret_is_sealed_with_the_new_key_and_still_opens()
    {
        var ids = await StoreAsync(3);
        var before = await KeysOfAsync(ids);

        var done = await Rotation().RotateAsync(null, default);

        done.ShouldBe(new DataKeyRotationProgress(1, 1, 3, 3, 0));
        var after = await KeysOfAsync(ids);
        after.Count.ShouldBe(1);
        before.ShouldNotContain(after.Single());
        await AllOpenAsync(_database.StartProcess(), ids);
    }

    [Fact]
    public async Task An_interrupted_rotation_is_finished_with_the_key_that_it_made()
    {
        var ids = await StoreAsync(150);
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => Rotation().RotateAsync(new Immediately(_ => stop.Cancel()), stop.Token));
        (await KeysOfAsync(ids)).Count.ShouldBe(2);

        var done = await Rotation().RotateAsync(null, default);

        done.Reencrypted.ShouldBe(50);
        (await KeysOfAsync(ids)).Count.ShouldBe(1);
        (await CountKeysAsync()).ShouldBe(2);
        await AllOpenAsync(_database.StartProcess(), ids);
    }

    [Fact]
    public async Task Settings_of_modules_are_sealed_with_the_new_key_of_the_default_tenant()
    {
        await using var db = _database.Main.OpenContext();
        var (tenant, binding) = (await db.Tenants.SingleAsync(row => row.Domain == Tenant.DefaultDomain), ModuleSettings.BindingOf("notes"));
        var before = await _database.Main.Get<ISecretProtector>().SealAsync(tenant.Id, binding, "{}"u8.ToArray(), default);
        var module = new Module("notes", StoredToolSessions.Now);
        module.SetSettings(before, ["PIN"], new UserId(Guid.NewGuid()), StoredToolSessions.Now);
        db.Add(module);
        await db.SaveChangesAsync();

        (await Rotation().RotateAsync(null, default)).Modules.ShouldBe(1);

        await using var later = _database.StartProcess().OpenContext();
        var after = (await later.Modules.SingleAsync()).SealedSettings!;
        after.KeyId.ShouldNotBe(before.KeyId);
        (await _database.StartProcess().Get<ISecretProtector>().OpenAsync(tenant.Id, binding, after, default)).ShouldBe("{}"u8.ToArray());
    }

    [Fact]
    public async Task The_next_rotation_makes_a_new_key()
    {
        var ids = await StoreAsync(1);
        await Rotation().RotateAsync(null, default);
        var first = await KeysOfAsync(ids);

        await Rotation().RotateAsync(null, default);

        (await KeysOfAsync(ids)).ShouldNotBe(first);
    }

    [Fact]
    public async Task A_server_that_runs_opens_old_secrets_and_notices_the_new_key()
    {
        var ids = await StoreAsync(1);
        var server = _database.StartProcess();
        var held = await server.Get<IToolSessionRepository>().LoadAsync(ids[0], default);
        await AllOpenAsync(server, ids);

        await Rotation().RotateAsync(null, default);
        server.Time.Advance(DataKeyStore.NoticeTime);

        // What the server had in memory still opens; what it seals from now on has the new key.
        await server.Get<CredentialSealer>().OpenAsync(ids[0], ToolSessionSecret.Credential, held.Credential!.Secret, default);
        var sealedNow = await SealAsync(server, ids[0], ToolSessionSecret.Credential);
        (await KeysOfAsync(ids)).ShouldBe([sealedNow.KeyId]);
    }

    [Fact]
    public async Task A_server_that_holds_an_old_version_loses_the_race()
    {
        var ids = await StoreAsync(1);
        var held = await _database.Main.Get<IToolSessionRepository>().LoadAsync(ids[0], default);
        await Rotation().RotateAsync(null, default);

        var late = await _database.Main.Get<IToolSessionRepository>().SaveAsync(held with { IsActive = false }, default);

        late.Error.ShouldBe(ToolSessionErrors.LostRace);
    }

    [Fact]
    public async Task A_secret_that_does_not_open_is_counted_and_left_alone()
    {
        var ids = await StoreAsync(2);
        await using var db = _database.Main.OpenContext();
        var owner = ids[0].Owner.Value;
        await db.ToolSessions.AcrossTenants().Where(row => row.Owner == owner)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.CredentialCipher, new byte[40]));

        var done = await Rotation().RotateAsync(null, default);

        done.ShouldBe(new DataKeyRotationProgress(1, 1, 2, 1, 1));
    }

    [Fact]
    public async Task What_organizations_keep_with_their_tools_is_sealed_anew_and_still_opens()
    {
        var (organization, secret) = (await _database.Main.AddTenantAsync(), Guid.NewGuid().ToString("N"));
        var before = await _database.Main.InstallAsync(organization, "github", secret);
        await _database.Main.InstallAsync(organization, "slack");
        var broken = await _database.Main.InstallAsync(organization, "notion", secret);
        await _database.Main.ChangeAsync(
            organization, one => one.SetConfig(new SealedSecret(broken.SealedConfig!.KeyId, [.. new byte[40]]), StoredToolSessions.Now), "notion");

        var done = await Rotation().RotateAsync(null, default);

        done.ShouldBe(new DataKeyRotationProgress(1, 1, 0, 1, 1, 2));
        var server = _database.StartProcess();
        var after = (await server.Get<IReader<Integration>>().FindAsync(
            organization.TenantId, new IntegrationOfToolSpec(organization.Id, "github"), default))!;
        after.SealedConfig!.KeyId.ShouldBe(after.SealedEnvironment!.KeyId);
        after.SealedConfig.KeyId.ShouldNotBe(before.SealedConfig!.KeyId);
        after.Version.ShouldBe(before.Version + 1);
        (await server.Get<IntegrationSecrets>().OpenConfigAsync(after, default))!["value"]!.GetValue<string>().ShouldBe(secret);
        (await server.Get<IntegrationSecrets>().OpenEnvironmentAsync(after.Id, after.SealedEnvironment, default))!["VALUE"].ShouldBe(secret);
    }

    [Fact]
    public async Task What_webhooks_are_signed_with_is_sealed_anew_and_still_opens()
    {
        var organization = await _database.Main.AddTenantAsync();
        var (secrets, id) = (new OutgoingSecrets(_database.Main.Get<ISecretProtector>()), new OutgoingWebhookId(Guid.NewGuid()));
        var (old, sealedOld) = await secrets.CreateAsync(organization.TenantId, id, default);
        var (secret, cipher) = await secrets.CreateAsync(organization.TenantId, id, default);
        var webhook = OutgoingWebhook.Create(
            id, organization.TenantId, organization.Id, "https://hooks.example", "", [], sealedOld, StoredToolSessions.Now);
        webhook.Rotate(cipher, StoredToolSessions.Now);
        await using (var db = _database.Main.OpenContext())
        {
            db.OutgoingWebhooks.Add(webhook);
            await db.SaveChangesAsync();
        }

        var done = await Rotation().RotateAsync(null, default);

        done.ShouldBe(new DataKeyRotationProgress(1, 1, 0, 1, 0, Webhooks: 1));
        var server = _database.StartProcess();
        await using var read = await server.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(organization.TenantId, default);
        var after = await read.OutgoingWebhooks.SingleAsync();
        after.Secret.KeyId.ShouldNotBe(cipher.KeyId);
        var opening = new OutgoingSecrets(server.Get<ISecretProtector>());
        (await opening.OpenAsync(organization.TenantId, id, after.Secret, default)).ShouldBe(secret.Key.ToArray());
        (await opening.OpenAsync(organization.TenantId, id, after.PreviousSecret!, default)).ShouldBe(old.Key.ToArray());
    }

    [Fact]
    public async Task What_services_sign_with_is_sealed_anew_and_still_opens()
    {
        var (tenant, secret) = ((await _database.Main.AddTenantAsync()).TenantId, Guid.NewGuid().ToString("N"));
        var services = Enumerable.Range(0, 3)
            .Select(number => Service.Register(new ServiceId(Guid.NewGuid()), tenant, $"service-{number}", "https://service.example", true,
            StoredToolSessions.Now)).ToList();
        foreach (var service in services.Take(2))
            service.Sign(await _database.Main.Get<ServiceSecrets>().SealAsync(tenant, service.Id, secret, default), null, StoredToolSessions.Now);
        services[1].Sign(new SealedSecret(services[1].SealedSecret!.KeyId, [.. new byte[40]]), null, StoredToolSessions.Now);
        await using (var db = _database.Main.OpenContext())
        {
            db.Services.AddRange(services);
            await db.SaveChangesAsync();
        }

        var done = await Rotation().RotateAsync(null, default);

        done.ShouldBe(new DataKeyRotationProgress(1, 1, 0, 1, 1, 0, 2));
        var server = _database.StartProcess();
        var after = (await server.Get<IReader<Service>>().FindAsync(tenant, new ServicesByIdSpec(services[0].Id), default))!;
        after.SealedSecret!.KeyId.ShouldNotBe(services[0].SealedSecret!.KeyId);
        Encoding.UTF8.GetString(await server.Get<ServiceSecrets>().OpenAsync(tenant, after.Id, after.SealedSecret, default)).ShouldBe(secret);
    }

    private DataKeyRotation Rotation() => _database.StartProcess(new TestTime { IsImpatient = true }).Get<DataKeyRotation>();

    private async Task<List<ToolSessionId>> StoreAsync(int count)
    {
        var organization = await _database.Main.AddTenantAsync();
        var ids = Enumerable.Range(0, count).Select(number => StoredToolSessions.IdOf(organization, $"owner{number}")).ToList();
        foreach (var id in ids) await StoreAsync(id);
        return ids;
    }

    private async Task StoreAsync(ToolSessionId id)
    {
        var connected = StoredToolSessions.Connected(id);
        var pending = connected.Pending[0] with
        {
            Verifier = await SealAsync(_database.Main, id, ToolSessionSecret.Verifier),
            Fields = await SealAsync(_database.Main, id, ToolSessionSecret.Fields),
        };
        var credential = StoredToolSessions.Credential(await SealAsync(_database.Main, id, ToolSessionSecret.Credential));
        (await _database.Main.Get<IToolSessionRepository>().SaveAsync(connected with { Credential = credential, Pending = [pending] }, default)).Required();
    }

    private static async Task<SealedSecret> SealAsync(Installation process, ToolSessionId id, ToolSessionSecret field) =>
        await process.Get<CredentialSealer>().SealAsync(id, field, new([new("value", $"{id}{field}")]), default);

    private async Task<List<Guid>> KeysOfAsync(List<ToolSessionId> ids)
    {
        var keys = new HashSet<Guid>();
        foreach (var id in ids)
        {
            var session = await _database.Main.Get<IToolSessionRepository>().LoadAsync(id, default);
            keys.UnionWith([session.Credential!.Secret.KeyId, session.Pending[0].Verifier.KeyId, session.Pending[0].Fields!.KeyId]);
        }
        return [.. keys];
    }

    private async Task<int> CountKeysAsync()
    {
        await using var db = _database.Main.OpenContext();
        return await db.DataKeys.CountAsync();
    }

    private static async Task AllOpenAsync(Installation process, List<ToolSessionId> ids)
    {
        var sealer = process.Get<CredentialSealer>();
        foreach (var id in ids)
        {
            var session = await process.Get<IToolSessionRepository>().LoadAsync(id, default);
            (await sealer.OpenAsync(id, ToolSessionSecret.Credential, session.Credential!.Secret, default))!["value"].ShouldBe($"{id}Credential");
            (await sealer.OpenAsync(id, ToolSessionSecret.Verifier, session.Pending[0].Verifier, default))!["value"].ShouldBe($"{id}Verifier");
            (await sealer.OpenAsync(id, ToolSessionSecret.Fields, session.Pending[0].Fields!, default))!["value"].ShouldBe($"{id}Fields");
        }
    }

    private sealed class Immediately(Action<DataKeyRotationProgress> act) : IProgress<DataKeyRotationProgress>
    {
        public void Report(DataKeyRotationProgress value) => act(value);
    }
}
