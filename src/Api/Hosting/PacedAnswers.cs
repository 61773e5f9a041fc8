using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using ModuleX.Api.Hosting.Rates;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Every answer goes out in pieces, whatever writes it: one large value of JSON is written at once by the framework, and an honest slow reader would
/// have to take it within the time of one piece. Answers of runs do it themselves, without a second copy.
/// </summary>
internal sealed class PacedAnswers(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RunRate>() is null ? InPiecesAsync(context) : next(context);

    private async Task InPiecesAsync(HttpContext context)
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var paced = new PacedBody(body);
        context.Features.Set<IHttpResponseBodyFeature>(paced);
        try
        {
            await next(context);
            if (paced.Writer.UnflushedBytes > 0) await paced.Writer.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(body);
        }
    }

    private sealed class PacedBody(IHttpResponseBodyFeature inner) : IHttpResponseBodyFeature
    {
        private Stream? _stream;

        public PipeWriter Writer { get; } = new PieceWriter(inner.Writer);

        public Stream Stream => _stream ??= Writer.AsStream(leaveOpen: true);

        public void DisableBuffering() => inner.DisableBuffering();

        public Task StartAsync(CancellationToken cancellationToken = default) => inner.StartAsync(cancellationToken);

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
            inner.SendFileAsync(path, offset, count, cancellationToken);

        public async Task CompleteAsync()
        {
            await Writer.FlushAsync();
            await inner.CompleteAsync();
        }
    }
}
