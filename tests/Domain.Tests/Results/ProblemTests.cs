using ModuleX.Domain.Results;

namespace ModuleX.Domain.Tests.Results;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("/password")]
    [InlineData("/new_password")]
    [InlineData("/client_secret")]
    [InlineData("/refresh_token")]
    [InlineData("/credentials/username")]
    [InlineData("/config/apiKey")]
    public void What_may_be_a_secret_is_not_kept(string pointer) => new Problem(pointer, "is wrong") { Input = "hunter2" }.Input.ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("/email")]
    [InlineData("/items/0/name")]
    public void What_was_refused_is_kept(string pointer) => new Problem(pointer, "is wrong") { Input = "given" }.Input.ShouldBe("given");

    [Fact]
    public void The_text_of_a_problem_does_not_have_the_input() =>
        new Problem("/email", "is no address") { Input = "given" }.ToString().ShouldBe("/email: is no address");

    [Fact]
    public void Names_in_a_pointer_are_escaped() => Problem.PointerTo("items", "0", "a/b~c").ShouldBe("/items/0/a~1b~0c");

    [Theory]
    [InlineData(new string[0], "")]
    [InlineData(new[] { "user" }, "'user'")]
    [InlineData(new[] { "user", "admin" }, "'user' or 'admin'")]
    [InlineData(new[] { "user", "admin", "owner" }, "'user', 'admin' or 'owner'")]
    public void Words_that_are_right_are_told_in_one_text(string[] words, string text) =>
        ProblemLimit.OfWords(words)[ProblemLimit.Expected].ShouldBe(text);
}
