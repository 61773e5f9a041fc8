using System.Globalization;
using System.Text.Json;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>
/// One place of a JSON body: made once for an action out of its fixed body and of where its parameters go. The tree has only the branches
/// that a parameter touches; whatever else is fixed stays one value.
/// </summary>
internal sealed class BodyNode
{
    private readonly List<(string Name, BodyNode Node)> _children = [];
    private bool _isFixedContainer;

    private BodyNode(JsonElement? @fixed) => Fixed = @fixed;

    /// <summary>What is sent when no parameter is; null for nothing.</summary>
    public JsonElement? Fixed { get; private set; }

    /// <summary>The parameter that is sent here; null for none.</summary>
    public ParameterPlacement? Placement { get; private set; }

    /// <summary>True where the e-mail goes.</summary>
    public bool IsMail { get; private set; }

    /// <summary>The list itself, and not an interface of it: every body walks along it twice.</summary>
    public List<(string Name, BodyNode Node)> Children => _children;

    /// <summary>True when the children are the items of a list.</summary>
    public bool IsList { get; private set; }

    /// <summary>True when it is sent whatever the arguments are.</summary>
    public bool IsFixed => _isFixedContainer || Fixed is not null;

    public static BodyNode Of(RequestTemplate request)
    {
        var root = new BodyNode(request.FixedBody);
        root.Expand();
        foreach (var placement in request.Parameters)
        {
            if (placement.Target == ParameterTarget.Body) root.At(placement.TargetName).Placement = placement;
        }
        if (request.Mime is { } mime) root.At(mime.At).IsMail = true;
        root.FindLists();
        return root;
    }

    /// <summary>A name, or a JSON pointer (RFC 6901) where it starts with a slash.</summary>
    private BodyNode At(string target)
    {
        if (!target.StartsWith('/')) return Child(target);
        var node = this;
        foreach (var step in target[1..].Split('/'))
            node = node.Child(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        return node;
    }

    private BodyNode Child(string name)
    {
        Expand();
        foreach (var (known, node) in _children)
        {
            if (known == name) return node;
        }
        var added = new BodyNode(null);
        _children.Add((name, added));
        return added;
    }

    /// <summary>Turns a fixed object or list into children, so that parameters can go between them.</summary>
    private void Expand()
    {
        if (Fixed is { ValueKind: JsonValueKind.Object } members)
            foreach (var property in members.EnumerateObject()) _children.Add((property.Name, new BodyNode(property.Value)));
        else if (Fixed is { ValueKind: JsonValueKind.Array } items)
            foreach (var (index, item) in items.EnumerateArray().Index()) _children.Add((index.ToString(CultureInfo.InvariantCulture), new BodyNode(item)));
        else
            return;
        IsList = Fixed is { ValueKind: JsonValueKind.Array };
        _isFixedContainer = true;
        Fixed = null;
    }

    private void FindLists()
    {
        if (!_isFixedContainer && _children.Count > 0 && _children.TrueForAll(child => child.Name.All(char.IsAsciiDigit))) IsList = true;
        if (IsList) _children.Sort((left, right) => IndexOf(left.Name).CompareTo(IndexOf(right.Name)));
        foreach (var (_, node) in _children) node.FindLists();
    }

    private static int IndexOf(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue;
}
