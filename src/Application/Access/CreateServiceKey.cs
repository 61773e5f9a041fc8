using System.Security.Cryptography;
using FluentValidation;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>
/// Makes a service key for an organization that the caller administers. The answer is the one time that the key is shown. Invalid: the scope is unknown, or
/// the expiry has passed.
/// </summary>
/// <param name="Scopes">Of <see cref="ApiKeyScopes.All"/>; empty for those that a key has by itself.</param>
/// <param name="ExpiresAt">Null for a key without an end.</param>
public sealed record CreateServiceKeyCommand(
    Caller Caller, OrganizationId Organization, string Name, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt) : ICommand<NewApiKey>;

internal sealed class CreateServiceKeyValidator : AbstractValidator<CreateServiceKeyCommand>
{
    public CreateServiceKeyValidator()
    {
        RuleFor(command => command.Name).Name(100);
        RuleFor(command => command.Scopes).SetValidator(new CountValidator<CreateServiceKeyCommand, string>(20)).WithMessage("Must have at most 20 scopes");
        RuleForEach(command => command.Scopes).NotNull();
    }
}

internal sealed class CreateServiceKeyHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<CreateServiceKeyCommand, NewApiKey>
{
    public async Task<Result<NewApiKey>> Handle(CreateServiceKeyCommand command, CancellationToken cancellationToken)
    {
        var (caller, organization) = (command.Caller, command.Organization);
        if (caller.RefusalFor(organization) is { } refusal) return refusal;
        var now = time.GetUtcNow();
        var made = ApiKey.Create(
            new ApiKeyId(Guid.CreateVersion7(now)), caller.Tenant, organization, command.Name, [.. command.Scopes], command.ExpiresAt,
            RandomNumberGenerator.GetBytes(32), now);
        if (made.Failed(out var error, out var key)) return error;

        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if (await work.Organizations.FindAsync(organization, cancellationToken) is null) return OrganizationErrors.Unknown;
        work.ApiKeys.Add(key.Key);
        work.Record(new AuditEvent(caller.Actor, AuditActions.ServiceKeyCreated, AuditResources.ServiceKey, key.Key.Id.ToString(), organization));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : key;
    }
}
