namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>Says of a request that none of these members is needed by itself, but one of them is. The request itself refuses to be without.</summary>
/// <param name="members">Their names in JSON.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsOneOfAttribute(params string[] members) : Attribute
{
    public IReadOnlyList<string> Members { get; } = members;
}
