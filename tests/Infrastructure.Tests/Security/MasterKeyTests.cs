using ModuleX.Application.Security;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Security;

public sealed class MasterKeyTests : IDisposable
{
    private const string Variable = "MODULEX_MASTER_KEY";
    private const string Previous = "MODULEX_MASTER_KEY_PREVIOUS";
    private const string Place = "here";

    private static readonly byte[] Plain = [1, 2, 3];

    private readonly TemporaryFolder _folder = new();

    private string KeyFile => _folder.File("master.key");

    [Fact]
    public async Task A_first_start_makes_a_key_file_for_the_owner_alone()
    {
        await using var process = Process();

        await process.Startup.PrepareAsync(default);

        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Convert.FromBase64String((await File.ReadAllTextAsync(KeyFile)).Trim()).Length.ShouldBe(32);
        Directory.GetFiles(_folder.Path, "master.key*").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0x5A, 0x5A)]
    [InlineData(0xAA, 0x55)]
    public async Task Production_refuses_a_key_of_bytes_that_repeat_and_still_opens_with_one_from_before(byte even, byte odd)
    {
        var repeated = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(index => index % 2 == 0 ? even : odd)]);
        await using (var refused = Process("Production", (Variable, repeated))) (await RefusalAsync(refused)).ShouldContain("is no random key");

        var (tenant, secret) = await SealAsync((Variable, repeated));
        (await OpenAsync(tenant, secret, (Variable, Keys.NewMasterKey()), (Previous, repeated))).ShouldBe(Plain);
    }

    [Fact]
    public async Task The_key_file_serves_the_next_start()
    {
        var (tenant, secret) = await SealAsync();

        (await OpenAsync(tenant, secret)).ShouldBe(Plain);
    }

    [Fact]
    public async Task A_key_file_that_others_can_read_is_refused()
    {
        if (OperatingSystem.IsWindows()) return;
        await SealAsync();
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        await using var process = Process();

        (await RefusalAsync(process)).ShouldContain("chmod 600");
    }

    [Fact]
    public async Task A_lost_key_file_is_not_replaced()
    {
        await SealAsync();
        File.Delete(KeyFile);
        await using var process = Process();

        (await RefusalAsync(process)).ShouldContain("put the file");
        File.Exists(KeyFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Production_does_not_start_without_a_key()
    {
        await using var process = Process("Production");

        (await RefusalAsync(process)).ShouldContain(Variable);
        File.Exists(KeyFile).ShouldBeFalse();
        File.Exists(_folder.File("modulex.db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("no base64 at all: !!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public async Task A_key_of_the_wrong_length_is_refused_in_words(string key)
    {
        await using var process = Process("Production", (Variable, key));

        var said = await RefusalAsync(process);

        said.ShouldContain("exactly 32 bytes");
        said.ShouldNotContain(key);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_nothing_is_written()
    {
        await SealAsync((Variable, Keys.NewMasterKey()));
        var before = await ReadDatabaseAsync();
        await using (var process = Process("Production", (Variable, Keys.NewMasterKey())))
        {
            (await RefusalAsync(process)).ShouldContain("Wrong master key");
        }

        (await ReadDatabaseAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_new_key_takes_over_from_the_previous_one()
    {
        var (old, young) = (Keys.NewMasterKey(), Keys.NewMasterKey());
        var (tenant, secret) = await SealAsync((Variable, old));

        (await OpenAsync(tenant, secret, (Variable, young), (Previous, $"{Keys.NewMasterKey()}, {old}"))).ShouldBe(Plain);

        // From now on the new key does it alone, and the old one is wrong.
        (await OpenAsync(tenant, secret, (Variable, young))).ShouldBe(Plain);
        await using var process = Process("Production", (Variable, old));
        (await RefusalAsync(process)).ShouldContain("Wrong master key");
    }

    [Fact]
    public async Task The_key_ring_holds_nothing_in_the_clear()
    {
        await SealAsync((Variable, Keys.NewMasterKey()));

        await using var process = Process();
        await using var db = process.OpenContext();
        db.DataProtectionKeys.ToList().ShouldNotBeEmpty();
        db.DataProtectionKeys.ToList()
            .ShouldAllBe(row => row.Xml.Contains("masterKeyEncrypted") && !row.Xml.Contains("<masterKey ")
            && !row.Xml.Contains("ModuleX.Infrastructure, Version="));
    }

    public void Dispose() => _folder.Dispose();

    private Installation Process(string environment = "Development", params (string, string)[] settings) =>
        new("sqlite", _folder.ConnectionString(), null, environment, settings);

    private async Task<(TenantId Tenant, SealedSecret Secret)> SealAsync(params (string, string)[] settings)
    {
        await using var process = Process("Development", settings);
        await process.Startup.PrepareAsync(default);
        var tenant = (await process.AddTenantAsync()).TenantId;
        return (tenant, await process.Get<ISecretProtector>().SealAsync(tenant, Place, Plain, default));
    }

    private async Task<byte[]?> OpenAsync(TenantId tenant, SealedSecret secret, params (string, string)[] settings)
    {
        await using var process = Process("Development", settings);
        await process.Startup.PrepareAsync(default);
        return await process.Get<ISecretProtector>().OpenAsync(tenant, Place, secret, default);
    }

    private static async Task<string> RefusalAsync(Installation process) =>
        (await Should.ThrowAsync<StartupException>(() => process.Startup.PrepareAsync(default))).Message;

    private async Task<byte[]> ReadDatabaseAsync()
    {
        // Closing the last connection folds the log back into the file.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(_folder.File("modulex.db"));
    }
}
