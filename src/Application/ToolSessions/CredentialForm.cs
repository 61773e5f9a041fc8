using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.ToolSessions;

/// <summary>Reads what a caller hands in for a connection against the fields that the manifest asks for.</summary>
internal sealed class CredentialForm(IEgressCheck egress)
{
    private const int MaximumValueLength = 8192;

    /// <summary>
    /// The values under their proper names, without the blanks that pasting brings, defaults filled in, with everything
    /// else that was sent kept as it is. Problems: fields that are missing, too long, of another form, or with control
    /// characters (a line break in a header would smuggle in another one), or that do not fit into the addresses.
    /// </summary>
    /// <param name="fields">The fields that are asked for.</param>
    public static Result<CredentialValues> Read(
        ToolDefinition tool, AuthScheme scheme, ImmutableArray<CredentialField> fields, IReadOnlyDictionary<string, string> sent)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var values = new Dictionary<string, string>(sent);
        foreach (var field in fields)
        {
            // A password may begin or end with a blank that a person has chosen.
            var isPassword = scheme.Kind == AuthKind.Basic && field.IsSecret;
            var names = field.Aliases.Insert(0, field.Name);
            foreach (var name in names.Where(name => !isPassword && values.ContainsKey(name))) values[name] = values[name].Trim();
            var found = names.Select(values.GetValueOrDefault).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? field.Default;
            if (found is not null) values[field.Name] = found = field.IsPrivateKey ? PrivateKeyText.Of(found) ?? found : found;
            else if (field.IsRequired) problems.Add(new Problem("/" + field.Name, "is required") { Rule = ProblemRule.Missing });
            if (found is not null && ProblemOf(tool, scheme, field, found) is { } problem) problems.Add(problem);
        }
        foreach (var (name, value) in values)
        {
            if (value.Length > MaximumValueLength)
                problems.Add(new Problem("/" + name, $"has more than {MaximumValueLength} characters") { Rule = ProblemRule.StringTooLong });
            else if (value.Any(char.IsControl) && !PrivateKeyText.IsIn(fields, name)) problems.Add(new Problem("/" + name, "has control characters"));
        }
        return problems.Count == 0 ? new CredentialValues(values) : AuthorizationErrors.CredentialsIncomplete(tool, problems.ToImmutable());
    }

    /// <summary>Refuses values that lead to an address which this server does not call: connected, the tool could never be used.</summary>
    public async Task<Result<Done>> CheckAddressesAsync(ToolDefinition tool, AuthScheme scheme, CredentialValues values, CancellationToken cancellationToken)
    {
        foreach (var address in AddressesOf(tool, scheme).Where(address => !address.HostNames.IsEmpty))
        {
            if (address.Fill(values) is not { } url || !await egress.IsRefusedAsync(url, cancellationToken)) continue;
            return AuthorizationErrors.CredentialsIncomplete(tool,
                [new Problem("/" + address.HostNames[^1], "leads to an address that is not allowed on this server")]);
        }
        return Done.Result;
    }

    private static Problem? ProblemOf(ToolDefinition tool, AuthScheme scheme, CredentialField field, string value)
    {
        var pointer = "/" + field.Name;
        if (field.IsUrl && !(Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")))
            return new Problem(pointer, "must be an http or https URL") { Rule = ProblemRule.ValueError };
        if (field.Pattern is { } pattern && !Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))
            return new Problem(pointer, $"must match {pattern}") { Rule = ProblemRule.StringPatternMismatch };
        if (field.IsPrivateKey && PrivateKeyText.Of(value) is null)
        {
            return new Problem(pointer, "must be a private key in PEM without a password: RSA of 2048 bits or more, or the curve P-256")
                { Rule = ProblemRule.ValueError };
        }
        var problem = AddressesOf(tool, scheme).Select(address => address.ProblemOf(field.Name, value)).FirstOrDefault(found => found is not null);
        return problem is null ? null : new Problem(pointer, problem) { Rule = ProblemRule.ValueError };
    }

    /// <summary>Every address that the values of a connection fill.</summary>
    private static IEnumerable<UrlTemplate> AddressesOf(ToolDefinition tool, AuthScheme scheme) =>
        scheme.Addresses.Prepend(tool.Server.Url).Concat(tool.Actions.Select(action => action.Request?.Server).OfType<UrlTemplate>());
}
