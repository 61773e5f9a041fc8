using System.Text;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Security;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Security.DataKeys;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Security;

public sealed class SecretProtectorTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    private const string Place = "tenant/github/default/ann#Credential";

    private static readonly byte[] Plain = Encoding.UTF8.GetBytes("{\"access_token\":\"a value\"}");

    private ISecretProtector Protector => database.Main.Get<ISecretProtector>();

    [Fact]
    public async Task A_secret_opens_where_it_belongs()
    {
        var tenant = await NewTenantAsync();

        var secret = await Protector.SealAsync(tenant, Place, Plain, default);

        (await Protector.OpenAsync(tenant, Place, secret, default)).ShouldBe(Plain);
        Encoding.UTF8.GetString([.. secret.Cipher]).ShouldNotContain("access_token");
    }

    [Fact]
    public async Task Another_process_opens_it_too()
    {
        var tenant = await NewTenantAsync();
        var secret = await Protector.SealAsync(tenant, Place, Plain, default);

        var opened = await database.StartProcess().Get<ISecretProtector>().OpenAsync(tenant, Place, secret, default);

        opened.ShouldBe(Plain);
    }

    [Theory]
    [InlineData("tenant/github/default/bob#Credential")]
    [InlineData("tenant/github/default/ann#Verifier")]
    [InlineData("")]
    public async Task A_copied_secret_does_not_open(string elsewhere)
    {
        var tenant = await NewTenantAsync();
        var secret = await Protector.SealAsync(tenant, Place, Plain, default);

        (await Protector.OpenAsync(tenant, elsewhere, secret, default)).ShouldBeNull();

        database.Main.SecurityLog.Lines.ShouldContain($"secret damaged: {elsewhere}");
    }

    [Fact]
    public async Task Another_tenant_cannot_open_it()
    {
        var (tenant, other) = (await NewTenantAsync(), await NewTenantAsync());
        var secret = await Protector.SealAsync(tenant, Place, Plain, default);

        await ShouldLackTheKeyAsync(async () => await Protector.OpenAsync(other, Place, secret, default));
    }

    [Fact]
    public async Task Every_changed_byte_is_noticed()
    {
        var tenant = await NewTenantAsync();
        var secret = await Protector.SealAsync(tenant, Place, Plain, default);

        for (var at = 0; at < secret.Cipher.Length; at++)
        {
            var changed = secret with { Cipher = secret.Cipher.SetItem(at, (byte)(secret.Cipher[at] ^ 1)) };
            (await Protector.OpenAsync(tenant, Place, changed, default)).ShouldBeNull();
        }
        (await Protector.OpenAsync(tenant, Place, secret with { Cipher = [] }, default)).ShouldBeNull();
        (await Protector.OpenAsync(tenant, Place, secret with { Cipher = secret.Cipher[..^1] }, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_key_that_is_unknown_or_can_not_be_unwrapped_says_nothing_about_the_secret()
    {
        var tenant = await NewTenantAsync();
        var secret = await Protector.SealAsync(tenant, Place, Plain, default);
        await ShouldLackTheKeyAsync(async () => await Protector.OpenAsync(tenant, Place, secret with { KeyId = Guid.NewGuid() }, default));
        await using (var db = database.Main.OpenContext())
            await db.DataKeys.Where(key => key.Id == secret.KeyId).ExecuteUpdateAsync(row => row.SetProperty(key => key.Wrapped, new byte[] { 1, 2, 3 }));
        var other = database.StartProcess().Get<ISecretProtector>();

        await ShouldLackTheKeyAsync(async () => await other.OpenAsync(tenant, Place, secret, default));
        await ShouldLackTheKeyAsync(async () => await other.SealAsync(tenant, Place, Plain, default));
    }

    [Fact]
    public async Task The_same_secret_is_never_sealed_the_same_way()
    {
        var tenant = await NewTenantAsync();

        var one = await Protector.SealAsync(tenant, Place, Plain, default);
        var two = await Protector.SealAsync(tenant, Place, Plain, default);

        one.Cipher.ShouldNotBe(two.Cipher);
    }

    [Fact]
    public async Task Many_threads_share_a_key()
    {
        var tenant = await NewTenantAsync();

        await Parallel.ForAsync(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, token) =>
        {
            var plain = BitConverter.GetBytes(number);
            var secret = await Protector.SealAsync(tenant, $"{number}", plain, token);
            (await Protector.OpenAsync(tenant, $"{number}", secret, token)).ShouldBe(plain);
        });
    }

    [Fact]
    public async Task A_known_key_opens_without_waiting()
    {
        var tenant = await NewTenantAsync();
        var secret = await Protector.SealAsync(tenant, Place, Plain, default);

        var opened = Protector.OpenAsync(tenant, Place, secret, default);
        opened.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task Processes_that_make_the_first_key_at_once_agree_on_one()
    {
        var tenant = await NewTenantAsync();
        var protectors = Enumerable.Range(0, 4).Select(_ => database.StartProcess().Get<ISecretProtector>()).ToList();

        var secrets = await Task.WhenAll(protectors.Select(protector => Task.Run(async () => await protector.SealAsync(tenant, Place, Plain, default))));

        secrets.Select(secret => secret.KeyId).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_deleted_tenants_secrets_stay_shut()
    {
        var tenant = await NewTenantAsync();
        var secret = await Protector.SealAsync(tenant, Place, Plain, default);

        await database.Main.Get<DataKeyStore>().DeleteAsync(tenant, default);

        await ShouldLackTheKeyAsync(async () => await Protector.OpenAsync(tenant, Place, secret, default));
    }

    [Fact]
    public async Task Every_process_forgets_the_keys_of_a_tenant_that_is_deleted()
    {
        var (tenant, other) = (await NewTenantAsync(), database.StartProcess());
        await other.Watcher().PollAsync(default);
        var secret = await Protector.SealAsync(tenant, Place, Plain, default);
        await other.Get<ISecretProtector>().OpenAsync(tenant, Place, secret, default);
        await other.Get<ISecretProtector>().SealAsync(tenant, Place, Plain, default);

        await DeleteAsync(tenant);
        await other.Watcher().PollAsync(default);

        foreach (var protector in (ISecretProtector[])[Protector, other.Get<ISecretProtector>()])
        {
            await ShouldLackTheKeyAsync(async () => await protector.OpenAsync(tenant, Place, secret, default));
            await ShouldLackTheKeyAsync(async () => await protector.SealAsync(tenant, Place, Plain, default));
        }
    }

    private static async Task ShouldLackTheKeyAsync(Func<Task> ask)
    {
        var error = (await Should.ThrowAsync<UnavailableException>(ask)).Error;
        error.Kind.ShouldBe(ErrorKind.Unavailable);
        error.RetryAfter.ShouldNotBeNull();
    }

    private async Task DeleteAsync(TenantId tenant)
    {
        await using var work = await database.Main.Get<IUnitsOfWork>().BeginAsync(tenant, default);
        (await work.Tenants.FindAsync(tenant, default))!.Delete(database.Main.Time.GetUtcNow()).Required();
        await work.Tenants.DeleteKeysAsync(tenant, default);
        work.Announce(tenant.Value);
        (await work.CommitAsync(default)).Required();
    }

    private async Task<TenantId> NewTenantAsync() => (await database.Main.AddTenantAsync()).TenantId;
}
