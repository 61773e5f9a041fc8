using ModuleX.Domain.Identity;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.Integrations;

public sealed class IntegrationTests
{
    private static readonly UserId Installer = new(Guid.NewGuid());

    [Fact]
    public void Installed_tool_is_on_and_holds_nothing()
    {
        var integration = Install();

        integration.Id.ShouldBe(new IntegrationId(Given.Tenant, Given.Organization, "github"));
        (integration.InstalledAt, integration.UpdatedAt, integration.InstalledBy).ShouldBe((ManualTime.Start, ManualTime.Start, Installer));
        integration.RequireActive().Error.ShouldBeNull();
        (integration.SealedConfig, integration.SealedEnvironment, integration.VariableNames.Count).ShouldBe((null, null, 0));
    }

    [Fact]
    public void Organization_installs_as_many_tools_as_it_may()
    {
        var organization = AnOrganization(maxTools: 2);

        Integration.Install(organization, "github", installed: 1, Installer, ManualTime.Start).Error.ShouldBeNull();
        Integration.Install(organization, "slack", installed: 2, Installer, ManualTime.Start).Error.ShouldBe(IntegrationErrors.TooMany(2));
    }

    [Fact]
    public void Tool_that_is_switched_off_is_refused()
    {
        var integration = Install();

        integration.SetActive(false, ManualTime.Start.AddHours(1));

        integration.RequireActive().Error.ShouldBe(IntegrationErrors.Inactive("github"));
        integration.UpdatedAt.ShouldBe(ManualTime.Start.AddHours(1));
    }

    [Fact]
    public void Secrets_are_replaced_and_say_nothing_as_text()
    {
        var (integration, secret) = (Install(), new SealedSecret(Guid.NewGuid(), [1, 2, 3]));

        integration.SetConfig(secret, ManualTime.Start.AddHours(1));
        integration.SetEnvironment(secret, ["B", "A"], ManualTime.Start.AddHours(2));

        (integration.SealedConfig, integration.SealedEnvironment).ShouldBe((secret, secret));
        integration.VariableNames.ShouldBe(["A", "B"]);
        integration.UpdatedAt.ShouldBe(ManualTime.Start.AddHours(2));
        $"{integration.SealedConfig}".ShouldBe("***");
    }

    private static Integration Install() => Integration.Install(AnOrganization(maxTools: 10), "github", installed: 0, Installer, ManualTime.Start).Required();

    private static Organization AnOrganization(int maxTools)
    {
        var organization = Organization.Create(Given.Organization, Given.Tenant, "acme", "Acme", isDefault: false, ManualTime.Start).Required();
        organization.Change(new OrganizationChange(MaxTools: maxTools), ManualTime.Start).Required();
        return organization;
    }
}
