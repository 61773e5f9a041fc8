using System.CommandLine;
using ModuleX.Application.Access;
using ModuleX.Domain.Access;

namespace ModuleX.Api.CommandLine;

/// <summary>The service API keys of organizations.</summary>
internal static class KeyCommands
{
    private static Option<string> Organization() => new("--organization") { Description = "The organization's slug", Required = true };

    public static Command Create() => new("keys", "Service API keys, with which a backend calls for the people of its organization")
    {
        CreateKey(), ListKeys(), RevokeKey(),
    };

    private static Command CreateKey()
    {
        var (tenant, organization) = (Verb.TenantOption(), Organization());
        var name = new Option<string>("--name") { Description = "What people tell it by", Required = true };
        var scopes = new Option<string[]>("--scope")
            {
            Description = $"What it may do ({string.Join(", ", ApiKeyScopes.All)}); give it once a scope; without this option all but "
                + $"{string.Join(", ", ApiKeyScopes.All.Except(ApiKeyScopes.Default))}",
        };
        var expires = new Option<DateTimeOffset?>("--expires") { Description = "When it ends, such as 2027-01-31T00:00:00Z; never without this option" };
        return new Command("create", "Make a key and show it, this one time, on standard output") { tenant, organization, name, scopes, expires }
            .DoesOnDatabase((services, parsed, cancellationToken) =>
            {
                var command = new CreateApiKeyCommand(
                    parsed.GetRequiredValue(tenant), parsed.GetRequiredValue(organization), parsed.GetRequiredValue(name),
                    [.. parsed.GetValue(scopes) ?? []], parsed.GetValue(expires)?.ToUniversalTime());
                return Verb.ShowAsync(services.UseCases().SendAsync(command, cancellationToken), key =>
                {
                    Console.Error.WriteLine($"Key {key.Key.Id} for {command.Organization}, shown this once. Send it as X-API-Key.");
                    Console.WriteLine(key.Plain);
                });
            });
    }

    private static Command ListKeys()
    {
        var (tenant, organization) = (Verb.TenantOption(), Organization());
        return new Command("list", "List the keys of an organization, newest first") { tenant, organization }
            .DoesOnDatabase((services, parsed, cancellationToken) => Verb.ShowAsync(
                services.UseCases().SendAsync(new ListApiKeysQuery(parsed.GetRequiredValue(tenant), parsed.GetRequiredValue(organization)), cancellationToken),
                keys =>
                {
                    Console.WriteLine("id\tprefix\tname\tscopes\tcreated\texpires\tlast used\trevoked");
                    foreach (var key in keys)
                        Console.WriteLine(string.Join(
                            '\t', key.Id, key.Prefix + "...", key.Name, string.Join(' ', key.Scopes),
                            Verb.Text(key.CreatedAt), Verb.Text(key.ExpiresAt), Verb.Text(key.LastUsedAt), Verb.Text(key.RevokedAt)));
                }));
    }

    private static Command RevokeKey()
    {
        var id = new Argument<Guid>("id") { Description = "The key's id, as the list shows it" };
        return new Command("revoke", "End a key; a running server stops taking it within a second") { id }
            .DoesOnDatabase((services, parsed, cancellationToken) => Verb.ShowAsync(
                services.UseCases().SendAsync(new RevokeApiKeyCommand(new(parsed.GetRequiredValue(id))), cancellationToken),
                _ => Console.WriteLine($"Key {parsed.GetRequiredValue(id)} is revoked.")));
    }
}
