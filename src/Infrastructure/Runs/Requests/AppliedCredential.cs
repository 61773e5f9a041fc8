using System.Collections.Immutable;
using System.Text;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Runs.Answers;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>A credential as it goes on a request. Its text is <c>***</c>.</summary>
internal sealed class AppliedCredential
{
    private const string Basic = "basic";
    private const string Username = "username";
    private const string Password = "password";

    private AppliedCredential(ImmutableArray<KeyValuePair<string, string>> headers, ImmutableArray<KeyValuePair<string, string>> query)
    {
        Headers = headers;
        Query = query;
    }

    public ImmutableArray<KeyValuePair<string, string>> Headers { get; }

    /// <summary>Not encoded.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Query { get; }

    /// <summary>Null when a value is missing, or can't be sent where it belongs.</summary>
    public static AppliedCredential? Of(AuthScheme scheme, CredentialValues credential)
    {
        if (scheme.Placements.IsEmpty) return Nothing;
        ImmutableArray<KeyValuePair<string, string>> headers = [], query = [];
        Func<string, string?> valueOf = name => ValueOf(credential, name);
        foreach (var placement in scheme.Placements)
        {
            if (placement.Template.Fill(valueOf) is not { } text) return null;
            if (placement.Target == PlacementTarget.Query) query = query.Add(new(placement.Name, text));
            else if (HeaderText.ProblemOf(text) is null) headers = headers.Add(new(placement.Name, text));
            else return null;
        }
        return new(headers, query);
    }

    /// <summary>The same places with <c>***</c> in each, to be shown.</summary>
    public AppliedCredential Masked() => new([.. Headers.Select(Mask)], [.. Query.Select(Mask)]);

    public override string ToString() => SecretMask.Masked;

    /// <summary>base64 of <c>username:password</c> in UTF-8 (RFC 7617); null when the credential has none.</summary>
    public static string? BasicOf(CredentialValues credential) =>
        credential.Find(Username) is { } username && credential.Find(Password) is { } password
            ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"))
            : null;

    /// <summary>What a name in a template stands for; null where the credential has nothing for it.</summary>
    public static string? ValueOf(CredentialValues credential, string name)
    {
        if (credential.Find(name) is { } value) return value.Length == 0 ? null : value;
        return name == Basic ? BasicOf(credential) : null;
    }

    private static KeyValuePair<string, string> Mask(KeyValuePair<string, string> placed) => new(placed.Key, SecretMask.Masked);

    private static AppliedCredential Nothing { get; } = new([], []);
}
