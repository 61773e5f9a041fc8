using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ModuleX.Silo.Tests.Fixtures;

/// <summary>
/// A service whose refresh tokens rotate: one that is used a second time ends its grant (RFC 9700, section 4.14.2). It remembers who used it, and when. The
/// code of an authorization is the owner's name.
/// </summary>
public sealed class RotatingService : IAsyncDisposable
{
    public const string Tool = "books";
    public const string Action = "list_books";

    private readonly Dictionary<string, Grant> _grants = [];
    private readonly ConcurrentQueue<(DateTimeOffset At, string Owner)> _runs = [];
    private readonly Lock _gate = new();
    private readonly WebApplication _app;
    private int _refreshes;

    private RotatingService(WebApplication app) => _app = app;

    /// <summary>How long the token endpoint takes, after it has rotated the token.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long access tokens live that are handed out from now on.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Token requests with a refresh token.</summary>
    public int Refreshes => Volatile.Read(ref _refreshes);

    /// <summary>Owners whose grant was ended because a used token came again.</summary>
    public IReadOnlyList<string> Lost
    {
        get
        {
            lock (_gate) return [.. _grants.Values.Where(grant => grant.IsEnded).Select(grant => grant.Owner)];
        }
    }

    public Uri Url => new(_app.Urls.Single());

    public JsonObject Manifest => (JsonObject)JsonNode.Parse($$"""
        {
          "name": "{{Tool}}", "display_name": "Books", "description": "Keeps books.", "version": "1.0.0", "server": { "url": "{{Url}}" },
          "auth": [{ "type": "oauth2", "authorize_url": "{{Url}}authorize", "token_url": "{{Url}}token", "scopes": ["read"],
            "expiry_leeway_seconds": 0 }],
          "defaults": { "timeout_seconds": 20, "retry": { "max_attempts": 1 } },
          "actions": [{
            "name": "{{Action}}", "description": "Lists books.", "request": { "method": "GET", "path": "/books" },
            "parameters": { "type": "object", "properties": {}, "additionalProperties": false }
          }]
        }
        """)!;

    public static async Task<RotatingService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new ActivitySource(nameof(RotatingService))).AddSingleton(new DiagnosticListener(nameof(RotatingService)));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(FreePorts.Take()));
        var app = builder.Build();
        var service = new RotatingService(app);
        app.MapPost("/token", service.AnswerTokenAsync);
        app.MapGet("/books", service.AnswerRunAsync);
        await app.StartAsync();
        return service;
    }

    /// <summary>How often the service was used with an owner's token after a moment.</summary>
    public int CountRunsAfter(string owner, DateTimeOffset moment) => _runs.Count(run => run.Owner == owner && run.At > moment);

    /// <summary>The owner takes the access back: neither token is good any more.</summary>
    public void Revoke(string owner)
    {
        lock (_gate) _grants[owner].IsRevoked = true;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerTokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var answer = Exchange(form["code"].ToString(), form["refresh_token"].ToString());
        await Task.Delay(Delay);
        await Upstream.Json(context, answer ?? """{"error":"invalid_grant"}""", answer is null ? 400 : 200);
    }

    private string? Exchange(string code, string refreshToken)
    {
        lock (_gate)
        {
            var owner = code.Length > 0 ? code : refreshToken.Split('.')[0];
            if (code.Length > 0) _grants[owner] = new Grant(owner);
            else _refreshes++;
            var grant = _grants[owner];
            if (code.Length == 0 && grant.Number.ToString(CultureInfo.InvariantCulture) != refreshToken.Split('.')[1]) grant.IsEnded = true;
            if (grant.IsEnded || grant.IsRevoked) return null;
            grant.Number++;
            return new JsonObject
            {
                ["access_token"] = $"{owner}.{grant.Number}",
                ["refresh_token"] = $"{owner}.{grant.Number}",
                ["token_type"] = "Bearer",
                ["expires_in"] = (int)TokenLifetime.TotalSeconds,
                ["scope"] = "read",
            }.ToJsonString();
        }
    }

    private async Task AnswerRunAsync(HttpContext context)
    {
        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal).Split('.');
        bool isGood;
        lock (_gate) isGood = _grants.TryGetValue(token[0], out var grant) && grant is { IsEnded: false, IsRevoked: false };
        if (isGood) _runs.Enqueue((DateTimeOffset.UtcNow, token[0]));
        await Upstream.Json(context, isGood ? """[{"id":1}]""" : """{"error":"invalid_token"}""", isGood ? 200 : 401);
    }

    private sealed class Grant(string owner)
    {
        public string Owner => owner;

        /// <summary>Of the tokens that are good now.</summary>
        public int Number { get; set; }

        public bool IsEnded { get; set; }

        public bool IsRevoked { get; set; }
    }
}
