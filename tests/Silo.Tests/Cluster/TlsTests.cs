using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Options;
using ModuleX.Api.CommandLine;
using ModuleX.Api.Hosting;
using ModuleX.Silo.Hosting;
using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>Nodes that speak TLS to each other, with certificates that the test makes.</summary>
public sealed class TlsTests : IDisposable
{
    private static readonly TimeSpan TimeToJoin = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("modulex-tls-").FullName;
    private readonly int _primary = FreePorts.Take();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Nodes_of_one_authority_are_a_cluster_and_nobody_else_joins()
    {
        var authority = NewAuthority("nodes");
        await using var one = await StartAsync(_primary, TlsOf(authority, "one"));
        await using var two = await StartAsync(FreePorts.Take(), TlsOf(authority, "two"));
        await Eventually.BecomesAsync(async () => (await two.Client.GetReplyAsync("/health/ready")).Status == 200, "second node that is ready");

        await RefusedAsync([]);
        await RefusedAsync(TlsOf(NewAuthority("others"), "stranger"));

        (await one.Client.GetReplyAsync("/health/ready")).With(200);
    }

    [Fact]
    public async Task What_is_no_TLS_gets_no_answer_from_the_port_of_the_nodes()
    {
        await using var one = await StartAsync(_primary, TlsOf(NewAuthority("nodes"), "one"));
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _primary);

        await client.GetStream().WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());

        var answer = new byte[1024];
        var length = await client.GetStream().ReadAsync(answer).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        // At most an alert of TLS.
        if (length > 0) answer[0].ShouldBe((byte)21, Encoding.ASCII.GetString(answer, 0, length));
    }

    [Fact]
    public async Task Certificate_without_its_key_or_of_another_authority_is_refused_in_words()
    {
        var authority = NewAuthority("nodes");
        string[] half = [TlsOf(authority, "one")[0]];
        string[] foreign = [.. TlsOf(authority, "one")[..2], TlsOf(NewAuthority("others"), "two")[2]];

        (await FaultAsync(half)).ShouldContain("given together");
        (await FaultAsync(foreign)).ShouldContain("not signed by");
        (await FaultAsync([.. TlsOf(authority, "one")[..2], "--Cluster:TlsAuthority=missing.pem"])).ShouldContain("must be files in PEM");
    }

    private async Task RefusedAsync(string[] tls)
    {
        var joining = StartAsync(FreePorts.Take(), tls);
        if (await Task.WhenAny(joining, Task.Delay(TimeToJoin)) != joining) return;
        await Should.ThrowAsync<Exception>(() => joining);
    }

    private async Task<string> FaultAsync(string[] tls)
    {
        await using var node = ModuleXHost.Build([.. Settings(_primary), .. tls], parts: SiloParts.Create());
        return (await Should.ThrowAsync<OptionsValidationException>(() => ServeCommand.PrepareAsync(node.Services, CancellationToken.None))).Message;
    }

    private Task<Node> StartAsync(int port, string[] tls) => Node.StartAsync([.. Settings(port), .. tls], FreePorts.Take(), TimeProvider.System, null);

    private string[] Settings(int port) =>
    [
        "--environment=Development", $"--Database:ConnectionString=Data Source={Path.Combine(_folder, "modulex.db")}",
        $"--Catalog:Path={Repository.PathOf("integrations")}", "--Passwords:Iterations=10000", "--Logging:Console:LogLevel:Default=None",
        "--Cluster:Membership=localhost", $"--Cluster:PrimaryPort={_primary}", $"--Cluster:Port={port}", "--Cluster:DrainDelay=00:00:00",
    ];

    private static X509Certificate2 NewAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>The settings of a node with a certificate of this authority.</summary>
    private string[] TlsOf(X509Certificate2 authority, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var certificate = request.Create(
            authority, new DateTimeOffset(authority.NotBefore), new DateTimeOffset(authority.NotAfter), RandomNumberGenerator.GetBytes(8));
        return
        [
            $"--Cluster:TlsCertificate={Write($"{name}.pem", certificate.ExportCertificatePem())}",
            $"--Cluster:TlsKey={Write($"{name}.key", key.ExportPkcs8PrivateKeyPem())}",
            $"--Cluster:TlsAuthority={Write($"{authority.Thumbprint}.pem", authority.ExportCertificatePem())}",
        ];
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
