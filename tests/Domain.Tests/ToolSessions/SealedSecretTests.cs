using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.ToolSessions;

/// <summary>What of a session may come into a log.</summary>
public sealed class SealedSecretTests
{
    [Fact]
    public void Text_of_a_secret_is_masked() => Given.Secret("cipher").ToString().ShouldBe("***");

    [Fact]
    public void Text_of_a_whole_session_shows_no_secret()
    {
        var session = Given.Session(Given.Credential());
        session.BeginAuthorization(Given.Pending("one"), ManualTime.Start).Required();

        var text = session.Snapshot.ToString() + session.Snapshot.Credential + session.Snapshot.Pending[0];

        text.ShouldNotContain("Cipher");
        text.ShouldContain("***");
    }
}
