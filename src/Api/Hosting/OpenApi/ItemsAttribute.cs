namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>How long the texts of a list may be, for the document; the use case refuses longer ones.</summary>
/// <param name="maximumLength">In characters.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ItemsAttribute(int maximumLength) : Attribute
{
    public int MaximumLength { get; } = maximumLength;
}
