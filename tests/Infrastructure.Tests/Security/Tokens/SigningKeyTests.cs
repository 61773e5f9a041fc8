using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using ModuleX.Domain.Identity;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Security.Tokens;

/// <summary>Where the key of access tokens comes from.</summary>
public sealed class SigningKeyTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_processes_on_one_database_accept_each_others_tokens()
    {
        var (one, other, session) = (database.StartProcess(), database.StartProcess(), await AddSessionAsync());

        (await other.AcceptsAsync(await one.IssueAsync(session))).ShouldBeTrue();
        (await one.AcceptsAsync(await other.IssueAsync(session))).ShouldBeTrue();
    }

    [Fact]
    public async Task Key_that_another_process_has_made_since_is_found_by_its_id()
    {
        var (one, session) = (database.StartProcess(), await AddSessionAsync());
        await one.IssueAsync(session);
        await using (var db = database.Main.OpenContext()) await db.SigningKeys.ExecuteDeleteAsync();
        var token = await database.StartProcess().IssueAsync(session);

        one.Time.Advance(TimeSpan.FromSeconds(1));

        (await one.AcceptsAsync(token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Key_lies_wrapped_in_the_database()
    {
        await database.StartProcess().IssueAsync(await AddSessionAsync());
        await using var db = database.Main.OpenContext();

        var wrapped = (await db.SigningKeys.FirstAsync()).Wrapped;

        wrapped.Length.ShouldBeGreaterThan(64 + 32);
    }

    [Fact]
    public async Task Key_of_the_settings_is_used_and_none_is_made()
    {
        var setting = ("Tokens:SigningKey", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var (one, other, third) = (database.StartProcess(null, setting), database.StartProcess(null, setting), database.StartProcess());
        var session = await AddSessionAsync();

        var token = await one.IssueAsync(session);

        (await other.AcceptsAsync(token)).ShouldBeTrue();
        (await third.AcceptsAsync(token)).ShouldBeFalse("it has another key");
        (await one.AcceptsAsync(await third.IssueAsync(session))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64, though it is long enough to be a key of 32 bytes")]
    public void Key_that_is_too_weak_is_refused_at_the_start(string key) =>
        FailuresOf("Tokens:SigningKey", key).ShouldBe(["Tokens:SigningKey must be 32 bytes or more in base64"]);

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task Key_file_signs_and_others_check_with_the_public_half(string algorithm)
    {
        var file = Write(PemOf(algorithm));
        var (server, session) = (database.StartProcess(null, ("Tokens:PrivateKeyFile", file)), await AddSessionAsync());
        FailuresOf("Tokens:PrivateKeyFile", file).ShouldBeEmpty();

        var token = await server.IssueAsync(session);

        new JsonWebToken(token).Alg.ShouldBe(algorithm);
        (await server.AcceptsAsync(token)).ShouldBeTrue();
        (await database.StartProcess(null, ("Tokens:PrivateKeyFile", file)).AcceptsAsync(token)).ShouldBeTrue();
        (await database.StartProcess(null, ("Tokens:PrivateKeyFile", Write(PemOf(algorithm)))).AcceptsAsync(token)).ShouldBeFalse();
    }

    /// <summary>The classic: the public half of an asymmetric key, which everybody may have, as the secret of an HMAC.</summary>
    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task Public_half_is_no_secret_to_sign_with(string algorithm)
    {
        var file = Write(PemOf(algorithm));
        var (server, session) = (database.StartProcess(null, ("Tokens:PrivateKeyFile", file)), await AddSessionAsync());
        var keyId = new JsonWebToken(await server.IssueAsync(session)).Kid;
        var spki = PublicOf(file);

        foreach (var secret in new[] { spki, System.Text.Encoding.UTF8.GetBytes(PemEncoding.WriteString("PUBLIC KEY", spki)) })
        {
            var forged = new Forger(secret).Sign(new { alg = "HS256", kid = keyId }, Forger.ClaimsOf(session, server.Time.GetUtcNow()));
            (await server.AcceptsAsync(forged)).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("RSA 1024")]
    [InlineData("P-384")]
    [InlineData("junk")]
    [InlineData("public RSA")]
    [InlineData("public P-256")]
    [InlineData("none")]
    public void Key_file_without_a_strong_private_key_is_refused_at_the_start(string kind)
    {
        var file = kind == "none" ? _folder.File("nobody") : Write(PemOf(kind));

        FailuresOf("Tokens:PrivateKeyFile", file)
            .ShouldBe(["Tokens:PrivateKeyFile must be a PEM file with a private key: RSA of 2048 bits or more, or on the curve P-256"]);
    }

    private static string PemOf(string kind)
    {
        using var rsa = RSA.Create(kind == "RSA 1024" ? 1024 : 2048);
        using var curve = ECDsa.Create(kind == "P-384" ? ECCurve.NamedCurves.nistP384 : ECCurve.NamedCurves.nistP256);
        return kind switch
        {
            "RS256" or "RSA 1024" => rsa.ExportPkcs8PrivateKeyPem(),
            "ES256" or "P-384" => curve.ExportECPrivateKeyPem(),
            "public RSA" => rsa.ExportSubjectPublicKeyInfoPem(),
            "public P-256" => curve.ExportSubjectPublicKeyInfoPem(),
            _ => PemEncoding.WriteString("PRIVATE KEY", [0, 0, 0]),
        };
    }

    private static byte[] PublicOf(string file)
    {
        var pem = File.ReadAllText(file);
        if (pem.Contains("EC PRIVATE", StringComparison.Ordinal))
        {
            using var curve = ECDsa.Create();
            curve.ImportFromPem(pem);
            return curve.ExportSubjectPublicKeyInfo();
        }
        using var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa.ExportSubjectPublicKeyInfo();
    }

    private IEnumerable<string> FailuresOf(string setting, string value)
    {
        try
        {
            database.StartProcess(null, (setting, value)).Get<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return exception.Failures;
        }
    }

    private string Write(string pem)
    {
        var file = _folder.File($"{Guid.NewGuid():N}.pem");
        File.WriteAllText(file, pem);
        return file;
    }

    private async Task<LoginSession> AddSessionAsync() => await database.Main.AddSessionAsync(await database.Main.AddTenantAsync());
}
