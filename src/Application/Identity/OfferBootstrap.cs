using System.Security.Cryptography;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Identity;

/// <summary>Makes the token that may make the first super admin, in the place of an earlier one. Forbidden: there is a super admin.</summary>
public sealed record OfferBootstrapCommand(TenantId Tenant) : ICommand<BootstrapTrust.Token>;

internal sealed class OfferBootstrapHandler(IUnitsOfWork units) : ICommandHandler<OfferBootstrapCommand, BootstrapTrust.Token>
{
    public async Task<Result<BootstrapTrust.Token>> Handle(OfferBootstrapCommand command, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(command.Tenant, cancellationToken);
        if (await work.Users.CountSuperAdminsAsync(cancellationToken) > 0) return IdentityErrors.BootstrapRefused;
        var text = BootstrapToken.TextOf(RandomNumberGenerator.GetBytes(32));
        await work.Users.OfferBootstrapAsync(BootstrapToken.HashOf(text), cancellationToken);
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : new BootstrapTrust.Token(text);
    }
}
