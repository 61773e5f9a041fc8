using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Security;

public sealed class StateProtectorTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    private readonly AuthorizationState _state = new(
        new ToolSessionId(new(Guid.CreateVersion7()), OwnerId.External(new(Guid.CreateVersion7()), "ännchen #1"), "github", "work"), "a-nonce");

    [Fact]
    public void Another_process_reads_the_state()
    {
        var text = database.Main.Get<IStateProtector>().Protect(_state);

        var read = database.StartProcess().Get<IStateProtector>().Unprotect(text);

        read.ShouldBe(_state);
        text.ShouldAllBe(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' || letter == '_');
    }

    [Fact]
    public void A_changed_state_is_null()
    {
        var protector = database.Main.Get<IStateProtector>();
        var text = protector.Protect(_state);

        for (var at = 0; at < text.Length - 1; at += 7)
        {
            var changed = text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..];
            protector.Unprotect(changed).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64url!")]
    [InlineData("ä")]
    public void Junk_is_null(string text)
    {
        database.Main.Get<IStateProtector>().Unprotect(text).ShouldBeNull();
        database.Main.Get<IStateProtector>().Unprotect(new string('A', 100_000)).ShouldBeNull();
    }
}
