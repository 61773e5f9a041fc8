using System.Security.Cryptography;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Security.Tokens;

/// <summary>Which tokens are accepted. The server's key is known here, so that each forgery is wrong in one thing only.</summary>
public sealed class AccessTokenTests : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private Installation _server = null!;
    private Organization _organization = null!;
    private LoginSession _session = null!;
    private Forger _forger = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _server = _database.StartProcess(null, ("Tokens:SigningKey", Convert.ToBase64String(_key)));
        _organization = await _server.AddTenantAsync();
        _session = await _server.AddSessionAsync(_organization);
        _forger = new Forger(_key);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Issued_token_says_whose_session_it_is()
    {
        var found = (await _server.Get<IAccessTokens>().FindAsync(await _server.IssueAsync(_session), default)).Required();

        (found.User, found.Session, found.Tenant, found.Organization).ShouldBe((_session.UserId, _session.Id, _session.TenantId, _organization.Id));
        found.Organizations.Keys.ShouldBe([_organization.Id]);
    }

    [Fact]
    public async Task Token_made_by_hand_as_the_server_makes_it_is_good() =>
        (await _server.AcceptsAsync(_forger.Sign(_forger.Header(), Claims()))).ShouldBeTrue();

    [Fact]
    public async Task Every_token_is_another_one() => (await _server.IssueAsync(_session)).ShouldNotBe(await _server.IssueAsync(_session));

    [Fact]
    public async Task Token_says_nothing_of_what_the_user_may_do()
    {
        var payload = (await _server.IssueAsync(_session)).Split('.')[1];

        JsonElement.Parse(Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(payload)).EnumerateObject().Select(claim => claim.Name)
            .ShouldBe(["iss", "aud", "iat", "nbf", "exp", "sub", "sid", "tid", "jti"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("iss", "another")]
    [InlineData("iss", null)]
    [InlineData("aud", "another")]
    [InlineData("aud", null)]
    [InlineData("sid", null)]
    [InlineData("sid", "not a uuid")]
    [InlineData("sid", 7)]
    [InlineData("sid", "00000000-0000-0000-0000-000000000000")]
    [InlineData("tid", null)]
    [InlineData("tid", "00000000-0000-0000-0000-000000000000")]
    [InlineData("exp", null)]
    [InlineData("exp", "soon")]
    [InlineData("exp", 1e300)]
    [InlineData("exp", -1)]
    [InlineData("nbf", 1e300)]
    public async Task Claim_that_is_wrong_or_not_there_is_refused(string name, object? value)
    {
        var claims = Claims();
        if (value is null) claims.Remove(name);
        else claims[name] = value;

        (await _server.AcceptsAsync(_forger.Sign(_forger.Header(), claims))).ShouldBeFalse();
    }

    [Fact]
    public async Task Session_is_looked_up_in_the_tokens_own_tenant()
    {
        var claims = Claims();
        claims["tid"] = (await _server.AddTenantAsync()).TenantId.ToString();

        (await _server.AcceptsAsync(_forger.Sign(_forger.Header(), claims))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("")]
    [InlineData("HS384")]
    [InlineData("HS512")]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task Algorithm_is_the_servers_whatever_the_header_says(string algorithm) =>
        (await _server.AcceptsAsync(_forger.Sign(_forger.Header(algorithm), Claims()))).ShouldBeFalse();

    [Fact]
    public async Task Stronger_algorithm_with_the_right_key_is_another_algorithm() =>
        (await _server.AcceptsAsync(_forger.Sign512(_forger.Header("HS512"), Claims()))).ShouldBeFalse();

    [Fact]
    public async Task Token_without_a_signature_is_refused()
    {
        foreach (var algorithm in (string[])["none", "HS256"])
        {
            var unsigned = $"{Forger.Encode(JsonSerializer.Serialize(_forger.Header(algorithm)))}.{Forger.Encode(JsonSerializer.Serialize(Claims()))}.";
            (await _server.AcceptsAsync(unsigned)).ShouldBeFalse();
            (await _server.AcceptsAsync(unsigned.TrimEnd('.'))).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Other_keys_sign_nothing_here()
    {
        var claims = JsonSerializer.Serialize(Claims());
        using var rsa = RSA.Create(2048);
        var theirs = new Forger(RandomNumberGenerator.GetBytes(32));

        (await _server.AcceptsAsync(theirs.Sign(theirs.Header(), Claims()))).ShouldBeFalse("another server's key");
        (await _server.AcceptsAsync(theirs.Sign(_forger.Header(), Claims()))).ShouldBeFalse("another key under this one's name");
        foreach (var keyId in (string[])[_forger.KeyId, "another-server"])
        {
            var header = JsonSerializer.Serialize(new { alg = "RS256", kid = keyId });
            (await _server.AcceptsAsync(Forger.With(header, claims,
                signed => rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)))).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Key_in_the_header_is_not_asked()
    {
        var mine = RandomNumberGenerator.GetBytes(32);
        var header = new { alg = "HS256", kid = _forger.KeyId, jwk = new { kty = "oct", k = Convert.ToBase64String(mine) },
            jku = "https://example.com/keys", x5u = "https://example.com/cert" };

        (await _server.AcceptsAsync(new Forger(mine).Sign(header, Claims()))).ShouldBeFalse();
    }

    [Fact]
    public async Task Token_ends_by_the_clock_to_the_second_even_from_memory()
    {
        var token = await _server.IssueAsync(_session);
        await _server.Watcher().PollAsync(default);
        (await _server.AcceptsAsync(token)).ShouldBeTrue();

        _server.Time.Advance(_session.AccessLifetime);
        await _server.Watcher().PollAsync(default);

        (await _server.AcceptsAsync(token)).ShouldBeFalse();
        (await _server.AcceptsAsync(await _server.IssueAsync(_session))).ShouldBeTrue("the session goes on");
    }

    [Fact]
    public async Task Token_of_the_future_is_refused_but_for_a_node_whose_clock_is_a_little_ahead()
    {
        var (soon, later) = (Claims(), Claims());
        soon["nbf"] = _server.Time.GetUtcNow().AddSeconds(3).ToUnixTimeSeconds();
        later["nbf"] = _server.Time.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds();

        (await _server.AcceptsAsync(_forger.Sign(_forger.Header(), soon))).ShouldBeTrue();
        (await _server.AcceptsAsync(_forger.Sign(_forger.Header(), later))).ShouldBeFalse();
    }

    [Fact]
    public async Task Token_of_a_session_that_has_ended_is_refused()
    {
        var token = await _server.IssueAsync(_session);
        await _server.Watcher().PollAsync(default);
        (await _server.AcceptsAsync(token)).ShouldBeTrue();

        await _server.EndAsync(_session);

        (await _server.AcceptsAsync(token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Session_that_is_over_by_the_clock_ends_its_token_before_the_token_does()
    {
        var session = await _server.AddSessionAsync(_organization, lifetime: TimeSpan.FromMinutes(5));
        var token = await _server.IssueAsync(session);
        await _server.Watcher().PollAsync(default);
        (await _server.AcceptsAsync(token)).ShouldBeTrue();

        _server.Time.Advance(TimeSpan.FromMinutes(5));
        await _server.Watcher().PollAsync(default);

        (await _server.AcceptsAsync(token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Token_of_an_inactive_user_is_refused()
    {
        var token = await _server.IssueAsync(_session);
        await using var work = await _server.BeginAsync(_organization);
        (await work.Users.FindAsync(_session.UserId, default))!.SetActive(false, _server.Time.GetUtcNow());
        (await work.CommitAsync(default)).Required();

        (await _server.AcceptsAsync(token)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(2048, true)]
    [InlineData(2049, false)]
    public async Task Longest_token_has_2048_characters(int length, bool isGood)
    {
        var claims = Claims();
        // Four characters of base64 for three of the text; what is left over is made up for in the header, where spaces mean nothing.
        var payload = JsonSerializer.Serialize(claims);
        var token = "";
        for (var (spaces, more) = (0, 0); token.Length != length && more < 4; spaces++)
        {
            token = _forger.SignText(JsonSerializer.Serialize(_forger.Header()) + new string(' ', more), payload + new string(' ', spaces));
            if (token.Length > length) (spaces, more) = (0, more + 1);
        }
        token.Length.ShouldBe(length);

        (await _server.AcceptsAsync(token)).ShouldBe(isGood);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"alg":"HS256"}""")]
    [InlineData("""{"alg":"HS256","kid":7}""")]
    [InlineData("""{"alg":"HS256","kid":null}""")]
    [InlineData("""{"alg":"HS256","kid":["KEY"]}""")]
    [InlineData("""{"alg":7,"kid":"KEY"}""")]
    [InlineData("""{"alg":"HS256","kid":"KEY","typ":[]}""")]
    [InlineData("""{"alg":"HS256","kid":"KEY","enc":"A256GCM"}""")]
    [InlineData("""["HS256"]""")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("")]
    public async Task Header_of_another_shape_is_refused(string header) =>
        await Should.NotThrowAsync(
            async () => await _server.AcceptsAsync(
                _forger.SignText(header.Replace("KEY", _forger.KeyId, StringComparison.Ordinal), JsonSerializer.Serialize(Claims()))));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("""{"exp":{}}""")]
    [InlineData("""{"exp":99999999999999999999}""")]
    [InlineData("""{"exp":4102444800,"iss":["modulex"],"aud":{"modulex":1}}""")]
    public async Task Payload_of_another_shape_is_refused(string payload) =>
        (await _server.AcceptsAsync(_forger.SignText(JsonSerializer.Serialize(_forger.Header()), payload))).ShouldBeFalse();

    [Fact]
    public async Task Five_parts_are_an_encrypted_token_and_refused() =>
        (await _server.AcceptsAsync($"{Forger.Encode($$"""{"alg":"dir","enc":"A128CBC-HS256","kid":"{{_forger.KeyId}}"}""")}..AAAA.AAAA.AAAA")).ShouldBeFalse();

    [Fact]
    public void Junk_of_any_kind_is_refused_and_throws_nothing()
    {
        var good = _forger.Sign(_forger.Header(), Claims());
        var pieces = Gen.Elements(
            [.. good.Split('.'), ".", "..", "e30", "bnVsbA", "=", "\0", "é", "\ud800", " ", Forger.Encode("{\"kid\":"),
            Forger.Encode($$"""{"alg":"HS256","kid":"{{_forger.KeyId}}"}""")]);

        Prop.ForAll<NonNull<string>>(text => IsRefused(text.Get)).QuickCheckThrowOnFailure();
        Prop.ForAll(pieces.ArrayOf().ToArbitrary(), parts => string.Concat(parts) == good || IsRefused(string.Concat(parts))).QuickCheckThrowOnFailure();
        Prop.ForAll(Gen.Choose(0, good.Length - 1).Zip(Gen.Elements("Aa09_-.=+/ é".ToCharArray())).ToArbitrary(), change =>
            good[change.Item1] == change.Item2 || IsRefused(good[..change.Item1] + change.Item2 + good[(change.Item1 + 1)..])
                || change.Item1 == good.Length - 1).QuickCheckThrowOnFailure();
    }

    private bool IsRefused(string token) => !_server.AcceptsAsync(token).GetAwaiter().GetResult();

    private Dictionary<string, object?> Claims() => Forger.ClaimsOf(_session, _server.Time.GetUtcNow());
}
