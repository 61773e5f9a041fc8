using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

/// <summary>
/// What is merged and what processes still add to, as one question: two would count a row twice, or not at all, when it is merged between them. Of one
/// hour and subject there may be a row from each process.
/// </summary>
internal static class CountedRows
{
    public static IQueryable<SumNumbers> AllSums(this ModuleXDbContext db) => NumbersOf(db.Sums).Concat(NumbersOf(db.WriterSums));

    public static IQueryable<Presence> AllPresences(this ModuleXDbContext db) => FactsOf(db.Presences).Concat(FactsOf(db.WriterPresences));

    public static IQueryable<SystemHourNumbers> AllSystemHours(this ModuleXDbContext db) => HoursOf(db.SystemHours).Concat(HoursOf(db.WriterSystemHours));

    private static IQueryable<SumNumbers> NumbersOf<TRow>(IQueryable<TRow> rows)
        where TRow : SumNumbers => rows.Select(row => new SumNumbers
        {
            TenantId = row.TenantId, OrganizationId = row.OrganizationId, Grain = row.Grain, Measure = row.Measure, Start = row.Start,
            Subject = row.Subject, Detail = row.Detail, Count = row.Count, Errors = row.Errors, Refused = row.Refused, Faults = row.Faults,
            DurationMicroseconds = row.DurationMicroseconds, Latency = row.Latency,
        });

    private static IQueryable<Presence> FactsOf<TRow>(IQueryable<TRow> rows)
        where TRow : Presence => rows.Select(row => new Presence
        {
            TenantId = row.TenantId, OrganizationId = row.OrganizationId, Grain = row.Grain, Start = row.Start, Owner = row.Owner, Tool = row.Tool,
        });

    private static IQueryable<SystemHourNumbers> HoursOf<TRow>(IQueryable<TRow> rows)
        where TRow : SystemHourNumbers => rows.Select(row => new SystemHourNumbers
        {
            Start = row.Start, MinutesUp = row.MinutesUp, Samples = row.Samples, Cpu = row.Cpu, Memory = row.Memory,
        });
}
