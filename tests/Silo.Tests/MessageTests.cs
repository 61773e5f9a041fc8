using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Activities;
using ModuleX.Application.Events;
using ModuleX.Application.Runs;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Silo.Hosting;
using ModuleX.Silo.Messages;
using Orleans.Serialization;

namespace ModuleX.Silo.Tests;

/// <summary>What is sent is what arrives.</summary>
public sealed class MessageTests : IDisposable
{
    private static readonly Guid RunId = Guid.NewGuid();
    private static readonly Guid ConnectionId = Guid.NewGuid();
    private static readonly DateTimeOffset Time = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSerializer(serializer => serializer.AddAssembly(typeof(SiloParts).Assembly)).BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void A_lease_arrives_with_its_cipher_text()
    {
        var id = new ToolSessionId(new TenantId(Guid.NewGuid()), OwnerId.External(new OrganizationId(Guid.NewGuid()), "Жанна / ann:1"), "books", "second");
        var credential = new StoredCredential(Guid.NewGuid(), "oauth2", new SealedSecret(Guid.NewGuid(), [1, 2, 3]), ["a", "b"], Time, true, Time.AddHours(-1));

        var arrived = Send<Result<ToolSessionLease>>(new ToolSessionLease(id, credential)).Required();

        arrived.Session.ShouldBe(id);
        (arrived.Credential with { Secret = credential.Secret, Scopes = credential.Scopes }).ShouldBe(credential);
        arrived.Credential.Secret.KeyId.ShouldBe(credential.Secret.KeyId);
        arrived.Credential.Secret.Cipher.ShouldBe([1, 2, 3]);
        arrived.Credential.Scopes.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_pending_authorization_arrives()
    {
        var pending = new PendingAuthorization("hash", "oauth2", new SealedSecret(Guid.NewGuid(), [4]), "http://localhost/callback", null, Time);

        var arrived = Send(pending);

        (arrived with { Verifier = pending.Verifier }).ShouldBe(pending);
        arrived.Verifier.Cipher.ShouldBe([4]);
    }

    [Fact]
    public void A_change_of_a_connection_arrives()
    {
        ConnectionChange[] changes = [new(), new("Name", new(Guid.NewGuid(), "ada@example.org"), true), new(IsDefault: false)];

        foreach (var change in changes) Send(change).ShouldBe(change);
    }

    [Fact]
    public void An_error_arrives_with_all_that_helps()
    {
        var problem = new Problem("/amount", "must be at least 3")
            { Source = ProblemSource.Query, Rule = ProblemRule.GreaterThanEqual, Limits = ProblemLimit.Of(ProblemLimit.GreaterThanEqual, 3m), Input = 2 };
        var error = new Error(ErrorKind.RateLimited, "code", "Sentence") { Problems = [problem], RetryAfter = TimeSpan.FromSeconds(3) }.With("name", "value");

        var arrived = Send<Result<Done>>(error).Error!;

        (arrived.Kind, arrived.Code, arrived.Message, arrived.RetryAfter).ShouldBe((error.Kind, error.Code, error.Message, error.RetryAfter));
        arrived.Details.ShouldBe(error.Details);
        (arrived.Problems.ShouldHaveSingleItem() with { Limits = problem.Limits }).ShouldBe(problem);
        arrived.Problems[0].Limits.ShouldBe(problem.Limits);
    }

    [Fact]
    public void Every_kind_of_content_arrives()
    {
        Send(Run(new RunContent.Json("[1]"u8.ToArray()))).Content.ShouldBeOfType<RunContent.Json>().Utf8.ToArray().ShouldBe("[1]"u8.ToArray());
        Send(Run(new RunContent.Text("text", "text/plain"))).Content.ShouldBe(new RunContent.Text("text", "text/plain"));
        var binary = Send(Run(new RunContent.Binary(new byte[] { 1 }, "image/png"))).Content.ShouldBeOfType<RunContent.Binary>();
        (binary.ContentType, binary.Bytes.Span[0]).ShouldBe(("image/png", (byte)1));
        Send(Run(new RunContent.None())).Content.ShouldBeOfType<RunContent.None>();
        Send<Result<Done>>(Done.Result).Error.ShouldBeNull();
    }

    [Fact]
    public void Every_kind_of_event_arrives()
    {
        var (tenant, user) = (new TenantId(Guid.NewGuid()), new UserId(Guid.NewGuid()));
        LiveEvent[] events =
        [
            new UserEvent(tenant, user) { Activity = new("id", ActivityTypes.Login, user.ToString(), "Signed in", "{}", Time) },
            new UserEvent(tenant, user) { Session = new(new LoginSessionId(Guid.NewGuid()), LoginSessionFacts.TimedOut) },
            new UserEvent(tenant, user) { Preference = new("theme", "null") },
            new SystemEvent(tenant) { Fault = new("code", "Sentence", 503, "/tools/{tool_name}/execute") },
            new SystemEvent(default(TenantId)) { Fault = new("code", "Sentence", 503, "/tools/{tool_name}/execute") },
        ];

        foreach (var happened in events) Send(EventMessage.Of(happened)).ToEvent().ShouldBe(happened);
        var notified = SystemEvent.Notify(null, NotificationTypes.Info, "Sentence", "action", ("b", "2"), ("a", "1"));
        var arrived = Send(EventMessage.Of(notified)).ToEvent().ShouldBeOfType<SystemEvent>();
        (arrived.Tenant, arrived.Notification! with { Payload = notified.Notification!.Payload }).ShouldBe((null, notified.Notification));
        arrived.Notification!.Payload.ShouldBe(notified.Notification.Payload);
    }

    [Fact]
    public void An_event_of_a_kind_that_a_newer_node_knows_is_none() => Send(new EventMessage { Tenant = Guid.NewGuid() }).ToEvent().ShouldBeNull();

    private static RunView Run(RunContent content) => new("tool", "action", content, Time, TimeSpan.FromSeconds(1)) { Id = RunId, Connection = ConnectionId };

    private T Send<T>(T message)
    {
        var serializer = _services.GetRequiredService<Serializer>();
        return serializer.Deserialize<T>(serializer.SerializeToArray(message))!;
    }
}
