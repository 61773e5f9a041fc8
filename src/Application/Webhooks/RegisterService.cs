using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>Registers a service for the actor's tenant. Conflict: the name is taken. Invalid: the signature needs a secret, or another one.</summary>
/// <param name="Secret">Null or empty: webhooks need no signature.</param>
/// <param name="Signature">Null for the default.</param>
public sealed record RegisterServiceCommand(Actor Actor, string Name, string BaseUrl, string? Secret, ServiceSignature? Signature, bool IsActive)
    : ICommand<ServiceView>
{
    public override string ToString() => $"{Name} ***";
}

internal sealed class RegisterServiceValidator : AbstractValidator<RegisterServiceCommand>
{
    public RegisterServiceValidator()
    {
        RuleFor(command => command.Name).ServiceName();
        RuleFor(command => command.BaseUrl).BaseUrl();
        RuleFor(command => command.Secret).Secret();
        RuleFor(command => command.Signature!).SetValidator(new SignatureValidator());
    }
}

internal sealed class RegisterServiceHandler(IUnitsOfWork units, ServiceSecrets secrets, IServiceWork work, TimeProvider time)
    : ICommandHandler<RegisterServiceCommand, ServiceView>
{
    public async Task<Result<ServiceView>> Handle(RegisterServiceCommand command, CancellationToken cancellationToken)
    {
        var (actor, now) = (command.Actor, time.GetUtcNow());
        var service = Service.Register(new ServiceId(Guid.CreateVersion7(now)), actor.Tenant, command.Name, command.BaseUrl, command.IsActive, now);
        if (ServiceRules.RefusalOf(command.Signature, command.Secret, null) is { } refusal) return refusal;
        service.Sign(await secrets.SealAsync(actor.Tenant, service.Id, command.Secret, cancellationToken), command.Signature?.Settled(), now);

        await using var unit = await units.BeginAsync(actor.Tenant, cancellationToken);
        if (await unit.Services.FindAsync(command.Name, cancellationToken) is not null) return WebhookErrors.ServiceNameTaken;
        unit.Services.Add(service);
        unit.Record(new AuditEvent(actor, AuditActions.ServiceCreated, AuditResources.Service, service.Id.ToString(), null));
        if ((await unit.CommitAsync(cancellationToken)).Failed(out var error, out _)) return error;
        work.CheckIsDue();
        return service.To<ServiceView>();
    }
}
