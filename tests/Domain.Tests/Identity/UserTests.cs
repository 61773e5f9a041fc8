using ModuleX.Domain.Identity;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.Identity;

public sealed class UserTests
{
    private static readonly DateTimeOffset Now = ManualTime.Start;

    [Fact]
    public void Names_are_kept_as_given_and_compared_without_case_and_edges()
    {
        var user = Create(" Ada@Example.COM ", " Countess ");

        (user.Email, user.EmailKey).ShouldBe(("Ada@Example.COM", "ada@example.com"));
        (user.Username, user.UsernameKey).ShouldBe(("Countess", "countess"));
    }

    [Fact]
    public void New_user_is_active_and_not_verified()
    {
        var user = Create();

        (user.IsActive, user.IsVerified, user.TotalLogins, user.LastLoginAt).ShouldBe((true, false, 0, null));
    }

    [Theory]
    [InlineData("ada@example.com")]
    [InlineData("countess")]
    [InlineData("ada lovelace")]
    public void Search_looks_into_every_name_in_lower_case(string text) => Create().SearchText.ShouldContain(text);

    [Fact]
    public void Search_does_not_run_from_one_name_into_the_next() => Create().SearchText.Split('\n').ShouldBe(["ada@example.com", "countess", "ada lovelace"]);

    [Fact]
    public void Renaming_changes_what_is_given_and_leaves_the_rest()
    {
        var user = Create();

        user.Rename(" Lady ", null, " ", Now.AddHours(1));

        (user.Username, user.UsernameKey, user.FirstName, user.LastName, user.UpdatedAt).ShouldBe(("Lady", "lady", "Ada", null, Now.AddHours(1)));
        user.SearchText.Split('\n').ShouldBe(["ada@example.com", "lady", "ada"]);
    }

    [Fact]
    public void New_email_is_found_and_the_old_one_is_not()
    {
        var user = Create();

        user.SetEmail(" Byron@Example.com ", Now.AddHours(1));

        (user.Email, user.EmailKey, user.UpdatedAt).ShouldBe(("Byron@Example.com", "byron@example.com", Now.AddHours(1)));
        user.SearchText.ShouldContain("byron@example.com");
        user.SearchText.ShouldNotContain("ada@example.com");
    }

    [Fact]
    public void Registration_counts_as_the_first_login()
    {
        var user = Create();

        user.RecordFirstLogin();

        (user.LastLoginAt, user.LastActiveAt, user.TotalLogins).ShouldBe((Now, Now, 1));
    }

    private static User Create(string email = "Ada@Example.com", string username = "Countess") => User.Create(
        new UserId(Guid.NewGuid()), Given.Tenant, 7, email, username, " Ada ", "Lovelace", "hash", SystemRole.User, Given.Organization, Now);
}
