using System.Collections.Immutable;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.ToolSessions;

/// <summary>What a connection learns from the callback, and from the service right after connecting.</summary>
public sealed class AfterConnectTests : IDisposable
{
    private static readonly ToolSessionId Id = Given.SessionId();

    private static readonly AuthScheme Scheme = ATool.OAuth() with
    {
        AfterConnect = new(new ServiceRequest { Method = "GET", Path = new("/sites"), Authority = RequestAuthority.Token },
            ImmutableSortedDictionary<string, JsonPath>.Empty.Add("cloud_id", JsonPath.Parse("$[0].id")!)),
        OAuth = ATool.OAuth().OAuth! with
        {
            Callback = ImmutableSortedDictionary<string, string>.Empty.Add("code", "auth_code").Add("realm", "realmId"),
        },
    };

    private readonly AnApplication _application = new(ATool.With("github", [Scheme]) with
        { Server = new(new("https://api.github.example/{realm}/{cloud_id}"), [], []) });

    public AfterConnectTests() => _application.Server.OnLookUp = () => new CredentialValues([new("cloud_id", "c-1")]);

    public void Dispose() => _application.Dispose();

    [Fact]
    public async Task Fields_of_the_callback_and_of_the_service_are_kept_beside_the_tokens()
    {
        (await ReturnAsync(("auth_code", "the-code"), ("realmId", "9130"))).Error.ShouldBeNull();

        var values = await _application.OpenAsync(Id);
        (values["realm"], values["cloud_id"], values["access_token"]).ShouldBe(("9130", "c-1", "first-token"));
        _application.Server.Requests[0].ShouldStartWith("exchange the-code ");
        _application.Server.Requests[1].ShouldBe("look up with first-token");
    }

    [Theory]
    [InlineData("auth_code", "code_missing")]
    [InlineData("realmId", "callback_incomplete")]
    public async Task Callback_that_lacks_one_is_refused_before_the_exchange(string lacking, string code)
    {
        (string, string)[] all = [("auth_code", "c"), ("realmId", "9130")];

        (await ReturnAsync([.. all.Where(one => one.Item1 != lacking)])).Error!.Code.ShouldBe(code);

        _application.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tokens_of_a_connection_that_could_not_be_completed_are_to_end()
    {
        _application.Server.OnLookUp = () => AuthorizationErrors.ServerFailed("github", "no site");

        (await ReturnAsync(("auth_code", "c"), ("realmId", "9130"))).Error!.Message.ShouldEndWith("no site");

        _application.Rows.Row(Id).ShouldBeNull();
        _application.Revocations.Waiting.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Connection_without_an_address_is_none()
    {
        _application.Server.OnLookUp = () => CredentialValues.Empty;

        (await ReturnAsync(("auth_code", "c"), ("realmId", "9130"))).Error!.Message.ShouldContain("https://api.github.example/{realm}/{cloud_id}");

        _application.Revocations.Waiting.ShouldHaveSingleItem();
    }

    private async Task<Domain.Results.Result<ToolSessionId>> ReturnAsync(params (string Name, string Value)[] parameters)
    {
        var state = (await _application.StartAsync(Id)).Required().Redirect!.State;
        var code = parameters.FirstOrDefault(pair => pair.Name == "code").Value;
        return await _application.SendAsync(new CompleteAuthorizationCommand("github", state, code, null, null, null)
        {
            Parameters = parameters.ToDictionary(pair => pair.Name, pair => pair.Value),
        });
    }
}
