using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.BadInput.BadInputScene;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.BadInput;

/// <summary>Addresses that must not be called.</summary>
public sealed class EgressTests(BadInputScene scene) : IClassFixture<BadInputScene>
{
    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://169.254.169.254:80/things/n")]
    public async Task A_redirect_to_the_metadata_address_is_refused(string location)
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Answer = context => Upstream.Redirect(context, location);
        var ada = await scene.OwnerAtAsync(upstream.Url);

        var reply = await ada.ExecuteAsync(Tool, "read_thing", new { name = "n" });

        reply.With(502).Detail.ShouldBe(
            "Tool execution failed: the address 169.254.169.254 of testy is not allowed on this server, for it is private and Egress:Allow does not name it");
        scene.ModuleX.Log.Lines.ShouldContain(line => line.Contains("egress_refused") && line.Contains("169.254.169.254"));
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData("http://169.254.169.254")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://[fd00:ec2::254]")]
    [InlineData("http://0.0.0.0")]
    [InlineData("http://[::ffff:169.254.169.254]")]
    [InlineData("http://a:b@api.example.com")]
    public async Task An_address_of_a_person_that_could_never_be_used_is_refused_when_connecting(string address)
    {
        var reply = await scene.ConnectAsync(scene.ModuleX, address);

        ProblemOf(reply.With(400)).GetProperty("pointer").GetString().ShouldBe("/base_url");
        await scene.ShouldBeUnharmedAsync(reply);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Loopback_is_refused_by_every_name_where_it_is_not_allowed(string host)
    {
        await using var upstream = await Upstream.StartAsync();
        // The two entries of the Development environment, replaced by addresses that are not in use.
        await using var strict = await scene.LoudAsync(AModuleX().With("Egress:Allow:0", "198.51.100.1").With("Egress:Allow:1", "198.51.100.2"));

        var reply = await scene.ConnectAsync(strict, $"http://{host}:{upstream.Url.Port}");

        ProblemOf(reply.With(400)).GetProperty("message").GetString().ShouldBe("leads to an address that is not allowed on this server");
        strict.Log.Lines.ShouldContain(line => line.Contains("egress_refused"));
        upstream.Requests.ShouldBeEmpty();
        (await strict.Client.GetReplyAsync("/health/ready")).With(200);
    }

    private static JsonElement ProblemOf(Reply reply) => reply.Json.GetProperty("details").GetProperty("problems").EnumerateArray().ShouldHaveSingleItem();
}
