using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Orleans.Connections.Security;

namespace ModuleX.Silo.Hosting;

/// <summary>
/// TLS between nodes, where a certificate is set: each side shows one, and takes none that the cluster's own authority has not signed. Names are not looked
/// at: a certificate of that authority makes a node, at whatever address.
/// </summary>
internal sealed class ClusterTls : IDisposable
{
    private readonly X509Certificate2 _certificate;
    private readonly X509Certificate2Collection _authorities = [];

    private ClusterTls(ClusterNodeOptions node)
    {
        // Through PKCS 12: Windows can't use a key that is in memory alone.
        using var pem = X509Certificate2.CreateFromPemFile(node.TlsCertificate, node.TlsKey);
        _certificate = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        _authorities.ImportFromPemFile(node.TlsAuthority);
    }

    /// <summary>Null where the settings name usable files, or none at all; else what is wrong with them.</summary>
    public static string? FindFault(ClusterNodeOptions node)
    {
        string[] files = [node.TlsCertificate, node.TlsKey, node.TlsAuthority];
        if (files.All(file => file.Length == 0)) return null;
        if (files.Any(file => file.Length == 0)) return "Cluster:TlsCertificate, Cluster:TlsKey and Cluster:TlsAuthority are given together, or none of them";
        try
        {
            using var tls = new ClusterTls(node);
            return tls._authorities.Count == 0 ? "Cluster:TlsAuthority has no certificate in PEM"
                : !tls.IsSigned(tls._certificate) ? "Cluster:TlsCertificate is not signed by Cluster:TlsAuthority, or not valid now"
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"Cluster:TlsCertificate, Cluster:TlsKey and Cluster:TlsAuthority must be files in PEM: {exception.Message}";
        }
    }

    public static void Use(ISiloBuilder silo, ClusterNodeOptions node)
    {
        if (node.TlsCertificate.Length == 0 || FindFault(node) is not null) return;
        var tls = new ClusterTls(node);
        silo.UseTls(options =>
        {
            options.LocalCertificate = tls._certificate;
            options.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
            options.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
            options.RemoteCertificateValidation = (certificate, _, _) => tls.IsSigned(certificate);
            options.OnAuthenticateAsClient = static (_, client) => client.TargetHost = "modulex-node";
        });
    }

    public void Dispose()
    {
        _certificate.Dispose();
        foreach (var authority in _authorities) authority.Dispose();
    }

    private bool IsSigned(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}

/// <summary>Refuses a start whose TLS would not work, in words.</summary>
internal sealed class ClusterTlsCheck : IValidateOptions<ClusterNodeOptions>
{
    public ValidateOptionsResult Validate(string? name, ClusterNodeOptions options) =>
        ClusterTls.FindFault(options) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
}
