using FluentValidation;
using ModuleX.Application.Messaging;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.MockServices;

/// <summary>Adds a subscription to the mock payment service. NotFound: there is no such mock user.</summary>
public sealed record CreateMockSubscriptionCommand(TenantId Tenant, Guid UserId, string Plan, decimal Amount, string Status) : ICommand<MockSubscription>;

internal sealed class CreateMockSubscriptionValidator : AbstractValidator<CreateMockSubscriptionCommand>
{
    private static readonly string[] Plans = ["basic", "premium", "enterprise"];
    private static readonly string[] Statuses = ["active", "cancelled", "expired"];

    public CreateMockSubscriptionValidator()
    {
        RuleFor(command => command.Plan).OneOf(Plans);
        RuleFor(command => command.Status).OneOf(Statuses);
        RuleFor(command => command.Amount).PrecisionScale(10, 2, ignoreTrailingZeros: true).GreaterThanOrEqualTo(0);
    }
}

internal sealed class CreateMockSubscriptionHandler(IMockServices mock, TimeProvider time) : ICommandHandler<CreateMockSubscriptionCommand, MockSubscription>
{
    public async Task<Result<MockSubscription>> Handle(CreateMockSubscriptionCommand command, CancellationToken cancellationToken)
    {
        if (!await mock.HasUserAsync(command.Tenant, command.UserId, cancellationToken)) return MockErrors.UserNotFound;
        var now = time.GetUtcNow();
        var subscription = new MockSubscription(Guid.CreateVersion7(now), command.UserId, command.Plan, command.Status, command.Amount, now);
        await mock.AddSubscriptionAsync(command.Tenant, subscription, MockEvents.PaymentCompleted(subscription), cancellationToken);
        return subscription;
    }
}
