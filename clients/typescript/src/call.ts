/** What every method takes last. */
export interface CallOptions {
  /** Ends the call; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
  /** The organization that the call is about, in the place of the client's. */
  organization?: string;
  /** The domain of the tenant, in the place of the client's. */
  tenant?: string;
  /**
   * Makes an execution happen once: on `ModuleX.execute`, `modulex.tools.execute` and `simple.tools.execute`. Nothing else reads it; in a batch each run has its
   * own `idempotency_key`.
   */
  idempotencyKey?: string;
  /** Further headers. */
  headers?: Readonly<Record<string, string>>;
}

/** One request, as a generated method tells it. */
export interface CallRequest {
  method: string;
  /** With names in braces. */
  path: string;
  /** What stands in the place of the names in the path. */
  names?: Readonly<Record<string, unknown>>;
  /** What is undefined or null is left out. */
  query?: object | undefined;
  body?: unknown;
}

/** How the generated clients reach the server. */
export type Call = <T>(request: CallRequest, options?: CallOptions) => Promise<T>;

/** What an answer that is no JSON comes as, such as an export. */
export interface FileResponse {
  data: Blob;
  /** As the server suggests it. */
  fileName: string | undefined;
  /** Its media type. */
  contentType: string;
}

/** The address of a request. */
export function addressOf(baseUrl: string, { path, names = {}, query }: CallRequest): string {
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(names[name])));
  const values = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null) values.append(name, String(value));
  }
  const text = values.toString();
  return baseUrl + filled + (text && `?${text}`);
}

/** What the server answered, read. */
export async function contentOf<T>(response: Response): Promise<T> {
  const contentType = response.headers.get('content-type') ?? '';
  const disposition = response.headers.get('content-disposition');
  if (disposition !== null || (contentType !== '' && !/^application\/([a-z.+-]+\+)?json/i.test(contentType))) {
    const file: FileResponse = { data: await response.blob(), fileName: fileNameOf(disposition ?? ''), contentType };
    return file as T;
  }
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** RFC 6266: the encoded name before the plain one. */
function fileNameOf(disposition: string): string | undefined {
  const encoded = /filename\*=(?:utf-8|iso-8859-1)'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  return encoded === undefined ? /filename="?([^";]+)"?/i.exec(disposition)?.[1] : decodeURIComponent(encoded);
}
