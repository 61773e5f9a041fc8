using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Records;

/// <summary>
/// Removes a tenant's old records of all six kinds. What analytics are made of stays. That it was done is recorded
/// afterwards, so the last trace is never lost.
/// </summary>
/// <param name="Days">Keep this many days, 0 for none; null for what the settings say of each kind.</param>
public sealed record CleanUpLogsCommand(Caller Caller, int? Days) : ICommand<IReadOnlyDictionary<string, int>>;

internal sealed class CleanUpLogsValidator : AbstractValidator<CleanUpLogsCommand>
{
    public CleanUpLogsValidator() => RuleFor(command => command.Days).InclusiveBetween(0, 3_650).OverridePropertyName("days");
}

internal sealed class CleanUpLogsHandler(IStoredRecords records, IRecordRetention retention, IUnitsOfWork units, TimeProvider time)
    : ICommandHandler<CleanUpLogsCommand, IReadOnlyDictionary<string, int>>
{
    public async Task<Result<IReadOnlyDictionary<string, int>>> Handle(CleanUpLogsCommand command, CancellationToken cancellationToken)
    {
        var (tenant, now) = (command.Caller.Tenant, time.GetUtcNow());
        var removed = new Dictionary<string, int>();
        foreach (var kind in LogKinds.All)
        {
            // What happens while it works is later than "now", and stays.
            var before = command.Days is { } days ? now.AddDays(-days) : retention.KeptSince(kind, now);
            removed[kind] = before is { } moment ? await records.RemoveAsync(tenant, kind, moment, cancellationToken) : 0;
        }
        await using var work = await units.BeginAsync(tenant, cancellationToken);
        var happened = new AuditEvent(command.Caller.Actor, AuditActions.LogsCleanedUp, AuditResources.System, null, null);
        foreach (var (kind, count) in removed) happened = happened.With(kind, count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        work.Record(happened);
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : removed;
    }
}
