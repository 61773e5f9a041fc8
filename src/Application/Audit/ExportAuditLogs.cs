using System.Globalization;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Audit;

/// <summary>
/// All that was recorded about the organization of the caller's token, or in the whole tenant for its admins,
/// newest first, as far as <see cref="AuditSight"/> goes. The export itself is recorded
/// before it begins, so that it is in the audit log even if the connection breaks.
/// </summary>
/// <param name="Filter">Its organization is not looked at.</param>
/// <param name="Format">The name of the file's format, for the record.</param>
public sealed record ExportAuditLogsCommand(Caller Caller, AuditFilter Filter, string Format) : ICommand<AuditExportView>;

/// <summary>An export.</summary>
/// <param name="Entries">Read while they are enumerated, once.</param>
public sealed record AuditExportView(IAsyncEnumerable<AuditView> Entries);

internal sealed class ExportAuditLogsHandler(AuditSights sights, IUnitsOfWork units, IAuditTrail trail)
    : ICommandHandler<ExportAuditLogsCommand, AuditExportView>
{
    public async Task<Result<AuditExportView>> Handle(ExportAuditLogsCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        if ((await sights.FindAsync(caller, PermissionNames.AuditExport, cancellationToken)).Failed(out var error, out var sight)) return error;
        if (sight.Within(command.Filter).Failed(out error, out var filter)) return error;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        work.Record(EventOf(command, filter));
        if ((await work.CommitAsync(cancellationToken)).Failed(out error, out _)) return error;
        return new AuditExportView(trail.ReadAsync(caller.Tenant, filter, cancellationToken).Select(sight.Show));
    }

    private static AuditEvent EventOf(ExportAuditLogsCommand command, AuditFilter filter)
    {
        var happened = new AuditEvent(command.Caller.Actor, AuditActions.AuditExported, AuditResources.Audit, null, filter.Organization)
            .With("format", command.Format);
        foreach (var (name, value) in FactsOf(filter))
        {
            if (value is not null) happened = happened.With(name, value);
        }
        return happened;
    }

    private static IEnumerable<(string Name, string? Value)> FactsOf(AuditFilter filter) =>
    [
        ("user_id", filter.User?.ToString()), ("action", filter.Action), ("resource", filter.Resource), ("status", filter.Status),
        ("since", TextOf(filter.Since)), ("until", TextOf(filter.Until)),
    ];

    private static string? TextOf(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
