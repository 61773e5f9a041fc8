using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>Milliseconds since 1970, for SQLite: it has no type for times, and EF refuses to order by them as text.</summary>
internal sealed class UnixMillisecondsConverter()
    : ValueConverter<DateTimeOffset, long>(time => time.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));

/// <summary>The provider's own type, always in UTC: PostgreSQL takes no other offset.</summary>
internal sealed class UtcConverter()
    : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), value => value.ToUniversalTime());
