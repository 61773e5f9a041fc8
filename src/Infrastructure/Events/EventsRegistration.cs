using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Events;

namespace ModuleX.Infrastructure.Events;

/// <summary>Registers the way of events on one node, and the tickets of those who watch.</summary>
internal static class EventsRegistration
{
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<EventHub>();
        services.AddSingleton<IEvents>(provider => provider.GetRequiredService<EventHub>());
        services.AddSingleton<ITicketNodes, OneNode>();
        services.AddSingleton<IssuedTickets>();
        return services;
    }
}
