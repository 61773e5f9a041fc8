using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.Security;

/// <summary>The OAuth state as a protected value: encrypted and authenticated, so a browser can neither read nor make one.</summary>
/// <remarks>
/// Inside: a format byte, 16 bytes of the tenant, then owner, tool, account, nonce and, in the second format, the token of a connect link, each with its
/// length (7 bits a byte). Nodes of the version before know the first format only, so it is written wherever no link is in it.
/// </remarks>
internal sealed class StateProtector(IDataProtectionProvider protection) : IStateProtector
{
    private const byte Plain = 1;
    private const byte Linked = 2;
    private const int MaximumLength = 4096;

    private readonly IDataProtector _protector = protection.CreateProtector("ModuleX.AuthorizationState");

    public string Protect(AuthorizationState state)
    {
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true))
        {
            var id = state.Session;
            writer.Write(state.Link is null ? Plain : Linked);
            writer.Write(id.Tenant.Value.ToByteArray(bigEndian: true));
            writer.Write(id.Owner.Value);
            writer.Write(id.Tool);
            writer.Write(id.Account);
            writer.Write(state.Nonce);
            if (state.Link is { } link) writer.Write(link);
        }
        return Base64Url.EncodeToString(_protector.Protect(buffer.ToArray()));
    }

    public AuthorizationState? Unprotect(string text)
    {
        // It comes from a browser: nothing about it is certain.
        if (text.Length > MaximumLength || !Base64Url.IsValid(text)) return null;
        try
        {
            return Read(_protector.Unprotect(Base64Url.DecodeFromChars(text)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static AuthorizationState? Read(byte[] plain)
    {
        using var reader = new BinaryReader(new MemoryStream(plain, writable: false), Encoding.UTF8);
        var format = reader.ReadByte();
        if (format is not (Plain or Linked)) return null;
        var tenant = new TenantId(new Guid(reader.ReadBytes(16), bigEndian: true));
        var id = new ToolSessionId(tenant, OwnerId.Parse(reader.ReadString()), reader.ReadString(), reader.ReadString());
        return new AuthorizationState(id, reader.ReadString(), format == Linked ? reader.ReadString() : null);
    }
}
