using ModuleX.Application.Configuration;
using ModuleX.Domain.Configuration;

namespace ModuleX.Application.Tests.Configuration;

public sealed class ConfigJsonTests
{
    private const string Stored =
        """{"general":{"site_name":"Acme","timezone":"Europe/Berlin","locale":"de-DE"}"""
        + ""","security":{"password_policy":{"min_length":12,"require_special":true},"session_timeout":3600}"""
        + ""","modules":{"enabled":["github","slack"],"disabled":[]}}""";

    private static readonly SystemConfig Config = new(
        new("Acme", "Europe/Berlin", "de-DE"), new(new(12, RequireSpecial: true), TimeSpan.FromHours(1)), new(["github", "slack"], []));

    [Fact]
    public void Stored_form_is_that_of_document_5() => ConfigJson.Write(Config).ShouldBe(Stored);

    [Fact]
    public void What_is_stored_is_read_as_it_was() => ConfigJson.Write(ConfigJson.Read(Stored)).ShouldBe(Stored);
}
