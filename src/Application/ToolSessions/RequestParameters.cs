using System.Collections.Immutable;
using ModuleX.Domain.Catalog;

namespace ModuleX.Application.ToolSessions;

/// <summary>The parameters of one request to an authorization server, in RFC 6749's names and, where the manifest says so, in the service's own.</summary>
/// <param name="fields">What fills the manifest's further parameters.</param>
/// <param name="clientId">What <c>{client_id}</c> stands for; null where there is no client.</param>
public sealed class RequestParameters(OAuthEndpoints oauth, CredentialValues fields, string? clientId)
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs => _pairs;

    /// <summary>Adds a parameter of RFC 6749, under the service's name for it. One that the service must not be sent is left out.</summary>
    public RequestParameters Add(string name, string value)
    {
        if (oauth.ParameterNames.GetValueOrDefault(name, name) is { } called) Set(called, value);
        return this;
    }

    /// <summary>Adds the manifest's own. One that lacks a value is left out.</summary>
    public RequestParameters With(ImmutableArray<KeyValuePair<string, TextTemplate>> parameters)
    {
        foreach (var (name, template) in parameters)
        {
            if (template.Fill(ValueOf) is { } value) Set(name, value);
        }
        return this;
    }

    public override string ToString() => "***";

    private string? ValueOf(string name) => name == CredentialValues.ClientId && clientId is not null ? clientId : fields.Find(name);

    private void Set(string name, string value)
    {
        var pair = KeyValuePair.Create(name, value);
        var index = _pairs.FindIndex(other => other.Key == name);
        if (index < 0) _pairs.Add(pair);
        else _pairs[index] = pair;
    }
}
