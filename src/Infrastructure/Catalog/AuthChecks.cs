using System.Text.Json;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>What a schema can't say of a manifest's addresses and of the ways to connect.</summary>
internal static class AuthChecks
{
    private static readonly string[] Addresses = ["authorize_url", "token_url", "refresh_url", "revoke_url", "auth_url"];

    public static IEnumerable<Problem> Of(JsonElement manifest)
    {
        var fields = manifest.Items("connection_fields").Select(field => field.Text("name")!).Append("public_url").ToHashSet();
        var server = manifest.GetProperty("server").Text("url")!;
        // {server} and {token_url} stand for the settings of these names, in the original format.
        foreach (var name in new UrlTemplate(server).Names.Where(name => !fields.Contains(name) && name != "server"))
            yield return new("/server/url", $"{{{name}}} is not a connection field");
        // Every path is put behind it.
        if (server.AsSpan().ContainsAny('?', '#')) yield return new("/server/url", "must be without a query and a fragment");
        foreach (var (auth, index) in manifest.Items("auth").Select((auth, index) => (auth, index)))
        {
            foreach (var problem in ProblemsOf(auth, fields, $"/auth/{index}")) yield return problem;
        }
    }

    private static IEnumerable<Problem> ProblemsOf(JsonElement auth, HashSet<string> connectionFields, string at)
    {
        foreach (var member in auth.Members("token_response").Where(member => JsonPath.Parse(member.Value.GetString()!) is null))
            yield return new($"{at}/token_response/{member.Name}", ManifestChecks.NoPath);
        foreach (var (rule, index) in auth.Items("token_refusals").Select((rule, index) => (rule, index)))
        {
            if (rule.Text("path") is { } path && JsonPath.Parse(path) is null) yield return new($"{at}/token_refusals/{index}/path", ManifestChecks.NoPath);
        }

        var known = connectionFields.Concat(auth.Items("fields").Select(field => field.Text("name")!))
            .Concat(auth.Members("token_response").Select(member => member.Name)).ToHashSet();
        foreach (var address in Addresses.Where(address => auth.Text(address) is not null))
        {
            foreach (var name in new UrlTemplate(auth.Text(address)!).Names.Where(name => !known.Contains(name) && name != address))
                yield return new($"{at}/{address}", $"{{{name}}} is not a connection field");
        }
        if (auth.Member("revoke") is not { } revoke) yield break;
        if (auth.Text("revoke_url") is not null) yield return new($"{at}/revoke", "can't stand beside revoke_url");
        known.UnionWith([CredentialValues.ClientId, CredentialValues.AccessToken, CredentialValues.RefreshToken]);
        foreach (var name in new PathTemplate(revoke.Text("path")!).Names.Where(name => !known.Contains(name)))
            yield return new($"{at}/revoke/path", $"{{{name}}} is no field of the credential");
        foreach (var (member, template) in revoke.TextMap("body"))
        {
            foreach (var name in new TextTemplate(template).Names.Where(name => !known.Contains(name)))
                yield return new($"{at}/revoke/body/{member}", $"{{{name}}} is no field of the credential");
        }
    }
}
