namespace ModuleX.Application.Paging;

/// <summary>Which part of a list.</summary>
/// <param name="Skip">How many to leave out, at least 0.</param>
/// <param name="Take">How many to give at the most, at least 1.</param>
public readonly record struct PageRequest(int Skip, int Take)
{
    /// <param name="number">From 1 on.</param>
    public static PageRequest Of(int number, int size) => new((int)Math.Min((long)(number - 1) * size, int.MaxValue - size), size);
}
