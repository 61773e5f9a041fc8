using System.Text;
using ModuleX.Application.Identity;

namespace ModuleX.Application.Tests.Identity;

public sealed class UsernamesTests
{
    private const long Number = 1_234_567;

    [Fact]
    public void Username_is_the_local_part_of_the_address()
    {
        Usernames.From("ada.lovelace@example.com", null).ShouldBe("ada.lovelace");
        Usernames.From("ada.lovelace@example.com", Number).ShouldBe("ada.lovelace-234567");
    }

    [Fact]
    public void Long_local_part_leaves_room_for_the_number()
    {
        var email = new string('a', 120) + "@example.com";

        Usernames.From(email, null).ShouldBe(new string('a', 100));
        Usernames.From(email, Number).ShouldBe(new string('a', 93) + "-234567");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("")]
    public void Local_part_of_pictures_is_cut_between_them(string first)
    {
        var email = first + string.Concat(Enumerable.Repeat("😀", 60)) + "@example.com";

        foreach (var name in (string[])[Usernames.From(email, null), Usernames.From(email, Number)])
        {
            name.Length.ShouldBeInRange(99, 100);
            Should.NotThrow(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(name));
        }
    }
}
