using ModuleX.Application.Records;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Records;

internal sealed class RecordSeeding(RecordBatches batches, TimeProvider time) : IRecordSeeding
{
    private const int BatchSize = 20_000;
    private const int Users = 50;

    private static readonly string[] Tools = ["github", "gmail", "gdrive", "gcalendar", "slack", "n8n", "r2r", "notion"];

    private static readonly (string Method, string Path)[] Endpoints =
    [
        .. Tools.Select(tool => ("POST", $"/tools/{tool}/execute")),
        .. from path in (string[])["/tools", "/integrations", "/organizations", "/dashboard/users", "/auth/tools", "/dashboard/analytics"]
           from part in (string[])["list", "available", "stats", "{id}", "recent"]
           select ("GET", $"{path}/{part}"),
    ];

    public async Task SeedAsync(
        TenantId tenant, OrganizationId organization, long requests, int days, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // The same every time, so that two installations can be compared.
        var random = new Random(1);
        var users = Enumerable.Range(0, Users).Select(_ => NewId(random)).ToArray();
        var sums = new RecordSums();
        for (long made = 0; made < requests;)
        {
            var batch = new List<RecordEntry>(BatchSize * 2);
            for (var size = Math.Min(BatchSize, requests - made); size > 0; size--, made++)
                Add(batch, random, tenant, organization, users, now - (TimeSpan.FromDays(days) * (1 - ((made + 0.5) / requests))));
            foreach (var entry in batch) sums.Add(entry);
            var (counted, presences) = sums.Take(tenant);
            await batches.WriteAsync(batch, counted, presences, cancellationToken);
            progress.Report(made);
        }
    }

    private static void Add(List<RecordEntry> batch, Random random, TenantId tenant, OrganizationId organization, string[] users, DateTimeOffset at)
    {
        var (method, path) = Endpoints[random.Next(Endpoints.Length)];
        var tool = path.EndsWith("/execute", StringComparison.Ordinal) ? path.Split('/')[2] : null;
        // Most are quick, a few take a hundred times as long.
        var duration = (long)(2_000 * Math.Exp(random.NextDouble() * 5));
        var status = random.Next(100) switch { 0 => 500, < 3 => 403, < 6 => 404, _ => 200 };
        var user = users[random.Next(users.Length)];
        batch.Add(New(RecordKind.Request, RecordCategories.Request, status < 400, entry =>
        {
            entry.Endpoint = path;
            entry.Method = method;
            entry.StatusCode = status;
            entry.DurationMicroseconds = duration;
            entry.AuthMethod = AuthMethods.Password;
        }));
        if (tool is not null && status == 200)
            batch.Add(New(RecordKind.Business, RecordCategories.Execution, true, entry => entry.DurationMicroseconds = duration));
        if (random.Next(500) == 0)
        {
            batch.Add(New(RecordKind.Security, RecordCategories.Security, false, entry =>
            {
                entry.Code = SecurityEvents.LoginFailed;
                entry.Message = "Failed login attempt";
            }));
        }

        RecordEntry New(RecordKind kind, string category, bool success, Action<RecordEntry> fill)
        {
            var entry = new RecordEntry
            {
                TenantId = tenant, OrganizationId = organization, Kind = kind, Category = category, At = at, UserId = user, Success = success,
                Level = success ? RecordLevel.Info : RecordLevel.Warning, ToolName = tool, ActionName = tool is null ? null : "list",
            };
            fill(entry);
            return entry;
        }
    }

    private static string NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }
}
