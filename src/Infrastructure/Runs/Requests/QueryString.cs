using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>Writes the query of a URL. The parameters come behind what is fixed.</summary>
internal sealed class QueryString
{
    private readonly string _fixed;
    private readonly ImmutableArray<ParameterPlacement> _placements;

    public QueryString(RequestTemplate request)
    {
        _placements = [.. request.Parameters.Where(placement => placement.Target == ParameterTarget.Query)];
        var text = new StringBuilder();
        foreach (var (name, value) in request.FixedQuery)
        {
            if (text.Length > 0) text.Append('&');
            ParameterText.AppendPair(text, name, value);
        }
        _fixed = text.ToString();
    }

    /// <summary>No parameter goes into it.</summary>
    public bool IsConstant => _placements.IsEmpty;

    /// <param name="separator">What comes before the first pair: <c>?</c>, or <c>&amp;</c> where the URL has a query already.</param>
    /// <returns>What would come before the next pair.</returns>
    public char AppendTo(StringBuilder url, ActionArguments arguments, char separator)
    {
        separator = AppendFixed(url, separator);
        foreach (var placement in _placements)
        {
            if (!arguments.TryGet(placement.Parameter, out var value) || value.ValueKind == JsonValueKind.Null) continue;
            if (value.ValueKind != JsonValueKind.Array) Append(placement, ParameterText.OfOne(value));
            else if (placement.IsCommaSeparated) Append(placement, ParameterText.Of(value));
            else foreach (var one in value.EnumerateArray()) Append(placement, ParameterText.OfOne(one));
        }
        return separator;

        void Append(ParameterPlacement placement, string text)
        {
            url.Append(separator);
            ParameterText.AppendPair(url, placement.TargetName, ParameterText.Wrap(placement, text));
            separator = '&';
        }
    }

    /// <summary>As <see cref="AppendTo"/>, without the parameters.</summary>
    public char AppendFixed(StringBuilder url, char separator)
    {
        if (_fixed.Length == 0) return separator;
        url.Append(separator).Append(_fixed);
        return '&';
    }
}
