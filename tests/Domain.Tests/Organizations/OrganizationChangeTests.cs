using ModuleX.Domain.Organizations;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.Organizations;

public sealed class OrganizationChangeTests
{
    private static readonly DateTimeOffset Later = ManualTime.Start.AddHours(1);

    [Fact]
    public void What_was_given_is_changed_and_named_on_the_wire()
    {
        var organization = Create();

        var changed = organization.Change(new OrganizationChange(" New ", " About ", " ACME.Example ", 7, 3, IsActive: false, """{"a":1}"""), Later).Required();

        changed.ShouldBe(["name", "description", "domain", "max_users", "max_tools", "is_active", "settings"]);
        (organization.Name, organization.Description, organization.Domain, organization.MaxUsers, organization.MaxTools, organization.IsActive,
            organization.Settings, organization.UpdatedAt)
            .ShouldBe(("New", "About", "acme.example", 7, 3, false, """{"a":1}""", Later));
    }

    [Fact]
    public void Nothing_given_is_nothing_changed()
    {
        var organization = Create();

        organization.Change(new OrganizationChange(), Later).Required().ShouldBeEmpty();

        organization.UpdatedAt.ShouldBe(ManualTime.Start);
    }

    [Fact]
    public void Empty_text_takes_a_value_away()
    {
        var organization = Create();
        organization.Change(new OrganizationChange(Description: "About", Domain: "acme.example"), Later).Required();

        organization.Change(new OrganizationChange(Description: "", Domain: " "), Later).Required();

        (organization.Description, organization.Domain).ShouldBe((null, null));
    }

    [Fact]
    public void Refused_change_changes_nothing()
    {
        var standing = Create(isDefault: true);

        Create().Change(new OrganizationChange(Name: " ", MaxUsers: 7), Later).Error.ShouldBe(OrganizationErrors.NameInvalid);
        standing.Change(new OrganizationChange(Name: "New", IsActive: false), Later).Error.ShouldBe(OrganizationErrors.DefaultStays);
        standing.Change(new OrganizationChange(Name: "New", MaxUsers: -1), Later).Error!.Code.ShouldBe("organization_limit_below_members");

        (standing.Name, standing.IsActive, standing.UpdatedAt).ShouldBe(("Acme", true, ManualTime.Start));
    }

    [Fact]
    public void Deleted_organization_is_closed_and_keeps_its_row()
    {
        var organization = Create();

        organization.Delete(Later).Required();

        (organization.DeletedAt, organization.IsActive, organization.UpdatedAt).ShouldBe((Later, false, Later));
    }

    [Fact]
    public void Default_organization_is_not_deleted()
    {
        var standing = Create(isDefault: true);

        standing.Delete(Later).Error.ShouldBe(OrganizationErrors.DefaultStays);

        (standing.DeletedAt, standing.IsActive).ShouldBe((null, true));
    }

    [Fact]
    public void Everybody_fits_into_the_default_organization()
    {
        (Create().MaxUsers, Create().MaxTools).ShouldBe((Organization.DefaultMaxUsers, Organization.DefaultMaxTools));
        (Create(isDefault: true).MaxUsers, Create(isDefault: true).MaxTools).ShouldBe((Organization.HighestMaxUsers, Organization.HighestMaxTools));
    }

    private static Organization Create(bool isDefault = false) =>
        Organization.Create(Given.Organization, Given.Tenant, "acme", "Acme", isDefault, ManualTime.Start).Required();
}
