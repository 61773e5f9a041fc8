using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Application.ToolSessions;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Which fields a way to connect has, by the moment from which on it has them.</summary>
internal sealed record KnownFields
{
    /// <summary>Names that mean something already: what a browser or a service says must not take their place.</summary>
    public static readonly ImmutableHashSet<string> Reserved =
        [CredentialValues.AccessToken, CredentialValues.RefreshToken, CredentialValues.ClientId, CredentialValues.ClientSecret, "basic", "assertion"];

    /// <summary>Before anything is asked: connection fields, and what the scheme asks for.</summary>
    public required ImmutableHashSet<string> Typed { get; init; }

    /// <summary>Those of them that must not stand in an address that a browser visits.</summary>
    public required ImmutableHashSet<string> Secret { get; init; }

    /// <summary>When a token is asked for.</summary>
    public required ImmutableHashSet<string> AtToken { get; init; }

    /// <summary>As soon as there is a token.</summary>
    public required ImmutableHashSet<string> WithToken { get; init; }

    /// <summary>Of a connection that is made.</summary>
    public required ImmutableHashSet<string> Connected { get; init; }

    /// <summary>Those that neither a person nor an operator gives: a browser or the service says them.</summary>
    public required ImmutableHashSet<string> Answered { get; init; }

    public static KnownFields Of(JsonElement manifest, JsonElement auth)
    {
        var typed = manifest.Items("connection_fields").Concat(auth.Items("fields")).Select(field => field.Text("name")!)
            .Concat(DefaultsOf(auth)).Append("public_url").ToImmutableHashSet();
        var callback = auth.Members("callback").Select(member => member.Name).Where(name => name != "code").ToImmutableHashSet();
        // The address of a manual tool is the operator's own, and what it answers is believed.
        var told = auth.Members("token_response").Concat(auth.Members("refresh_response")).Select(member => member.Name)
            .Where(name => !GrantValues.Facts.Contains(name)).ToImmutableHashSet();
        var looked = (auth.Member("after_connect") ?? default).Members("values").Select(member => member.Name).ToImmutableHashSet();
        var atToken = typed.Union(callback);
        var withToken = atToken.Union(told).Union([CredentialValues.AccessToken, CredentialValues.RefreshToken]);
        return new()
        {
            Typed = typed,
            Secret = [.. manifest.Items("connection_fields").Where(field => field.Flag("secret") == true).Select(field => field.Text("name")!)],
            AtToken = atToken,
            WithToken = withToken,
            Connected = withToken.Union(looked),
            Answered = auth.Text("type") == "manual" ? [] : callback.Union(told).Union(looked),
        };
    }

    private static string[] DefaultsOf(JsonElement auth) => auth.Text("type") switch
    {
        "oauth2" => [CredentialValues.ClientId],
        "client_credentials" when auth.Member("fields") is null => [CredentialValues.ClientId, CredentialValues.ClientSecret],
        "jwt_bearer" when auth.Member("fields") is null => ["client_email", "private_key"],
        "basic" when auth.Member("fields") is null => ["username", "password"],
        "bearer" when auth.Member("fields") is null => ["token"],
        "api_key" when auth.Member("fields") is null => ["api_key"],
        _ => [],
    };
}
