using System.Collections.Immutable;

namespace ModuleX.Domain.Catalog;

/// <summary>One value of a credential or a connection.</summary>
/// <param name="Aliases">Other names under which callers send it.</param>
/// <param name="IsUrl">It must be an http or https URL.</param>
/// <param name="Pattern">A regular expression that the whole value matches; null for any.</param>
/// <param name="Default">Taken when nothing is sent; null for none.</param>
public sealed record CredentialField(
    string Name, ImmutableArray<string> Aliases, string Title, string? Description, bool IsUrl, string? Pattern, bool IsSecret, bool IsRequired,
    string? Default)
{
    /// <summary>It is a private key in PEM: the only value with line breaks.</summary>
    public bool IsPrivateKey { get; init; }
}

/// <summary>Puts one value of the credential on a request.</summary>
/// <param name="Name">The header's or query parameter's name.</param>
/// <param name="Template">The text with <c>{field}</c> for fields of the credential; <c>{basic}</c> is base64 of <c>username:password</c> (RFC 7617).</param>
public sealed record CredentialPlacement(PlacementTarget Target, string Name, TextTemplate Template);

/// <summary>Where a credential goes.</summary>
public enum PlacementTarget
{
    Header,
    Query,
}
