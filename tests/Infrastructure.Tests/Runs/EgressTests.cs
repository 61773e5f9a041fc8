using System.Net;
using Microsoft.Extensions.Options;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Runs.Egress;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Runs;

public sealed class EgressTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("127.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Loopback_is_refused_however_it_is_spelled(string host)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var services = new OutgoingServices(OutgoingServices.NothingAllowed);

        var result = await services.RunAsync(Tools.At($"http://{host}:{upstream.Url.Port}"), Tools.Get());

        result.Error!.Code.ShouldBe("egress_refused");
        result.Error.Kind.ShouldBe(ErrorKind.Upstream);
        services.SecurityLog.EgressRefusals.ShouldHaveSingleItem().Reason.ShouldBe("loopback");
        upstream.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Circled_digits_do_not_reach_loopback()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var services = new OutgoingServices(OutgoingServices.NothingAllowed, ("Runs:MaxAttempts", "1"));

        var result = await services.RunAsync(Tools.At($"http://①②⑦.⓪.⓪.①:{upstream.Url.Port}"), Tools.Get().Within(5));

        result.Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Upstream);
        upstream.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.0/8")]
    [InlineData("LocalHost")]
    public async Task Allowed_address_network_or_host_is_reached(string entry)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var services = new OutgoingServices(("Egress:Allow:0", entry), ("Egress:Allow:1", "::1"));

        var result = await services.RunAsync(Tools.At($"http://localhost:{upstream.Url.Port}"), Tools.Get());

        result.Error.ShouldBeNull();
        services.SecurityLog.EgressRefusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refused_address_is_not_tried_again()
    {
        await using var services = new OutgoingServices(OutgoingServices.NothingAllowed);

        (await services.RunAsync(Tools.At("http://169.254.169.254"), Tools.Get())).Error!.Code.ShouldBe("egress_refused");

        services.SecurityLog.EgressRefusals.ShouldHaveSingleItem().ShouldBe(("169.254.169.254", "link-local"));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.254")]
    [InlineData("127.255.255.255")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.7")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("168.63.129.16")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Address_that_is_not_public_is_refused(string address) =>
        PolicyOf().RefusalOf("tool.example.test", IPAddress.Parse(address)).ShouldNotBeNull();

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("192.0.1.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("64:ff9b::1.1.1.1")]
    [InlineData("2002:101:101::1")]
    public void Public_address_is_allowed(string address) =>
        PolicyOf().RefusalOf("tool.example.test", IPAddress.Parse(address)).ShouldBeNull();

    [Fact]
    public void Allowed_address_is_allowed_in_its_mapped_form_too()
    {
        var policy = PolicyOf("10.0.0.0/8", "fd12::/64", "*.corp.example.test");

        policy.RefusalOf("x.example.test", IPAddress.Parse("::ffff:10.0.0.1")).ShouldBeNull();
        policy.RefusalOf("x.example.test", IPAddress.Parse("fd12::5")).ShouldBeNull();
        policy.RefusalOf("x.example.test", IPAddress.Parse("fd13::5")).ShouldBe("private");
        policy.RefusalOf("n8n.corp.example.test", IPAddress.Parse("192.168.0.1")).ShouldBeNull();
        policy.RefusalOf("corp.example.test", IPAddress.Parse("192.168.0.1")).ShouldBe("private");
        policy.RefusalOf("evilcorp.example.test", IPAddress.Parse("192.168.0.1")).ShouldBe("private");
    }

    [Theory]
    [InlineData("Egress:Allow:0", "10.0.0.0/99", "Egress:Allow")]
    [InlineData("Egress:Allow:0", "http://x/", "Egress:Allow")]
    [InlineData("Runs:MaxAttempts", "9", "Runs:MaxAttempts must be a number from 1 to 5")]
    [InlineData("Runs:DefaultTimeout", "00:10:00", "Runs:DefaultTimeout must be a time from 00:00:00.001 to 00:05:00")]
    [InlineData("Sessions:TokenTimeout", "00:00:00", "Sessions:TokenTimeout")]
    public async Task Setting_that_is_not_legal_is_named(string setting, string value, string part)
    {
        await using var services = new OutgoingServices((setting, value));

        var refused = Should.Throw<OptionsValidationException>(() => services.Get<IStartupValidator>().Validate());

        refused.Message.ShouldContain(part);
    }

    private static EgressPolicy PolicyOf(params string[] allowed)
    {
        var options = new EgressOptions();
        foreach (var entry in allowed) options.Allow.Add(entry);
        return new EgressPolicy(Options.Create(options));
    }
}
