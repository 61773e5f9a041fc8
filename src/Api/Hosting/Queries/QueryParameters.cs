using ModuleX.Application.Pipeline;

namespace ModuleX.Api.Hosting.Queries;

/// <summary>
/// The optional parameters of an endpoint's query, as a record: the parameters of its constructor with their annotations. The same say what the
/// document says of them (docs/adr/0028). An empty value reads as if it were not there: forms send <c>search=</c> for a field that was left empty.
/// <see cref="BindAsync"/> is found by its name, not by an interface: <see cref="QueryRecord"/> says why.
/// </summary>
internal abstract record QueryParameters<TSelf> : QueryRecord
    where TSelf : QueryParameters<TSelf>
{
    private static readonly QueryShape Shape = QueryShape.Of(typeof(TSelf));

    /// <exception cref="InvalidRequestException">Anything is wrong; it names each problem.</exception>
    public static ValueTask<TSelf?> BindAsync(HttpContext context) => new(Read(context));

    /// <inheritdoc cref="BindAsync"/>
    protected static TSelf Read(HttpContext context)
    {
        var query = new QueryReading(context.Request.Query);
        var read = (TSelf)Shape.Read(query);
        if (query.Problems.IsEmpty) return read;
        // Records are read before the path is: what is wrong there is told first.
        throw new InvalidRequestException(BindingErrors.Find(context) ?? ValidationErrors.Invalid(query.Problems));
    }
}
