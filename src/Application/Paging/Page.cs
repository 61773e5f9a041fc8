namespace ModuleX.Application.Paging;

/// <summary>A part of a list.</summary>
/// <param name="Total">How many there are in the whole list.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, PageRequest Request)
{
    /// <summary>Which page this is, from 1 on.</summary>
    public int Number => (Request.Skip / Request.Take) + 1;

    /// <summary>How many pages there are; 0 for an empty list.</summary>
    public int Count => (Total + Request.Take - 1) / Request.Take;

    public bool HasNext => Request.Skip + Items.Count < Total;

    public bool HasPrevious => Request.Skip > 0;

    public Page<TOther> Select<TOther>(Func<T, TOther> map) => new([.. Items.Select(map)], Total, Request);
}
