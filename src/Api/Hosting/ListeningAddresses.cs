namespace ModuleX.Api.Hosting;

/// <summary>Where the server listens: the setting <c>Urls</c>.</summary>
internal sealed class ListeningAddresses
{
    public string Urls { get; set; } = "";

    /// <summary>True when the server can make an address of each; none is for the framework's own default.</summary>
    public bool AreReadable
    {
        get
        {
            try
            {
                return Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse).All(address => address.Scheme is "http" or "https");
            }
            catch (FormatException)
            {
                return false;
            }
        }
    }
}
