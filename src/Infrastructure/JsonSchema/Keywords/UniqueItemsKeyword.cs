using System.Buffers;
using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary>
/// <c>uniqueItems</c>. Items are sorted by their hash, and only neighbours are compared: comparing each with each
/// would let a list of a hundred thousand items hang a process.
/// </summary>
internal sealed class UniqueItemsKeyword : Keyword
{
    private UniqueItemsKeyword()
    {
    }

    public static UniqueItemsKeyword? Read(SchemaSite site) => site.Flag("uniqueItems") is true ? new UniqueItemsKeyword() : null;

    public override bool Accepts(scoped in Instance value, ref Effort effort) => FindDuplicate(value) is null;

    public override void Explain(scoped in Instance value, string at, Report report)
    {
        if (FindDuplicate(value) is var (first, second))
            report.Add(JsonPointer.Append(at, second), $"must not be the same as item {first}");
    }

    private static (int First, int Second)? FindDuplicate(scoped in Instance value)
    {
        if (value.Kind is not JsonValueKind.Array || value.Value.GetArrayLength() is not (> 1 and var count))
            return null;

        var items = ArrayPool<JsonElement>.Shared.Rent(count);
        var hashes = ArrayPool<int>.Shared.Rent(count);
        var order = ArrayPool<int>.Shared.Rent(count);
        try
        {
            var i = 0;
            foreach (var item in value.Value.EnumerateArray())
            {
                items[i] = item;
                hashes[i] = JsonValues.HashOf(new Instance(item));
                order[i] = i++;
            }

            hashes.AsSpan(0, count).Sort(order.AsSpan(0, count));
            return FindNeighbours(items, hashes.AsSpan(0, count), order);
        }
        finally
        {
            // An element keeps its document alive.
            ArrayPool<JsonElement>.Shared.Return(items, clearArray: true);
            ArrayPool<int>.Shared.Return(hashes);
            ArrayPool<int>.Shared.Return(order);
        }
    }

    private static (int First, int Second)? FindNeighbours(JsonElement[] items, ReadOnlySpan<int> hashes, int[] order)
    {
        for (var i = 0; i < hashes.Length; i++)
            for (var j = i + 1; j < hashes.Length && hashes[j] == hashes[i]; j++)
                if (JsonValues.AreEqual(new Instance(items[order[i]]), new Instance(items[order[j]])))
                    return (Math.Min(order[i], order[j]), Math.Max(order[i], order[j]));
        return null;
    }
}
