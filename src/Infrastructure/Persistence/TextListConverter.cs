using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>A list of texts in one column, as a JSON array.</summary>
internal sealed class TextListConverter() : ValueConverter<ImmutableArray<string>, string>(
    texts => JsonSerializer.Serialize(texts, RowJson.Default.ImmutableArrayString),
    text => JsonSerializer.Deserialize(text, RowJson.Default.ImmutableArrayString));

/// <summary>Tells whether such a list has changed.</summary>
internal sealed class TextListComparer() : ValueComparer<ImmutableArray<string>>(
    (one, other) => one.SequenceEqual(other),
    texts => texts.Length,
    texts => texts);
