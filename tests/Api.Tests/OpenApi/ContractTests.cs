using ModuleX.Api.Hosting;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>
/// Every operation of the document, with every mistake that the document lets one make: the answer is one of the errors that the document has for
/// it, in the surface's form, and never 200 or 500. Operations join by being in the document.
/// </summary>
public sealed class ContractTests(ContractScene scene) : IClassFixture<ContractScene>
{
    private static readonly Contract Kept = Contract.Kept;

    /// <summary>Bodies that have another form than the document's usual one, and take more.</summary>
    private static readonly string[] Lenient = ["Simple_Tools_Execute", "Tenants_Webhooks_Receive"];

    public static TheoryData<string> Operations => [.. Kept.Operations.Keys.Where(id => id != "Platform_Events_Open")];

    public static TheoryData<string> Protected =>
        [.. Kept.Operations.Values.Where(operation => operation is { IsProtected: true, Id: not "Platform_Events_Open" }).Select(operation => operation.Id)];

    public static TheoryData<string> WithBody =>
        [.. Kept.Operations.Values.Where(operation => operation.Body is not null && !Lenient.Contains(operation.Id)).Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Protected))]
    public async Task Without_a_token_or_with_a_wrong_one_it_is_401(string id)
    {
        var asked = Case.Of(Kept.Document, Kept.Operations[id]);

        // On this machine, in Development, a service needs no key; but one that it sends has to be right.
        if (!asked.Operation.UsesKey) Refused(asked, await scene.SendAsync(asked, null), "no token", 401);
        Refused(asked, await scene.SendAsync(asked, "nonsense"), "a wrong token", 401);
    }

    [Theory]
    [MemberData(nameof(Protected))]
    public async Task A_lower_level_and_another_tenant_are_403(string id)
    {
        var asked = Case.Of(Kept.Document, Kept.Operations[id]);
        if (asked.Operation.UsesKey) return;
        var metadata = scene.Endpoints[id].Metadata;
        var level = metadata.GetMetadata<RequiredLevel>()!.Level;

        if (level != AccessLevel.User || metadata.GetMetadata<RequiredPermission>() is not null)
            Refused(asked, await scene.SendAsync(asked, scene.Member), "a lower level", 403);
        if (asked.Operation.Method != "get" && metadata.GetMetadata<OpenToViewers>() is null)
            Refused(asked, await scene.SendAsync(asked, scene.Viewer), "a viewer", 403);
        Refused(asked, await scene.SendAsync(asked with { Headers = [ContractScene.OtherTenant] }, scene.Member), "another tenant", 403);
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_body_that_the_document_forbids_is_refused(string id)
    {
        var (asked, token) = (Case.Of(Kept.Document, Kept.Operations[id]), await scene.NewSuperAdminAsync());
        if (asked.Operation.UsesKey) token = null;
        var status = SurfaceList.All.Single(surface => id.StartsWith(surface.GetType().Name[..^"Surface".Length] + "_",
            StringComparison.Ordinal)).ValidationStatus;
        var schema = Kept.Document.Resolve(asked.Operation.Body!);

        Refused(asked, await scene.SendAsync(asked with { Body = "{" }, token), "no JSON", status);
        Refused(asked, await scene.SendAsync(asked with { Body = "[]" }, token), "a list", status);
        Refused(asked, await scene.SendAsync(asked with { Body = "null" }, token), "null", status);
        Refused(asked, await scene.SendAsync(asked with { Body = new string('[', 70) + new string(']', 70) }, token), "deep JSON", status);
        Refused(asked, await scene.SendAsync(asked with { ContentType = "text/plain" }, token), "no content type of JSON", 415);
        foreach (var name in (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()))
        {
            Refused(asked, await scene.SendAsync(asked.WithoutMember(name), token), $"without {name}", status);
            Refused(asked, await scene.SendAsync(asked.WithMemberTwice(name), token), $"{name} twice", status);
        }
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            foreach (var (what, value) in Sample.Wrong(Kept.Document, member!))
                Refused(asked, await scene.SendAsync(asked.WithMember(name, value), token), $"{name} that is {what}");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Parameters_that_the_document_forbids_are_refused(string id)
    {
        var (asked, token) = (Case.Of(Kept.Document, Kept.Operations[id]), Kept.Operations[id].IsProtected ? await scene.NewSuperAdminAsync() : null);
        if (asked.Operation.UsesKey) token = null;

        foreach (var parameter in asked.Operation.Parameters)
        {
            var (name, place) = (parameter["name"]!.GetValue<string>(), parameter["in"]!.GetValue<string>());
            foreach (var (what, value) in Sample.WrongTexts(parameter["schema"]!.AsObject()))
            {
                var sent = place switch
                {
                    "path" => asked.WithPath(name, value),
                    "query" => asked.WithQuery(name, value),
                    _ => asked with { Headers = [(name, value)] },
                };
                Refused(asked, await scene.SendAsync(sent, token), $"{name} that is {what}");
            }
            if (parameter["required"]?.GetValue<bool>() == true && place == "query")
                Refused(asked, await scene.SendAsync(asked.WithQuery(name), token), $"without {name}");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_the_document_allows_is_not_refused_for_its_form(string id)
    {
        var (asked, token) = (Case.Of(Kept.Document, Kept.Operations[id]), Kept.Operations[id].IsProtected ? await scene.NewSuperAdminAsync() : null);
        if (asked.Operation.UsesKey) token = null;

        var reply = await scene.SendAsync(asked, token);

        reply.Status.ShouldBeLessThan(500, reply.Text);
        Kept.ProblemOfAnswer(id, reply.Status, reply.ContentType, reply.Text).ShouldBeNull();
        (reply.Status is 422 or 413 or 415).ShouldBeFalse($"{asked.Body} {reply.Text}");
    }

    /// <param name="status">Null for any that the document has.</param>
    private static void Refused(Case asked, Reply reply, string what, int? status = null)
    {
        reply.Status.ShouldBeInRange(400, 499, $"{asked.Operation.Id} with {what}: {reply.Text}");
        if (status is { } expected) reply.Status.ShouldBe(expected, $"{asked.Operation.Id} with {what}: {reply.Text}");
        Kept.ProblemOfAnswer(asked.Operation.Id, reply.Status, reply.ContentType, reply.Text).ShouldBeNull(what);
    }
}
