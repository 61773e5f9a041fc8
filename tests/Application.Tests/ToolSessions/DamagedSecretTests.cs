using System.Collections.Immutable;
using ModuleX.Application.Pipeline;
using ModuleX.Application.ToolSessions;
using ModuleX.Application.Tests.Fakes;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Webhooks;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.ToolSessions;

/// <summary>Stored secrets that were changed behind the server's back, and secrets whose key is not there.</summary>
public sealed class DamagedSecretTests : IDisposable
{
    private const string Action = "list_items";

    private static readonly ToolSessionId Id = Given.SessionId();

    private readonly AnApplication _application = new(ATool.WithOAuth());

    public void Dispose() => _application.Dispose();

    [Fact]
    public async Task Changed_credential_needs_a_new_connection_and_reaches_no_service()
    {
        await _application.ConnectByOAuthAsync(Id);
        Damage(Id, cipher => cipher.SetItem(0, (byte)(cipher[0] ^ 1)));

        var first = (await _application.ExecuteAsync(Id, Action)).Error.ShouldNotBeNull();
        var second = (await _application.ExecuteAsync(Id, Action)).Error.ShouldNotBeNull();

        (first.Code, second.Code).ShouldBe((ToolSessionErrors.NeedsReconnectCode, ToolSessionErrors.NeedsReconnectCode));
        first.Details["connect_url"].ShouldStartWith("https://github.example/authorize?");
        _application.Rows.Row(Id)!.NeedsReconnect.ShouldBeTrue();
        _application.Runner.Calls.ShouldBeEmpty();
        _application.Server.Requests.ShouldNotContain(request => request.StartsWith("refresh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Credential_of_another_owner_needs_a_new_connection()
    {
        var bob = Given.SessionId(owner: "bob");
        await _application.ConnectByOAuthAsync(Id);
        await _application.ConnectByOAuthAsync(bob);
        Damage(Id, _ => _application.Rows.Row(bob)!.Credential!.Secret.Cipher);

        (await _application.ExecuteAsync(Id, Action)).Error.ShouldNotBeNull().Code.ShouldBe(ToolSessionErrors.NeedsReconnectCode);
        (await _application.ExecuteAsync(bob, Action)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Changed_credential_that_has_expired_needs_a_new_connection()
    {
        _application.Server.OnExchange = () => ScriptedAuthorizationServer.Grant("first-token", "first-refresh", TimeSpan.FromMinutes(1));
        await _application.ConnectByOAuthAsync(Id);
        Damage(Id, _ => [1, 2, 3]);
        _application.Time.Advance(TimeSpan.FromMinutes(2));

        (await _application.ExecuteAsync(Id, Action)).Error.ShouldNotBeNull().Code.ShouldBe(ToolSessionErrors.NeedsReconnectCode);

        _application.Rows.Row(Id)!.NeedsReconnect.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(120)]
    public async Task Key_that_is_not_there_is_told_and_changes_nothing(int secondsLater)
    {
        _application.Server.OnExchange = () => ScriptedAuthorizationServer.Grant("first-token", "first-refresh", TimeSpan.FromMinutes(1));
        await _application.ConnectByOAuthAsync(Id);
        var before = _application.Rows.Row(Id);
        _application.Time.Advance(TimeSpan.FromSeconds(secondsLater));
        _application.Secrets.HasLostItsKeys = true;

        var error = (await _application.ExecuteAsync(Id, Action)).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.Unavailable);
        error.RetryAfter.ShouldNotBeNull();
        _application.Rows.Row(Id).ShouldBe(before);
        _application.Secrets.HasLostItsKeys = false;
        (await _application.ExecuteAsync(Id, Action)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Connection_is_cut_even_if_its_key_is_not_there()
    {
        await _application.ConnectByOAuthAsync(Id);
        _application.Secrets.HasLostItsKeys = true;

        (await _application.SendAsync(new DisconnectToolCommand(Id))).Error.ShouldBeNull();

        _application.Rows.Row(Id).ShouldBeNull();
    }

    [Fact]
    public async Task Callback_whose_verifier_was_changed_has_to_be_begun_again()
    {
        var started = (await _application.StartAsync(Id)).Required().Redirect.ShouldNotBeNull();
        _application.Rows.WriteBehind(Id, row => row with { Pending = [row.Pending[0] with { Verifier = Given.Secret("verifier") }] });

        (await _application.CompleteAsync("github", started.State)).Error.ShouldBe(ToolSessionErrors.StateUnknown);

        _application.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Secret_of_a_service_that_was_changed_is_unavailable()
    {
        var (secrets, service) = (new ServiceSecrets(new BoundSecrets()), new ServiceId(Guid.NewGuid()));
        var secret = (await secrets.SealAsync(Given.Tenant, service, "s", default)).ShouldNotBeNull();

        (await secrets.OpenAsync(Given.Tenant, service, secret, default)).ShouldBe("s"u8.ToArray());
        var thrown = await Should.ThrowAsync<UnavailableException>(
            async () => await secrets.OpenAsync(Given.Tenant, new ServiceId(Guid.NewGuid()), secret, default));
        thrown.Error.ShouldBe(SecretErrors.Damaged("The secret of this service"));
    }

    private void Damage(ToolSessionId id, Func<ImmutableArray<byte>, ImmutableArray<byte>> change) => _application.Rows.WriteBehind(
        id, row => row with { Credential = row.Credential! with { Secret = row.Credential.Secret with { Cipher = change(row.Credential.Secret.Cipher) } } });
}
