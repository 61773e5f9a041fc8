using FluentValidation;
using ModuleX.Application.Messaging;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.MockServices;

/// <summary>Adds a notification to the mock communication service. NotFound: there is no such mock user.</summary>
public sealed record CreateMockNotificationCommand(TenantId Tenant, Guid UserId, string Type, string Subject, string Message) : ICommand<MockNotification>;

internal sealed class CreateMockNotificationValidator : AbstractValidator<CreateMockNotificationCommand>
{
    private static readonly string[] Types = ["email", "sms", "push"];

    public CreateMockNotificationValidator()
    {
        RuleFor(command => command.Type).OneOf(Types);
        RuleFor(command => command.Subject).NotEmpty().MaximumLength(200);
        RuleFor(command => command.Message).NotEmpty().MaximumLength(10_000);
    }
}

internal sealed class CreateMockNotificationHandler(IMockServices mock, TimeProvider time) : ICommandHandler<CreateMockNotificationCommand, MockNotification>
{
    public async Task<Result<MockNotification>> Handle(CreateMockNotificationCommand command, CancellationToken cancellationToken)
    {
        if (!await mock.HasUserAsync(command.Tenant, command.UserId, cancellationToken)) return MockErrors.UserNotFound;
        var now = time.GetUtcNow();
        var notification = new MockNotification(Guid.CreateVersion7(now), command.UserId, command.Type, command.Subject, command.Message, "sent", now, now);
        await mock.AddNotificationAsync(command.Tenant, notification, MockEvents.NotificationSent(notification), cancellationToken);
        return notification;
    }
}
