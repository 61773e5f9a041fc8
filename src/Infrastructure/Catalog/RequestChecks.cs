using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Whether the requests of a way to connect have, at their moment, what they name.</summary>
internal static class RequestChecks
{
    private static readonly string[] Addresses = ["authorize_url", "token_url", "refresh_url", "revoke_url", "auth_url"];
    private static readonly string[] Requests = ["request", "after_connect/request", "revoke"];

    public static IEnumerable<Problem> Of(JsonElement manifest, JsonElement auth, KnownFields known, string at)
    {
        foreach (var (place, url) in AddressesOf(auth))
        {
            // {token_url} and its like stand for the settings of these names, in the original format.
            foreach (var name in url.Names.Where(name => !FieldsAt(place, known, auth).Contains(name) && name != place))
                yield return new($"{at}/{place}", Unknown(place, name, known));
        }
        foreach (var (place, template) in TemplatesOf(auth))
        {
            foreach (var name in template.Where(name => !FieldsAt(place, known, auth).Contains(name)))
                yield return new($"{at}/{place}", Unknown(place, name, known));
        }
        foreach (var problem in ContradictionsIn(manifest, auth, known)) yield return problem with { Pointer = at + problem.Pointer };
    }

    /// <summary>Every whole address, by where it stands.</summary>
    public static IEnumerable<(string Place, UrlTemplate Url)> AddressesOf(JsonElement auth) => Addresses
        .Select(name => (name, auth.Text(name)))
        .Concat(Requests.Select(place => ($"{place}/url", At(auth, place).Text("url"))))
        .Where(address => address.Item2 is not null)
        .Select(address => (address.Item1, new UrlTemplate(address.Item2!)));

    private static string Unknown(string place, string name, KnownFields known) => place.Split('/')[0] switch
    {
        _ when known.Secret.Contains(name) => $"{{{name}}} is secret, and browsers visit this address",
        "revoke" or "apply" => $"{{{name}}} is no field of the credential",
        _ when Addresses.Contains(place) => $"{{{name}}} is not a connection field",
        _ when known.Connected.Contains(name) => $"{{{name}}} is known only later",
        _ => $"{{{name}}} is no field of this way to connect",
    };

    /// <summary>The text templates with the names in them.</summary>
    private static IEnumerable<(string Place, IEnumerable<string> Names)> TemplatesOf(JsonElement auth)
    {
        string[] maps = ["authorize_parameters", "token_parameters", "refresh_parameters", "token_headers", "claims", "assertion/claims",
            .. Requests.SelectMany(place => new[] { $"{place}/headers", $"{place}/body" })];
        // A credential of a manual tool may have any field.
        if (auth.Text("type") != "manual") maps = [.. maps, "apply/headers", "apply/query"];
        foreach (var map in maps)
        {
            var split = map.LastIndexOf('/');
            foreach (var (name, text) in At(auth, split < 0 ? "" : map[..split]).TextMap(map[(split + 1)..]))
                yield return ($"{map}/{name}", new TextTemplate(text).Names);
        }
        foreach (var place in new[] { "", "assertion/" })
        {
            if (At(auth, place.TrimEnd('/')).Text("key_id") is { } keyId) yield return ($"{place}key_id", new TextTemplate(keyId).Names);
        }
        foreach (var place in Requests.Where(place => At(auth, place).Text("path") is not null))
            yield return ($"{place}/path", new PathTemplate(At(auth, place).Text("path")!).Names);
    }

    /// <summary>What may be named at a place.</summary>
    private static ImmutableHashSet<string> FieldsAt(string place, KnownFields known, JsonElement auth) => place.Split('/') switch
    {
        ["authorize_url"] or ["authorize_parameters", ..] => known.Typed.Except(known.Secret),
        ["auth_url"] => known.Typed,
        ["token_url"] or ["token_parameters" or "token_headers", ..] => known.AtToken,
        ["claims" or "key_id", ..] or ["assertion", ..] => known.Typed.Union(["scope", "token_url"]),
        ["request", ..] => known.Typed.Union(auth.Member("assertion") is null ? ["basic"] : ["basic", "assertion"]),
        ["after_connect", ..] => known.WithToken.Add("basic"),
        _ => known.Connected.Add("basic"),
    };

    private static IEnumerable<Problem> ContradictionsIn(JsonElement manifest, JsonElement auth, KnownFields known)
    {
        if (auth.Text("revoke_url") is not null && auth.Member("revoke") is not null) yield return new("/revoke", "can't stand beside revoke_url");
        foreach (var place in Requests.Where(place => At(auth, place).ValueKind == JsonValueKind.Object))
        {
            var request = At(auth, place);
            if (request.Text("url") is null == request.Text("path") is null) yield return new($"/{place}", "must have either url or path");
            var byClient = (request.Text("auth") ?? (place == "revoke" ? "client" : "")) == "client";
            if (byClient && !known.Typed.Contains(CredentialValues.ClientId))
                yield return new($"/{place}/auth", "client needs oauth2, or the fields client_id and client_secret");
            if (request.Text("format") == "form" && request.Members("body").Any(member => member.Name.StartsWith('/')))
                yield return new($"/{place}/body", "a JSON pointer needs the format json");
        }
        if (At(auth, "request").Text("auth") == "token") yield return new("/request/auth", "there is no token before the exchange");
        var looked = At(auth, "after_connect").Members("values").Select(member => member.Name).ToHashSet();
        if (At(auth, "after_connect/request").Text("path") is not null
            && new UrlTemplate(manifest.GetProperty("server").Text("url")!).Names.FirstOrDefault(looked.Contains) is { } own)
            yield return new("/after_connect/request/path", $"is behind a server whose {{{own}}} it is to find: use url");
        if (auth.Text("type") != "jwt_bearer" && auth.Member("assertion") is null) yield break;
        if (auth.Member("fields") is not null && auth.Items("fields").Count(field => field.Text("type") == "private_key") != 1)
            yield return new("/fields", "one field must be of the type private_key: it signs");
        var isNamed = TemplatesOf(auth).Any(one => one.Place.StartsWith("request/", StringComparison.Ordinal) && one.Names.Contains("assertion"));
        if (auth.Member("assertion") is not null && !isNamed)
            yield return new("/assertion", "the request does not name {assertion}");
    }

    private static JsonElement At(JsonElement auth, string place)
    {
        var at = auth;
        foreach (var step in place.Split('/', StringSplitOptions.RemoveEmptyEntries)) at = at.Member(step) ?? default;
        return at;
    }
}
