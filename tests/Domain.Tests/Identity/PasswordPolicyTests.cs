using ModuleX.Domain.Identity;

namespace ModuleX.Domain.Tests.Identity;

public sealed class PasswordPolicyTests
{
    private static readonly PasswordPolicy Default = new(8, RequireUppercase: true, RequireLowercase: true, RequireDigit: true, RequireSpecial: false);
    private static readonly PasswordPolicy Strict = Default with { RequireSpecial = true };

    [Theory]
    [InlineData("Aa345678")]
    [InlineData("correct Horse 7 battery")]
    public void Good_password_has_no_problems(string password) => Default.Check(password, "user@example.com", "user").ShouldBeEmpty();

    /// <summary>Everybody can read them in the README and the API documents; only development takes them.</summary>
    [Theory]
    [InlineData("securePassword123")]
    [InlineData("SecurePass123!")]
    [InlineData("NewSecurePass456!")]
    [InlineData("AdminPass123!")]
    [InlineData("SecurePassword123!")]
    [InlineData("CurrentPassword123!")]
    [InlineData("NewPassword123!")]
    [InlineData("AnotherPass123!")]
    [InlineData("Welcome123")]
    public void Password_of_an_example_is_taken_in_development_alone(string password)
    {
        MessagesOf(Default, password).ShouldBe(["Password is among the first ones that are guessed"]);
        (Default with { AllowCommon = true }).Check(password).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1qaz2wsx")]
    [InlineData("Trustno1")]
    [InlineData("22081987")]
    [InlineData("BaseBall")]
    public void Common_password_is_refused_in_any_case_of_its_letters(string password) =>
        new PasswordPolicy(8, false, false, false, false).Check(password).ShouldHaveSingleItem()
            .Message.ShouldBe("Password is among the first ones that are guessed");

    [Theory]
    [InlineData("Aa34567", "Password must have at least 8 characters")]
    [InlineData("aa345678", "Password must have an upper-case letter")]
    [InlineData("AA345678", "Password must have a lower-case letter")]
    [InlineData("Abcdefghz", "Password must have a digit")]
    [InlineData("Passw0rd", "Password is among the first ones that are guessed")]
    [InlineData("pASSWORD123", "Password is among the first ones that are guessed")]
    [InlineData("Ada.Lovelace1@example.com", "Password must not be the email or the username")]
    [InlineData("ada.lovelace1", "Password must have an upper-case letter", "Password must not be the email or the username")]
    public void Each_rule_is_told_by_its_own_sentence(string password, params string[] messages) => MessagesOf(Default, password).ShouldBe(messages);

    [Fact]
    public void Special_characters_are_asked_for_only_where_the_policy_does()
    {
        MessagesOf(Strict, "Aa345678").ShouldBe(["Password must have a character that is neither a letter nor a digit"]);
        foreach (var password in (string[])["Aa34567!", "Aa34567 ", "Aa34567€"]) MessagesOf(Strict, password).ShouldBeEmpty();
        (Default with { RequireUppercase = false, RequireLowercase = false, RequireDigit = false }).Check("________").ShouldBeEmpty();
    }

    [Fact]
    public void What_is_guessed_first_is_taken_only_where_the_policy_says_so()
    {
        var lenient = Default with { RequireUppercase = false };

        MessagesOf(lenient, "password123").ShouldBe(["Password is among the first ones that are guessed"]);
        MessagesOf(lenient with { AllowCommon = true }, "password123").ShouldBeEmpty();
    }

    [Fact]
    public void All_problems_are_told_at_once_and_none_repeats_the_password()
    {
        var problems = Strict.Check("?!", "?!");

        problems.Select(problem => problem.Message).ShouldBe([
            "Password must have at least 8 characters", "Password must have an upper-case letter", "Password must have a lower-case letter",
            "Password must have a digit",
            "Password must not be the email or the username"]);
        problems.ShouldAllBe(problem => problem.Pointer == "/password" && !problem.Message.Contains("?!"));
    }

    [Fact]
    public void Length_ends_where_hashing_does()
    {
        MessagesOf(Default, "Aa3" + new string('x', PasswordPolicy.MaximumLength - 3)).ShouldBeEmpty();
        MessagesOf(Default, "Aa3" + new string('x', PasswordPolicy.MaximumLength - 2)).ShouldBe(["Password must have at most 128 characters"]);
    }

    [Fact]
    public void Letters_of_every_alphabet_count() => MessagesOf(Default, "Пароль-7").ShouldBeEmpty();

    [Fact]
    public void Name_that_is_not_there_forbids_nothing() => Default.Check("Aa345678", "", "").ShouldBeEmpty();

    private static IEnumerable<string> MessagesOf(PasswordPolicy policy, string password) =>
        policy.Check(password, "ada.lovelace1@example.com", "Ada.Lovelace1").Select(problem => problem.Message);
}
