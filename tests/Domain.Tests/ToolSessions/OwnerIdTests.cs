using FsCheck;
using FsCheck.Fluent;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.ToolSessions;

public sealed class OwnerIdTests
{
    [Fact]
    public void External_owner_survives_being_written_and_read() =>
        Prop.ForAll<NonEmptyString>(name => OwnerId.Parse(Given.Owner(name.Get).Value) == Given.Owner(name.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void User_survives_being_written_and_read() =>
        Prop.ForAll<Guid>(id => OwnerId.Parse(OwnerId.User(id).Value) == OwnerId.User(id)).QuickCheckThrowOnFailure();

    [Fact]
    public void One_name_in_two_organizations_is_two_owners()
    {
        var other = new OrganizationId(Guid.NewGuid());

        OwnerId.External(other, "user123").ShouldNotBe(OwnerId.External(Given.Organization, "user123"));
    }

    [Fact]
    public void External_owner_is_no_user_whatever_its_name()
    {
        var user = OwnerId.User(Guid.NewGuid());

        Given.Owner(user.Value).ShouldNotBe(user);
        Given.Owner(user.Name).ShouldNotBe(user);
    }

    [Fact]
    public void Owner_tells_its_user_or_its_organization()
    {
        var user = Guid.NewGuid();

        (OwnerId.User(user).FindUser()?.Value, OwnerId.User(user).FindOrganization()).ShouldBe((user, null));
        // A name that looks like a user is still a name.
        var external = Given.Owner($"user:{user}");
        (external.FindUser(), external.FindOrganization()).ShouldBe((null, Given.Organization));
    }

    [Fact]
    public void Name_is_what_the_caller_wrote() => Given.Owner("a:b:c").Name.ShouldBe("a:b:c");

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("ext:")]
    [InlineData("ext:22222222-2222-7222-8222-222222222222:")]
    public void Other_text_is_no_owner(string text) => Should.Throw<FormatException>(() => OwnerId.Parse(text));
}
