using System.Text.Json;
using Xunit.Abstractions;

namespace ModuleX.Api.Tests.Isolation;

/// <summary>Who calls in the matrix.</summary>
public enum Actor
{
    /// <summary>There is no lower level: the endpoint is open to every signed-in user.</summary>
    None,

    /// <summary>The super admin of the tenant.</summary>
    Super,

    /// <summary>An admin of the tenant.</summary>
    SystemAdmin,

    /// <summary>The owner of the organization that the object belongs to.</summary>
    Owner,

    /// <summary>A plain member of it, whose object it is where it is a user's.</summary>
    Member,

    /// <summary>The owner of another organization of the tenant.</summary>
    OtherOwner,

    /// <summary>Another plain member of the same organization.</summary>
    OtherMember,
}

/// <summary>One endpoint that takes an id or administers the platform, and who is told what.</summary>
public sealed class IsolationRow : IXunitSerializable
{
    [Obsolete("For xunit, which reads test cases back.")]
    public IsolationRow()
    {
    }

    /// <param name="path">With <c>{user}</c> and the like for the objects of the scene.</param>
    /// <param name="allowed">The least who may.</param>
    /// <param name="lower">Who is told 403.</param>
    /// <param name="stranger">Who may do the same to objects of its own, and is told 404 of this one.</param>
    /// <param name="isOfPlatform">It serves all tenants, so the super admin of another tenant is told 403, and not that there is no such thing.</param>
    public IsolationRow(string endpoint, string method, string path, Actor allowed, Actor lower = Actor.None, Actor stranger = Actor.None,
        object? body = null, bool isOfPlatform = false)
    {
        (Endpoint, Method, Path, Allowed, Lower, Stranger, IsOfPlatform) = (endpoint, method, path, allowed, lower, stranger, isOfPlatform);
        Body = body is null ? null : JsonSerializer.Serialize(body);
    }

    public string Endpoint { get; private set; } = "";

    public string Method { get; private set; } = "";

    public string Path { get; private set; } = "";

    public Actor Allowed { get; private set; }

    public Actor Lower { get; private set; }

    public Actor Stranger { get; private set; }

    public bool IsOfPlatform { get; private set; }

    /// <summary>JSON; null for none.</summary>
    public string? Body { get; private set; }

    /// <summary>Where a stranger sends it, if the organization of the request must be the stranger's own; another member's is the same one.</summary>
    public string StrangerPath => Stranger == Actor.OtherMember ? Path
        : Path.Replace("organization_id={organization}", "organization_id={other_organization}", StringComparison.Ordinal);

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Endpoint), Endpoint);
        info.AddValue(nameof(Method), Method);
        info.AddValue(nameof(Path), Path);
        info.AddValue(nameof(Allowed), Allowed);
        info.AddValue(nameof(Lower), Lower);
        info.AddValue(nameof(Stranger), Stranger);
        info.AddValue(nameof(IsOfPlatform), IsOfPlatform);
        info.AddValue(nameof(Body), Body);
    }

    public void Deserialize(IXunitSerializationInfo info)
    {
        Endpoint = info.GetValue<string>(nameof(Endpoint));
        Method = info.GetValue<string>(nameof(Method));
        Path = info.GetValue<string>(nameof(Path));
        Allowed = info.GetValue<Actor>(nameof(Allowed));
        Lower = info.GetValue<Actor>(nameof(Lower));
        Stranger = info.GetValue<Actor>(nameof(Stranger));
        IsOfPlatform = info.GetValue<bool>(nameof(IsOfPlatform));
        Body = info.GetValue<string?>(nameof(Body));
    }

    public override string ToString() => Endpoint;
}
