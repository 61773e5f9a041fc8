using System.Collections.Immutable;
using ModuleX.Domain.Access;
using ModuleX.Domain.Results;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.Access;

public sealed class ApiKeyTests
{
    private static readonly DateTimeOffset Now = ManualTime.Start;

    [Fact]
    public void Plain_key_is_marked_and_carries_256_random_bits()
    {
        var made = Create().Required();

        made.Plain.ShouldStartWith("mx_");
        made.Plain.Length.ShouldBe(3 + 43);
    }

    [Fact]
    public void Stored_key_has_the_hash_and_not_the_text()
    {
        var made = Create().Required();

        made.Key.Hash.ShouldBe(ApiKey.HashOf(made.Plain));
        made.Key.Prefix.ShouldBe(made.Plain[..11]);
        made.ToString().ShouldNotContain(made.Plain[11..]);
    }

    [Fact]
    public void Other_random_bytes_make_another_key() => Create(random: Bytes(1)).Required().Plain.ShouldNotBe(Create(random: Bytes(2)).Required().Plain);

    [Fact]
    public void Too_few_random_bytes_are_a_bug_of_the_caller() => Should.Throw<ArgumentOutOfRangeException>(() => Create(random: new byte[31]));

    [Fact]
    public void Key_without_scopes_has_all_but_raw_requests() =>
        Create().Required().Key.Scopes.ShouldBe(ApiKeyScopes.All.Remove(ApiKeyScopes.RequestsRaw));

    [Fact]
    public void Repeated_scope_counts_once() =>
        Create(scopes: [ApiKeyScopes.RunsExecute, ApiKeyScopes.RunsExecute]).Required().Key.Scopes.ShouldBe([ApiKeyScopes.RunsExecute]);

    [Fact]
    public void Unknown_scope_is_refused_with_the_known_ones()
    {
        var error = Create(scopes: ["runs:execute", "everything"]).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.Invalid);
        error.Message.ShouldBe("Unknown scope everything; known are sessions:read, sessions:write, runs:execute, requests:raw");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Key_needs_a_name_of_100_characters_at_most(string? name) => Create(name ?? new string('n', 101)).Error.ShouldBe(ApiKeyErrors.NameInvalid);

    [Fact]
    public void Name_is_trimmed() => Create("  backend ").Required().Key.Name.ShouldBe("backend");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Key_that_ends_before_it_begins_is_refused(int seconds) => Create(expiresAt: Now.AddSeconds(seconds)).Error.ShouldBe(ApiKeyErrors.ExpiryPast);

    [Fact]
    public void Key_is_usable_until_its_end()
    {
        var key = Create(expiresAt: Now.AddHours(1)).Required().Key;

        key.IsUsableAt(Now.AddHours(1).AddTicks(-1)).ShouldBeTrue();
        key.IsUsableAt(Now.AddHours(1)).ShouldBeFalse();
    }

    [Fact]
    public void Revoked_key_is_unusable_from_the_first_revocation_on()
    {
        var key = Create().Required().Key;
        key.Revoke(Now);
        key.Revoke(Now.AddDays(1));

        key.IsUsableAt(Now).ShouldBeFalse();
        key.RevokedAt.ShouldBe(Now);
    }

    private static Result<NewApiKey> Create(
        string name = "backend", ImmutableArray<string>? scopes = null, DateTimeOffset? expiresAt = null, byte[]? random = null) =>
        ApiKey.Create(new ApiKeyId(Guid.NewGuid()), Given.Tenant, Given.Organization, name, scopes ?? [], expiresAt, random ?? Bytes(7), Now);

    private static byte[] Bytes(byte first) => [first, .. Enumerable.Repeat((byte)9, 31)];
}
