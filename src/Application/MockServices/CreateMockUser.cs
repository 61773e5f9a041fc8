using FluentValidation;
using ModuleX.Application.Messaging;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.MockServices;

/// <summary>Adds a user to the mock user service.</summary>
public sealed record CreateMockUserCommand(TenantId Tenant, string Email, string Name, string Status) : ICommand<MockUser>;

internal sealed class CreateMockUserValidator : AbstractValidator<CreateMockUserCommand>
{
    private static readonly string[] Statuses = ["active", "inactive", "suspended"];

    public CreateMockUserValidator()
    {
        RuleFor(command => command.Email).NotEmpty().MaximumLength(254).EmailAddress();
        RuleFor(command => command.Name).NotEmpty().MaximumLength(100);
        RuleFor(command => command.Status).OneOf(Statuses);
    }
}

internal sealed class CreateMockUserHandler(IMockServices mock, TimeProvider time) : ICommandHandler<CreateMockUserCommand, MockUser>
{
    public async Task<Result<MockUser>> Handle(CreateMockUserCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var user = new MockUser(Guid.CreateVersion7(now), command.Email, command.Name, command.Status, now);
        return (await mock.AddUserAsync(command.Tenant, user, MockEvents.UserCreated(user), cancellationToken)).Failed(out var error, out _) ? error : user;
    }
}
