using System.Text.Json.Nodes;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Preferences;

/// <summary>The caller's preferences: values of any kind by key.</summary>
public sealed record GetPreferencesQuery(Caller Caller) : IQuery<JsonObject>;

internal sealed class GetPreferencesHandler(IReader<UserPreferences> preferences) : IQueryHandler<GetPreferencesQuery, JsonObject>
{
    public async Task<Result<JsonObject>> Handle(GetPreferencesQuery query, CancellationToken cancellationToken) =>
        await preferences.FindAsync(query.Caller.Tenant, new PreferencesSpec(query.Caller.User), cancellationToken) is { } stored
            ? JsonNode.Parse(stored.Values)!.AsObject() : new JsonObject();
}
