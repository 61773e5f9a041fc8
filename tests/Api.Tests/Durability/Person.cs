using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Durability;

/// <summary>What one person has of the tool.</summary>
/// <param name="Token">Null when nothing is connected.</param>
internal sealed record PersonState(string? Token, bool IsActive, ImmutableSortedSet<string> Disabled)
{
    public static PersonState Nothing { get; } = new(null, true, []);

    public override string ToString() => $"{Token ?? "nothing"}, {(IsActive ? "active" : "inactive")}, disabled: {string.Join(' ', Disabled)}";
}

/// <summary>
/// One person whose backend writes and writes, one request after the other, and remembers what was acknowledged and which write was under way
/// when the server was gone.
/// </summary>
internal sealed class Person(string name, Random random)
{
    public const string Tool = "testy";

    private static readonly string[] Actions = ["read_thing", "second", "third"];

    private readonly List<string> _emails = [];
    private PersonState _acknowledged = PersonState.Nothing;
    private PersonState? _underWay;
    private int _made;

    /// <summary>Sends one write. False when the server did not answer.</summary>
    public async Task<bool> WriteAsync(HttpClient client)
    {
        try
        {
            await (random.Next(3) == 0 ? MakeMockUserAsync(client) : ChangeToolAsync(new Owner(client, name)));
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return false;
        }
    }

    /// <summary>Compares what the server has with what it acknowledged. What was under way may be there or not, but nothing in between.</summary>
    public async Task CheckAsync(HttpClient client, Upstream upstream)
    {
        var found = await ReadAsync(new Owner(client, name), upstream);
        var allowed = _underWay is null ? [_acknowledged.ToString()] : new[] { _acknowledged.ToString(), _underWay.ToString() };
        allowed.ShouldContain(found.ToString(), $"{name} after the restart");
        // An address is taken once: who is refused it finds the mock user there.
        foreach (var email in _emails) (await MakeAsync(client, email)).With(409);
        (_acknowledged, _underWay) = (found, null);
    }

    private async Task ChangeToolAsync(Owner owner)
    {
        var action = Actions[random.Next(Actions.Length)];
        var (next, write) = random.Next(10) switch
        {
            0 => (PersonState.Nothing, owner.DisconnectAsync),
            1 or 2 => (_acknowledged with { IsActive = false }, (string tool) => owner.SetActiveAsync(tool, false)),
            3 or 4 => (_acknowledged with { IsActive = true }, (string tool) => owner.SetActiveAsync(tool, true)),
            5 or 6 => (_acknowledged with { Disabled = _acknowledged.Disabled.Add(action) }, (string tool) => owner.SetDisabledAsync(tool, action, true)),
            7 => (_acknowledged with { Disabled = _acknowledged.Disabled.Remove(action) }, (string tool) => owner.SetDisabledAsync(tool, action, false)),
            _ => Connecting(owner),
        };
        if (_acknowledged.Token is null && next.Token is null) (next, write) = Connecting(owner);
        _underWay = next;
        (await write(Tool)).With(200);
        (_acknowledged, _underWay) = (next, null);
    }

    private (PersonState Next, Func<string, Task<Reply>> Write) Connecting(Owner owner)
    {
        var token = $"{name}-token-{++_made}";
        return (_acknowledged with { Token = token }, (string tool) => owner.ConnectAsync(tool, new { token }));
    }

    private async Task MakeMockUserAsync(HttpClient client)
    {
        var email = $"{name}-{++_made}@example.com";
        (await MakeAsync(client, email)).With(201);
        _emails.Add(email);
    }

    private static Task<Reply> MakeAsync(HttpClient client, string email) => client.PostReplyAsync("/api/mock/users", new { email, name = "Somebody" });

    /// <summary>Reads the state over HTTP. Which actions are off is seen while the tool is on, and the token where it arrives.</summary>
    private static async Task<PersonState> ReadAsync(Owner owner, Upstream upstream)
    {
        var tool = await ToolOfAsync(owner);
        if (!tool.GetProperty("is_authenticated").GetBoolean()) return PersonState.Nothing;
        var isActive = tool.GetProperty("is_active").GetBoolean();
        if (!isActive) (await owner.SetActiveAsync(Tool, true)).With(200);
        var disabled = (await ToolOfAsync(owner)).GetProperty("actions").EnumerateArray()
            .Where(action => !action.GetProperty("is_active").GetBoolean())
            .Select(action => action.GetProperty("name").GetString()!)
            .ToImmutableSortedSet();
        var open = Actions.Except(disabled).FirstOrDefault();
        if (open is null) (await owner.SetDisabledAsync(Tool, open = Actions[0], false)).With(200);
        (await owner.ExecuteAsync(Tool, open, new { name = owner.Name })).With(200);
        var token = upstream.Requests.Last(request => request.Target.EndsWith(owner.Name, StringComparison.Ordinal))
            .Header("Authorization")!["Bearer ".Length..];
        if (disabled.Contains(open)) (await owner.SetDisabledAsync(Tool, open, true)).With(200);
        if (!isActive) (await owner.SetActiveAsync(Tool, false)).With(200);
        return new(token, isActive, disabled);
    }

    private static async Task<JsonElement> ToolOfAsync(Owner owner) =>
        (await owner.ListToolsAsync()).With(200).Json.GetProperty("tools").EnumerateArray().Single(tool => tool.GetProperty("name").ValueEquals(Tool));
}
