using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace ModuleX.Application.Messaging;

/// <summary>Registers MediatR by hand: version 5 has no registration of its own (docs/adr/0003).</summary>
internal static class MessagingRegistration
{
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<IUseCases, MediatorUseCases>();
        return services.Scan(scan => scan
            .FromAssemblyOf<MediatorUseCases>()
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
            .AsImplementedInterfaces(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .WithScopedLifetime());
    }

    /// <summary>Adds a step around every use case, inside those that were added before it.</summary>
    public static IServiceCollection AddPipelineStep(this IServiceCollection services, Type openGenericStep) =>
        services.AddScoped(typeof(IPipelineBehavior<,>), openGenericStep);
}
