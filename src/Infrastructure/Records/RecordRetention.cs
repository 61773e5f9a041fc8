using Microsoft.Extensions.Options;
using ModuleX.Application.Records;

namespace ModuleX.Infrastructure.Records;

internal sealed class RecordRetention(IOptions<RecordOptions> options) : IRecordRetention
{
    public TimeSpan SlowThreshold => options.Value.SlowThreshold;

    public DateTimeOffset? KeptSince(string kind, DateTimeOffset now) => DaysOf(kind) is > 0 and var days ? now.AddDays(-days) : null;

    private int DaysOf(string kind) => kind switch
    {
        LogKinds.Request => options.Value.Retention.Request,
        LogKinds.Security => options.Value.Retention.Security,
        LogKinds.Business => options.Value.Retention.Business,
        LogKinds.Error => options.Value.Retention.Error,
        LogKinds.System => options.Value.Retention.System,
        _ => options.Value.Retention.Audit,
    };
}
