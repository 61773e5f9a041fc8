using System.Collections.Concurrent;
using System.Reflection;

namespace ModuleX.Api.Hosting.Queries;

/// <summary>How a record is read from a query, found out once: its members in the order of the constructor, and its groups, which are records again.</summary>
internal sealed class QueryShape
{
    private static readonly ConcurrentDictionary<Type, QueryShape> Known = [];

    private readonly ConstructorInvoker _constructor;
    private readonly Func<QueryReading, object?>[] _readers;

    private QueryShape(Type type)
    {
        var constructor = type.GetConstructors().Single();
        _constructor = ConstructorInvoker.Create(constructor);
        var (members, readers) = (new List<QueryMember>(), new List<Func<QueryReading, object?>>());
        foreach (var parameter in constructor.GetParameters())
        {
            if (parameter.ParameterType.IsClass && parameter.ParameterType != typeof(string))
            {
                var group = Of(parameter.ParameterType);
                members.AddRange(group.Members);
                readers.Add(group.Read);
                continue;
            }
            var member = new QueryMember(parameter);
            members.Add(member);
            readers.Add(member.Read);
        }
        (Members, _readers) = (members, [.. readers]);
    }

    public IReadOnlyList<QueryMember> Members { get; }

    public static QueryShape Of(Type type) => Known.GetOrAdd(type, static type => new QueryShape(type));

    /// <summary>The record; what is wrong reads as if it were not there.</summary>
    public object Read(QueryReading query)
    {
        var read = _constructor.Invoke(Array.ConvertAll(_readers, reader => reader(query)).AsSpan());
        if (read is IQueryRules rules)
        {
            foreach (var (name, what) in rules.Broken()) query.Refuse(QueryMember.NameOf(name), what);
        }
        return read;
    }
}
