namespace ModuleX.Api.Tests.Fixtures;

/// <summary>A person as an organization's backend speaks for them.</summary>
internal sealed record Owner(HttpClient Client, string Name)
{
    public string Query => $"user_id={Uri.EscapeDataString(Name)}";

    /// <summary>Connects a tool with credentials.</summary>
    public async Task<Owner> ConnectedToAsync(string tool, object credentials)
    {
        (await ConnectAsync(tool, credentials)).With(200);
        return this;
    }

    public Task<Reply> ConnectAsync(string tool, object credentials) =>
        Client.PostReplyAsync("/auth/manual", new { user_id = Name, tool_name = tool, credentials });

    public Task<Reply> DisconnectAsync(string tool) => Client.DeleteReplyAsync($"/auth/tools/{tool}?{Query}");

    public Task<Reply> ExecuteAsync(string tool, string action, object? parameters = null) =>
        Client.PostReplyAsync($"/tools/{tool}/execute?{Query}", new { action, parameters = parameters ?? new { } });

    public Task<Reply> SetDisabledAsync(string tool, string action, bool isDisabled) =>
        Client.PutReplyAsync($"/auth/tools/{tool}/actions/{action}/status?{Query}", new { is_disabled = isDisabled });

    public Task<Reply> SetActiveAsync(string tool, bool isActive) => Client.PutReplyAsync($"/auth/tools/{tool}/status?{Query}", new { is_active = isActive });

    public Task<Reply> ListToolsAsync(bool detail = false) => Client.GetReplyAsync($"/auth/tools?{Query}{(detail ? "&detail=true" : "")}");

    public Task<Reply> ListFunctionsAsync(bool strict = false, string? format = null) =>
        Client.GetReplyAsync($"/tools/openai-tools?{Query}{(strict ? "&strict=true" : "")}{(format is null ? "" : $"&format={format}")}");
}
