using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ModuleX.Domain.Organizations;

namespace ModuleX.Benchmarks.People;

/// <summary>The calls that are measured, on one server.</summary>
internal sealed class PeopleCalls : IDisposable
{
    public const string WrongPassword = "login, wrong password";
    public const string UnknownAccount = "login, unknown account";

    private const string AdminEmail = "super@example.com";
    private const int Seed = 21;
    private const int PageSize = 20;

    private readonly SeededPeople _people;
    private readonly HttpClient _client;
    private readonly Queue<string> _accounts;
    private string _admin = "";
    private string _owner = "";
    private int _unknown;

    private PeopleCalls(Uri server, SeededPeople people)
    {
        _people = people;
        // One connection: a call begins when the one before has ended.
        _client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1, UseProxy = false }) { BaseAddress = server };
        // Each account once, as five failures lock it; and not the owners, who are signed in.
        string[] members = [.. people.Emails.Where((_, number) => number % people.UsersEach != 0)];
        new Random(Seed).Shuffle(members);
        _accounts = new(members);
    }

    /// <summary>The settings that name the super admin.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["Bootstrap__Email"] = AdminEmail, ["Bootstrap__Password"] = PeopleSeed.Password };

    /// <summary>Lists and searches.</summary>
    public IReadOnlyList<(string Kind, Func<Task> CallAsync)> Lists { get; private set; } = [];

    public IReadOnlyList<(string Kind, Func<Task> CallAsync)> Logins =>
    [
        ("login, right password", () => LogInAsync(_accounts.Dequeue(), PeopleSeed.Password, HttpStatusCode.OK)),
        (WrongPassword, () => LogInAsync(_accounts.Dequeue(), "Wrong-Horse-7", HttpStatusCode.Unauthorized)),
        (UnknownAccount, () => LogInAsync(FormattableString.Invariant($"nobody.{_unknown++}@example.com"), "Wrong-Horse-7", HttpStatusCode.Unauthorized)),
    ];

    public static async Task<PeopleCalls> SignInAsync(Uri server, SeededPeople people)
    {
        var calls = new PeopleCalls(server, people);
        calls._admin = await calls.TokenAsync(AdminEmail);
        var organization = people.Organizations.Count / 2;
        calls._owner = await calls.TokenAsync(people.Emails[organization * people.UsersEach]);
        calls.Lists = calls.ListsOf(people.Organizations[organization]);
        return calls;
    }

    public void Dispose() => _client.Dispose();

    private List<(string Kind, Func<Task> CallAsync)> ListsOf(OrganizationId own)
    {
        // The super admin is a user, too.
        var pages = (_people.Emails.Count + PageSize) / PageSize;
        return
        [
            ("users of the tenant, first page", () => GetAsync(_admin, $"/api/v1/users?page=1&size={PageSize}", PageSize)),
            ("users of the tenant, middle page", () => GetAsync(_admin, $"/api/v1/users?page={pages / 2}&size={PageSize}", PageSize)),
            ("users of the tenant, last page", () => GetAsync(_admin, $"/api/v1/users?page={pages}&size={PageSize}", 1)),
            ("active users of the tenant", () => GetAsync(_admin, $"/api/v1/users?is_active=true&page=1&size={PageSize}", PageSize)),
            ("search the tenant, rare name", () => GetAsync(_admin, $"/api/v1/users?search={PeopleSeed.RareName}", 1)),
            ("search the tenant, common fragment", () => GetAsync(_admin, $"/api/v1/users?search=an&size={PageSize}", PageSize)),
            ("users of an organization", () => GetAsync(_owner, $"/api/v1/users?size={PageSize}", PageSize)),
            ("search an organization", () => GetAsync(_owner, "/api/v1/users?search=an", 1)),
            ("dashboard, users of an organization", () => GetAsync(_owner, $"/api/dashboard/users?limit={PageSize}&organization_id={own}", PageSize)),
            ("dashboard, search an organization", () => GetAsync(_owner, $"/api/dashboard/users?search=an&organization_id={own}", 1)),
            ("organizations", () => GetAsync(_admin, "/api/organizations?limit=10", 10)),
            ("search organizations", () => GetAsync(_admin, $"/api/organizations?search={PeopleSeed.RareName}", 1)),
        ];
    }

    /// <param name="atLeast">How many entries the list must have: an empty answer is fast.</param>
    private async Task GetAsync(string token, string path, int atLeast)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await _client.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var list = answer.IsSuccessStatusCode ? body.EnumerateObject().FirstOrDefault(field => field.Value.ValueKind == JsonValueKind.Array).Value : default;
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() < atLeast)
            throw new InvalidOperationException($"GET {path} answered {answer.StatusCode}: {body}");
    }

    private async Task LogInAsync(string email, string password, HttpStatusCode expected)
    {
        using var answer = await PostLoginAsync(email, password);
        if (answer.StatusCode != expected) throw new InvalidOperationException($"The login of {email} answered {answer.StatusCode}");
        await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<string> TokenAsync(string email)
    {
        using var answer = await PostLoginAsync(email, PeopleSeed.Password);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    private Task<HttpResponseMessage> PostLoginAsync(string email, string password) => _client.PostAsJsonAsync("/api/v1/auth/login", new { email, password });
}
