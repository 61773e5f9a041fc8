using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>
/// Changes what is given of a service; null leaves a value as it is. NotFound: there is none. Conflict: the name is taken, or another request
/// changed it meanwhile. Invalid: the signature needs a secret, or another one.
/// </summary>
/// <param name="Secret">Empty to take it away.</param>
/// <param name="Signature">Given together with its secret, but for <see cref="ServiceSignature.Default"/>.</param>
public sealed record UpdateServiceCommand(
    Caller Caller, ServiceId Service, string? Name, string? BaseUrl, string? Secret, ServiceSignature? Signature, bool? IsActive) : ICommand<ServiceView>
{
    public override string ToString() => $"{Service} ***";
}

internal sealed class UpdateServiceValidator : AbstractValidator<UpdateServiceCommand>
{
    public UpdateServiceValidator()
    {
        RuleFor(command => command.Name).ServiceName();
        RuleFor(command => command.BaseUrl).BaseUrl();
        RuleFor(command => command.Secret).Secret();
        RuleFor(command => command.Signature!).SetValidator(new SignatureValidator());
    }
}

internal sealed class UpdateServiceHandler(IUnitsOfWork units, ServiceSecrets secrets, IServiceWork work, TimeProvider time)
    : ICommandHandler<UpdateServiceCommand, ServiceView>
{
    public async Task<Result<ServiceView>> Handle(UpdateServiceCommand command, CancellationToken cancellationToken)
    {
        var (caller, now) = (command.Caller, time.GetUtcNow());
        var secret = await secrets.SealAsync(caller.Tenant, command.Service, command.Secret, cancellationToken);

        await using var unit = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await unit.Services.FindAsync(command.Service, cancellationToken) is not { } service) return WebhookErrors.ServiceUnknown;
        if (command.Name is { } name && await unit.Services.FindAsync(name, cancellationToken) is { } other && other.Id != service.Id)
            return WebhookErrors.ServiceNameTaken;
        if (ServiceRules.RefusalOf(command.Signature, command.Secret, service) is { } refusal) return refusal;
        service.Change(command.Name, command.BaseUrl, command.IsActive, now);
        if (command.Secret is not null || command.Signature is not null)
            service.Sign(command.Secret is null ? service.SealedSecret : secret,
                command.Signature is { } signature ? signature.Settled() : service.Signature, now);
        unit.Announce(service.Id.Value);
        unit.Record(new AuditEvent(caller.Actor, AuditActions.ServiceUpdated, AuditResources.Service, service.Id.ToString(), null));
        if ((await unit.CommitAsync(cancellationToken)).Failed(out var error, out _)) return error;
        work.CheckIsDue();
        return service.To<ServiceView>();
    }
}
