using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.ConnectLinks;

/// <summary>A credential inside the row of the connect link that holds it, sealed as its session will hold it.</summary>
internal sealed record HeldRow(
    Guid Id, string Scheme, SealedRow Secret, ImmutableArray<string> Scopes, DateTimeOffset? ExpiresAt, bool IsRefreshable, DateTimeOffset ObtainedAt)
{
    public static string TextOf(StoredCredential held) => JsonSerializer.Serialize(
        new HeldRow(
            held.Id, held.Scheme, ToolSessionMapping.ToRow(held.Secret), held.Scopes, held.ExpiresAt, held.IsRefreshable, held.ObtainedAt),
        RowJson.Default.HeldRow);

    public static StoredCredential Read(string text)
    {
        var row = JsonSerializer.Deserialize(text, RowJson.Default.HeldRow)!;
        return new(row.Id, row.Scheme, ToolSessionMapping.FromRow(row.Secret), row.Scopes, row.ExpiresAt, row.IsRefreshable, row.ObtainedAt);
    }
}

/// <summary>A held credential in one column, as JSON.</summary>
internal sealed class HeldConverter() : ValueConverter<StoredCredential?, string>(held => HeldRow.TextOf(held!), text => HeldRow.Read(text));
