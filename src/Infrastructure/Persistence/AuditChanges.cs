using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ModuleX.Application.Audit;
using ModuleX.Domain.Access;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Modules;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Records;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>Reads what changes from the change tracker, so that no use case can forget a field. Secrets are told as changed, never with a value.</summary>
internal static class AuditChanges
{
    private const string Hidden = "***";

    private static readonly ImmutableHashSet<Type> Told =
        [typeof(Tenant), typeof(User), typeof(Membership), typeof(Organization), typeof(Permission), typeof(Role), typeof(Location),
            typeof(Integration), typeof(Service), typeof(OutgoingWebhook), typeof(Module), typeof(TenantConfig), typeof(ConfigProfile), typeof(ApiKey)];

    /// <summary>Bookkeeping that says nothing to people.</summary>
    private static readonly ImmutableHashSet<string> Untold =
    [
        nameof(User.TenantId), nameof(Tenant.BootstrapHash), nameof(User.EmailKey), nameof(User.UsernameKey), nameof(User.SearchText),
        nameof(User.Version), nameof(User.CreatedAt), nameof(User.UpdatedAt),
        nameof(User.Number), nameof(User.TotalLogins), nameof(User.LastLoginAt), nameof(User.LastActiveAt), nameof(Role.NameKey),
        nameof(Organization.MemberCount), nameof(Organization.DeletedAt),
        nameof(Organization.ToolsSyncedAt), nameof(Organization.CreatedBy), nameof(Integration.InstalledAt), nameof(Integration.InstalledBy),
        nameof(Service.CheckDueAt), nameof(OutgoingWebhook.FailingSince),
        nameof(Module.ChangedAt), nameof(Module.ChangedBy),
    ];

    /// <summary>For each changed thing, by its id: field to from and to.</summary>
    public static Dictionary<string, JsonObject> Of(ChangeTracker tracker)
    {
        var all = new Dictionary<string, JsonObject>();
        foreach (var entry in tracker.Entries()
            .Where(entry => Told.Contains(entry.Metadata.ClrType) && entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            var fields = new JsonObject();
            foreach (var property in entry.Properties.Where(property => !Untold.Contains(property.Metadata.Name) && !property.Metadata.IsPrimaryKey()))
                Add(fields, property, entry.State);
            if (fields.Count == 0) continue;
            var id = IdOf(entry);
            all[id] = all.TryGetValue(id, out var before) ? Merged(before, fields) : fields;
        }
        return all;
    }

    /// <param name="changes">The first event about a thing takes its changes out.</param>
    public static AuditEntry ToEntry(AuditEvent happened, Dictionary<string, JsonObject> changes, DateTimeOffset now)
    {
        var details = new JsonObject();
        foreach (var (name, value) in happened.Facts) details[name] = JsonSerializer.SerializeToNode(value);
        if (happened.ResourceId is { } id && happened.Status == AuditStatuses.Success && changes.Remove(id, out var fields)) details["changes"] = fields;
        var (actor, client) = (happened.Actor, happened.Actor.Client);
        return new AuditEntry(
            Guid.CreateVersion7(now), actor.Tenant, happened.Organization, actor.User, happened.Action, happened.Resource, happened.ResourceId,
            ShortText.Of(client.Address, 64), ShortText.Of(client.Agent, 512), details.ToJsonString(), happened.Status, now);
    }

    /// <summary>What is sealed, by its type, the hash of a password, which is a text, and where webhooks go: such addresses have tokens in them.</summary>
    private static bool IsSecret(IProperty property) =>
        property.ClrType == typeof(SealedSecret) || (property.Name == nameof(User.PasswordHash) && property.DeclaringType.ClrType == typeof(User))
        || (property.Name == nameof(OutgoingWebhook.Url) && property.DeclaringType.ClrType == typeof(OutgoingWebhook));

    private static void Add(JsonObject fields, PropertyEntry property, EntityState state)
    {
        var (from, to) = (state == EntityState.Added ? null : property.OriginalValue, state == EntityState.Deleted ? null : property.CurrentValue);
        if (Equals(from, to)) return;
        var isSecret = IsSecret(property.Metadata);
        fields[SnakeCaseNames.Of(property.Metadata.Name)] = new JsonObject
        {
            ["from"] = isSecret && from is not null ? Hidden : ToNode(from),
            ["to"] = isSecret && to is not null ? Hidden : ToNode(to),
        };
    }

    /// <summary>A membership is told of under its user, an integration under its tool: the organization stands beside it.</summary>
    private static string IdOf(EntityEntry entry) => entry.Entity switch
    {
        Membership membership => membership.UserId.ToString(),
        Integration integration => integration.Tool,
        _ => entry.Properties.First(property => property.Metadata.IsPrimaryKey()).CurrentValue!.ToString()!,
    };

    private static JsonObject Merged(JsonObject one, JsonObject other)
    {
        foreach (var (name, value) in other) one.TryAdd(name, value!.DeepClone());
        return one;
    }

    private static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        DateTimeOffset time => JsonValue.Create(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
        ImmutableSortedSet<string> names => new JsonArray([.. names.Select(name => JsonValue.Create(name))]),
        Enum word => JsonValue.Create(SnakeCaseNames.Of(word.ToString())),
        _ => JsonValue.Create(value.ToString()),
    };
}
