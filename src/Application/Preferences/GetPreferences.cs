using System.Text.Json.Nodes;
using ModuleX.Application.Access;
using ModuleX.Application.Configuration;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Preferences;

/// <summary>The caller's preferences: values of any kind by key.</summary>
public sealed record GetPreferencesQuery(Caller Caller) : IQuery<JsonObject>;

internal sealed class GetPreferencesHandler(IConfigurationDirectory configurations) : IQueryHandler<GetPreferencesQuery, JsonObject>
{
    public async Task<Result<JsonObject>> Handle(GetPreferencesQuery query, CancellationToken cancellationToken) =>
        await configurations.FindPreferencesAsync(query.Caller.Tenant, query.Caller.User, cancellationToken) is { } stored
            ? JsonNode.Parse(stored.Values)!.AsObject() : new JsonObject();
}
