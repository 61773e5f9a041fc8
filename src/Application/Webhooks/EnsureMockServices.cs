using ModuleX.Application.Messaging;
using ModuleX.Application.MockServices;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>Sees to it that the three services which the mock services play are registered, at this server's own address.</summary>
/// <param name="BaseUrl">Of the mock services.</param>
public sealed record EnsureMockServicesCommand(TenantId Tenant, string BaseUrl) : ICommand<Done>;

internal sealed class EnsureMockServicesHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<EnsureMockServicesCommand, Done>
{
    private const string MockPath = "/api/mock";

    public async Task<Result<Done>> Handle(EnsureMockServicesCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var unit = await units.BeginAsync(command.Tenant, cancellationToken);
        foreach (var name in MockEvents.Services)
        {
            if (await unit.Services.FindAsync(name, cancellationToken) is not { } service)
                unit.Services.Add(Service.Register(new ServiceId(Guid.CreateVersion7(now)), command.Tenant, name, command.BaseUrl, true, now));
            else if (service.BaseUrl != command.BaseUrl && IsOwn(service.BaseUrl))
                service.Change(null, command.BaseUrl, null, now);
        }
        return await unit.CommitAsync(cancellationToken);
    }

    /// <summary>Made by an earlier start, at another port. What an admin has pointed elsewhere stays there.</summary>
    private static bool IsOwn(string baseUrl) => Uri.TryCreate(baseUrl, UriKind.Absolute, out var url) && url.IsLoopback && url.AbsolutePath == MockPath;
}
