using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>A server that is set up for slack, and whose client of notion is half set up.</summary>
public sealed class IntegrationScene : IAsyncLifetime
{
    private readonly OrganizationScene _organizations = new()
    {
        Adjust = builder => builder
            .With("SLACK_CLIENT_ID", ServerClient).With("Tools:slack:ClientSecret", ServerSecret)
            .With("Tools:notion:ClientId", ServerClient).With("Sessions:VerifyCredentials", "false"),
    };

    private int _number;

    /// <summary>The server's own OAuth client of slack.</summary>
    internal static string ServerClient { get; } = Guid.NewGuid().ToString("N");

    internal static string ServerSecret { get; } = Guid.NewGuid().ToString("N");

    internal ModuleXServer Server => _organizations.Server;

    internal SignedIn Root => _organizations.Root;

    public Task InitializeAsync() => _organizations.InitializeAsync();

    public Task DisposeAsync() => _organizations.DisposeAsync();

    /// <summary>A new organization with an owner and a member.</summary>
    internal async Task<InOrganization> StartAsync(int maxTools = 50)
    {
        var number = Interlocked.Increment(ref _number);
        var id = await _organizations.AddOrganizationAsync();
        (await Root.Client.PutReplyAsync($"/api/organizations/{id}", new { max_tools = maxTools })).With(200);
        return new(id, await _organizations.AddMemberAsync(id, $"tools-owner-{number}", "owner"),
            await _organizations.AddMemberAsync(id, $"tools-member-{number}", "member"));
    }
}

/// <summary>An organization and two of its people.</summary>
internal sealed record InOrganization(string Organization, SignedIn Owner, SignedIn Member)
{
    public string Path(string path) => $"/api/integrations/{path}?organization_id={Organization}";

    public async Task InstallAsync(string tool, object? config = null) =>
        (await Owner.Client.PostReplyAsync(Path("install"), new { tool_name = tool, config_data = config })).With(200);
}
