using System.Security.Cryptography;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Tests.Organizations;

/// <summary>An invitation is accepted once, in time, by the person with its address.</summary>
public sealed class InvitationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_person_with_its_address_accepts_it_once()
    {
        var invitation = Make();
        var ada = Person("Ada@Example.com");

        invitation.Accept(ada, Now).Error.ShouldBeNull();

        (invitation.StateAt(Now), invitation.AcceptedBy).ShouldBe((InvitationState.Accepted, ada.Id));
        invitation.Accept(ada, Now).Error.ShouldBe(InvitationErrors.Used);
    }

    [Fact]
    public void Another_person_can_not_accept_it()
    {
        var invitation = Make();

        invitation.Accept(Person("eve@example.com"), Now).Error.ShouldBe(InvitationErrors.OtherPerson);

        invitation.StateAt(Now).ShouldBe(InvitationState.Open);
    }

    [Fact]
    public void It_ends_with_its_time()
    {
        var invitation = Make();
        var end = Now + Invitation.DefaultLifetime;

        invitation.StateAt(end - TimeSpan.FromSeconds(1)).ShouldBe(InvitationState.Open);
        invitation.StateAt(end).ShouldBe(InvitationState.Expired);
        invitation.Accept(Person("ada@example.com"), end).Error.ShouldBe(InvitationErrors.Expired);
    }

    [Fact]
    public void Its_token_is_kept_as_a_hash_alone()
    {
        var made = Invitation.Create(
            new InvitationId(Guid.NewGuid()), new TenantId(Guid.NewGuid()), new OrganizationId(Guid.NewGuid()), "ada@example.com", MembershipRole.Member,
            new UserId(Guid.NewGuid()), Invitation.DefaultLifetime, RandomNumberGenerator.GetBytes(32), Now);

        made.Token.ShouldStartWith(Invitation.Marker);
        made.Invitation.TokenHash.ShouldBe(Invitation.HashOf(made.Token));
        made.ToString().ShouldNotContain(made.Token);
    }

    private static Invitation Make() => Invitation.Create(
        new InvitationId(Guid.NewGuid()), new TenantId(Guid.NewGuid()), new OrganizationId(Guid.NewGuid()), " ada@example.com ", MembershipRole.Admin,
        new UserId(Guid.NewGuid()), Invitation.DefaultLifetime, RandomNumberGenerator.GetBytes(32), Now).Invitation;

    private static User Person(string email) => User.Create(
        new UserId(Guid.NewGuid()), new TenantId(Guid.NewGuid()), 1, email, "person", null, null, "hash", SystemRole.User,
        new OrganizationId(Guid.NewGuid()), Now);
}
