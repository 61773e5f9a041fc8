using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using ModuleX.Api.Hosting;

namespace ModuleX.Api.Tests.Hosting;

public sealed class RiskySettingsTests
{
    private static readonly Dictionary<string, string?> Trial = new()
    {
        ["MockServices:Enabled"] = "true", ["PublicUrl"] = "http://localhost:8000", ["Egress:Allow:0"] = "10.0.0.0/8", ["Egress:Allow:1"] = "0.0.0.0/0",
        ["Egress:Allow:2"] = "::/0",
    };

    [Fact]
    public void Settings_of_a_trial_are_told_in_production_and_not_in_development()
    {
        Told("Production", Trial).Select(sentence => sentence.Split(' ')[0])
            .ShouldBe(["MockServices:Enabled", "PublicUrl", "Egress:Allow", "Egress:Allow", "AllowedHosts"]);
        Told("Development", Trial).ShouldBeEmpty();
    }

    [Fact]
    public void Settings_for_others_are_not_told_of() => Told("Production", new()
    {
        ["PublicUrl"] = "https://modulex.example.com", ["AllowedHosts"] = "modulex.example.com;10.0.0.5", ["Egress:Allow:0"] = "10.0.0.0/8",
        ["MockServices:Enabled"] = "false",
    }).ShouldBeEmpty();

    private static IReadOnlyList<string> Told(string environment, Dictionary<string, string?> settings) => new RiskySettings(
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new HostingEnvironment { EnvironmentName = environment },
            NullLogger<RiskySettings>.Instance).Current;
}
