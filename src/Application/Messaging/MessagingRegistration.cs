using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace ModuleX.Application.Messaging;

/// <summary>Registers MediatR by hand: version 5 has no registration of its own (docs/adr/0003).</summary>
internal static class MessagingRegistration
{
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        // Singletons, as handlers keep no state between two calls: nothing is built or looked up anew for a request.
        services.AddSingleton<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddSingleton<IMediator, Mediator>();
        services.AddSingleton<IUseCases, MediatorUseCases>();
        return services.Scan(scan => scan
            .FromAssemblyOf<MediatorUseCases>()
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
            .AsImplementedInterfaces(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .WithSingletonLifetime());
    }

    /// <summary>Adds a step around every use case, inside those that were added before it.</summary>
    public static IServiceCollection AddPipelineStep(this IServiceCollection services, Type openGenericStep) =>
        services.AddSingleton(typeof(IPipelineBehavior<,>), openGenericStep);
}
