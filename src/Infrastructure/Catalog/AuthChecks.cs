using System.Text.Json;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>What a schema can't say of a manifest's addresses and of the ways to connect.</summary>
internal static class AuthChecks
{
    private static readonly string[] PathMaps = ["token_response", "refresh_response"];

    public static IEnumerable<Problem> Of(JsonElement manifest)
    {
        var schemes = manifest.Items("auth").Select(auth => (Auth: auth, Known: KnownFields.Of(manifest, auth))).ToList();
        foreach (var problem in ServerProblems(manifest.GetProperty("server"), schemes)) yield return problem;
        var hasHosts = manifest.GetProperty("server").Items("allowed_hosts").Any();
        var answered = schemes.SelectMany(scheme => scheme.Known.Answered).ToHashSet();
        var names = new HashSet<string>();
        foreach (var (index, (auth, known)) in schemes.Index())
        {
            var at = $"/auth/{index}";
            if (auth.Text("scheme") is { } name && !names.Add(name)) yield return new($"{at}/scheme", $"{name} is another scheme's name");
            foreach (var problem in NameProblems(auth, known, at)) yield return problem;
            foreach (var problem in PathProblems(auth, at)) yield return problem;
            foreach (var problem in RequestChecks.Of(manifest, auth, known, at)) yield return problem;
            if (hasHosts) continue;
            foreach (var (place, url) in RequestChecks.AddressesOf(auth).Where(address => ChoosesHost(address.Url, answered)))
                yield return new($"{at}/{place}", NeedsHosts(url, answered));
        }
        if (!hasHosts && new UrlTemplate(manifest.GetProperty("server").Text("url")!) is var server && ChoosesHost(server, answered))
            yield return new("/server/url", NeedsHosts(server, answered));
    }

    private static IEnumerable<Problem> ServerProblems(JsonElement server, List<(JsonElement Auth, KnownFields Known)> schemes)
    {
        var url = server.Text("url")!;
        // {server} and {token_url} stand for the settings of these names, in the original format.
        foreach (var name in new UrlTemplate(url).Names.Where(name => name != "server"))
        {
            var lacking = schemes.Index().Where(scheme => !scheme.Item.Known.Connected.Contains(name)).Select(scheme => $"/auth/{scheme.Index}").ToList();
            if (lacking.Count == schemes.Count) yield return new("/server/url", $"{{{name}}} is not a connection field");
            else if (lacking.Count > 0) yield return new("/server/url", $"{{{name}}} is no field of a connection by {string.Join(", ", lacking)}");
        }
        // Every path is put behind it.
        if (url.AsSpan().ContainsAny('?', '#')) yield return new("/server/url", "must be without a query and a fragment");
    }

    /// <summary>A value from outside that decides the whole host would decide who gets the token, and the client's secret.</summary>
    private static bool ChoosesHost(UrlTemplate url, HashSet<string> answered) => url.HasOpenHost && url.HostNames.Any(answered.Contains);

    private static string NeedsHosts(UrlTemplate url, HashSet<string> answered) =>
        $"{{{url.HostNames.First(answered.Contains)}}} chooses the host and no person types it in: name the hosts that it may be in /server/allowed_hosts";

    /// <summary>Fields that would take another's place.</summary>
    private static IEnumerable<Problem> NameProblems(JsonElement auth, KnownFields known, string at)
    {
        var kept = auth.Members("callback").Where(member => member.Name != "code").Select(member => ($"callback/{member.Name}", member.Name))
            .Concat((auth.Member("after_connect") ?? default).Members("values").Select(member => ($"after_connect/values/{member.Name}", member.Name)));
        foreach (var (place, name) in kept)
        {
            if (KnownFields.Reserved.Contains(name)) yield return new($"{at}/{place}", $"{name} can't be kept from there");
            else if (known.Typed.Contains(name)) yield return new($"{at}/{place}", $"{name} is a field that a person types in");
        }
        foreach (var (scope, index) in auth.Texts("optional_scopes").Select((scope, index) => (scope, index)))
        {
            if (auth.Texts("scopes").Contains(scope)) yield return new($"{at}/optional_scopes/{index}", $"{scope} is in scopes, so it is asked for always");
        }
    }

    private static IEnumerable<Problem> PathProblems(JsonElement auth, string at)
    {
        var places = PathMaps.SelectMany(map => auth.Members(map).Select(member => ($"{map}/{member.Name}", member.Value.GetString())))
            .Concat((auth.Member("after_connect") ?? default).Members("values").Select(one => ($"after_connect/values/{one.Name}", one.Value.GetString())))
            .Concat(auth.Items("token_refusals").Select((rule, index) => ($"token_refusals/{index}/path", rule.Text("path"))));
        foreach (var (place, path) in places)
        {
            if (path is not null && JsonPath.Parse(path) is null) yield return new($"{at}/{place}", ManifestChecks.NoPath);
        }
    }
}
