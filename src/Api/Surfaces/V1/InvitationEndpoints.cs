using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Invitations;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Organizations;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>Invitations with which people join an organization.</summary>
internal static class InvitationEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var invitations = surface.MapGroup("/invitations").RequireLevel(AccessLevel.OrganizationAdmin);
        invitations.MapPost("", Create).WithName("V1_Invitations_Create").OnceByKey("url")
            .WithSummary("Invite a person; the answer is the one time that the link is shown, and no mail is sent").Produces<NewInvitationResponse>(201);
        invitations.MapGet("", List).WithName("V1_Invitations_List")
            .WithSummary("The invitations of the organization, newest first; they are kept for 90 days after their end")
            .Produces<CursorPageResponse<InvitationResponse>>();
        invitations.MapGet("/{invitation_id}", Get).WithName("V1_Invitations_Get").WithSummary("One invitation").Produces<InvitationResponse>();
        invitations.MapDelete("/{invitation_id}", Revoke).WithName("V1_Invitations_Revoke")
            .WithSummary("Delete an invitation; who has joined stays a member").Produces(204);
    }

    private static async Task<IResult> Create(
        CreateInvitationRequest body, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new CreateInvitationCommand(request.Caller, organization.Id, body.Email, body.Role ?? "member", body.ToLifetime());
        return Answer(await useCases.SendAsync(command, cancellationToken), NewInvitationResponse.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(
        InvitationListParameters list, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var query = new ListInvitationsQuery(request.Caller, organization.Id, list.Page.ToRequest());
        return Answer(await useCases.SendAsync(query, cancellationToken), page => page.ToWire(InvitationResponse.Of));
    }

    private static async Task<IResult> Get(
        Guid invitation_id, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var query = new GetInvitationQuery(request.Caller, organization.Id, new InvitationId(invitation_id));
        return Answer(await useCases.SendAsync(query, cancellationToken), InvitationResponse.Of);
    }

    private static async Task<IResult> Revoke(
        Guid invitation_id, CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new RevokeInvitationCommand(request.Caller, organization.Id, new InvitationId(invitation_id));
        return Answer(await useCases.SendAsync(command, cancellationToken), Results.NoContent);
    }
}

internal sealed record InvitationListParameters(CursorParameters Page) : QueryParameters<InvitationListParameters>;
