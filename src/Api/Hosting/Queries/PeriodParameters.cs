namespace ModuleX.Api.Hosting.Queries;

/// <summary>From when on to when; it may end where it begins.</summary>
internal sealed record PeriodParameters(DateTimeOffset? StartDate, [EndOfDay] DateTimeOffset? EndDate) : IQueryRules
{
    public IEnumerable<(string Property, string What)> Broken()
    {
        if (EndDate < StartDate) yield return (nameof(EndDate), "must not be before start_date");
    }
}

/// <summary>From when on to when, for lists whose document asks for an end after the begin.</summary>
internal sealed record PeriodWithLengthParameters(DateTimeOffset? StartDate, [EndOfDay] DateTimeOffset? EndDate) : IQueryRules
{
    public IEnumerable<(string Property, string What)> Broken()
    {
        if (EndDate <= StartDate) yield return (nameof(EndDate), "must be after start_date");
    }
}
