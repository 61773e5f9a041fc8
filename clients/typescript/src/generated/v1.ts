// Made by build/client with NSwag 14.7.1.0 (NJsonSchema v11.6.1.0 (Newtonsoft.Json v13.0.0.0)): not edited by hand.
import type { Call, CallOptions } from '../call.js';

export class ServiceKeysClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Make a service key; the answer is the one time that it is shown
     */
    create(body: CreateServiceKeyRequest, options?: CallOptions): Promise<NewServiceKeyResponse> {
        return this.#call({ method: 'POST', path: '/v1/service-keys', body }, options);
    }

    /**
     * The service keys of the organization, newest first, revoked ones included
     */
    list(query?: {
        /** The next_cursor of the page before; the newest entries without it. */
        cursor?: string;
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<CursorPageResponseOfServiceKeyResponse> {
        return this.#call({ method: 'GET', path: '/v1/service-keys', query }, options);
    }

    /**
     * One service key
     * @param key_id The service key, by its id.
     */
    get(key_id: string, options?: CallOptions): Promise<ServiceKeyResponse> {
        return this.#call({ method: 'GET', path: '/v1/service-keys/{key_id}', names: { key_id } }, options);
    }

    /**
     * End a service key, within a second and on every node; it stays in the list
     * @param key_id The service key, by its id.
     */
    revoke(key_id: string, options?: CallOptions): Promise<void> {
        return this.#call({ method: 'DELETE', path: '/v1/service-keys/{key_id}', names: { key_id } }, options);
    }

}

export class ConnectLinksClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Links, newest first; they are kept for a day after their end
     */
    list(query?: {
        /** The person that the call is about: with a service key an external user, by the caller's own name; with a person's token a member's id, for admins of the organization. Without it the caller, or with a service key everybody. */
        owner?: string;
        /** The next_cursor of the page before; the newest entries without it. */
        cursor?: string;
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<CursorPageResponseOfConnectLinkResponse> {
        return this.#call({ method: 'GET', path: '/v1/connect-links', query }, options);
    }

    /**
     * Make a link with which a person connects a tool; the answer is the one time that its address is shown
     */
    create(body: CreateConnectLinkRequest, options?: CallOptions): Promise<NewConnectLinkResponse> {
        return this.#call({ method: 'POST', path: '/v1/connect-links', body }, options);
    }

    /**
     * Where a link stands
     */
    get(link_id: string, query?: {
        /** The person that the call is about: with a service key an external user, by the caller's own name; with a person's token a member's id, for admins of the organization. Without it the caller, or with a service key everybody. */
        owner?: string;
    }, options?: CallOptions): Promise<ConnectLinkResponse> {
        return this.#call({ method: 'GET', path: '/v1/connect-links/{link_id}', names: { link_id }, query }, options);
    }

    /**
     * Delete a link; what it has connected stays
     */
    revoke(link_id: string, query?: {
        /** The person that the call is about: with a service key an external user, by the caller's own name; with a person's token a member's id, for admins of the organization. Without it the caller, or with a service key everybody. */
        owner?: string;
    }, options?: CallOptions): Promise<void> {
        return this.#call({ method: 'DELETE', path: '/v1/connect-links/{link_id}', names: { link_id }, query }, options);
    }

    /**
     * Store what an external owner has connected, with the code that came to `return_url`
     */
    complete(link_id: string, body: CompleteConnectLinkRequest, options?: CallOptions): Promise<ConnectLinkResponse> {
        return this.#call({ method: 'POST', path: '/v1/connect-links/{link_id}/complete', names: { link_id }, body }, options);
    }

}

export interface CompleteConnectLinkRequest {
    /** What the browser brought to `return_url`. */
    code: string;
}

/** Why the last try did not succeed. */
export interface ConnectLinkFailure {
    /** Stable, for programs: `authorization_denied` where the person refused. */
    code: string;
    /** The same for people. */
    detail: string;
}

/** A link with which a person connects a tool. */
export interface ConnectLinkResponse {
    /** By which other requests name it. */
    id: string;
    /** In whose name the person is asked. */
    organization_id: string;
    /** Whose connection it will be. */
    owner: string;
    /** The tools to choose from; empty for every one that can be connected. */
    tools: string[];
    /** Which of the owner's accounts of the tool. */
    account: string;
    /** The OAuth scopes that it asks for; empty for those of the tool. */
    scopes: string[];
    /** Where the person goes afterwards; null for nowhere. */
    return_url: string | null;
    /** Of the pages; null for the browser's. */
    language: string | null;
    /** `page` or `popup`. */
    display: ConnectLinkResponseDisplay;
    /** `open`, `bound` to a browser, `failed` at the last try (the person can try again), `awaiting_completion` by the application, `completed` or `expired`. */
    state: ConnectLinkResponseState;
    /** The tool that was connected, or tried last; null before. */
    tool: string | null;
    connection: LinkedConnectionResponse | null;
    failure: ConnectLinkFailure | null;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** When it ends by itself, in ISO 8601 and UTC. */
    expires_at: string;
    /** Null until it is completed. */
    completed_at: string | null;
}

export interface CreateConnectLinkRequest {
    /** Whose connection it will be: with a service key an external user, by the caller's own name; with a person's token a member's id, for admins of the organization. Without it the person who calls. */
    owner?: string | null;
    /** The tool to connect; without it and without `tools` every tool that can be connected. */
    tool?: string | null;
    /** The tools to choose from. */
    tools?: string[] | null;
    /** Which of the owner's accounts of the tool; `default` without it. */
    account?: string | null;
    /** Fewer OAuth scopes than the tool asks for; without it all of those. */
    scopes?: string[] | null;
    /** Where the person goes afterwards. Its origin must be one of the organization's `return_origins`. Required for external owners. */
    return_url?: string | null;
    /** Comes back to `return_url` as it is. */
    state?: string | null;
    /** Of the pages, as in `de`; without it the browser's. */
    language?: string | null;
    /** `popup` where the page stands in a window that the application closes. */
    display?: CreateConnectLinkRequestDisplay | null;
    /** For how many seconds the link can be used. */
    expires_in?: number | null;
}

export interface CreateServiceKeyRequest {
    /** For people. */
    name: string;
    /** What it may do; without this member all but what has to be asked for. */
    scopes?: Scopes[] | null;
    /** When it ends; without this member never. */
    expires_at?: string | null;
}

/** A part of a list, newest first. */
export interface CursorPageResponseOfConnectLinkResponse {
    /** The entries of this page. */
    items: ConnectLinkResponse[];
    /** Send it as `cursor` for the next page; null on the last one. */
    next_cursor: string | null;
}

/** A part of a list, newest first. */
export interface CursorPageResponseOfServiceKeyResponse {
    /** The entries of this page. */
    items: ServiceKeyResponse[];
    /** Send it as `cursor` for the next page; null on the last one. */
    next_cursor: string | null;
}

/** One problem of an input. */
export interface InputProblem {
    /** Where, as a JSON pointer (RFC 6901). */
    pointer: string;
    /** What is wrong there. */
    detail: string;
}

/** What a link has connected. */
export interface LinkedConnectionResponse {
    /** The tool's name. */
    tool: string;
    /** Which of the owner's accounts of it. */
    account: string;
}

/** A link that was just made. */
export interface NewConnectLinkResponse {
    /** By which other requests name it. */
    id: string;
    /** What the person opens. It is shown this once. */
    url: string;
    /** When it ends by itself, in ISO 8601 and UTC. */
    expires_at: string;
}

/** A service key that was just made. */
export interface NewServiceKeyResponse {
    /** By which other requests name it. */
    id: string;
    /** Send it as `X-API-Key`, or as a Bearer token under `/v1`. It is shown this once. */
    key: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The first characters of the key, to tell it by. */
    prefix: string;
    /** What it may do. */
    scopes: string[];
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** Null for a key without an end. */
    expires_at: string | null;
}

/** A problem as RFC 9457 writes it. Its type is `about:blank`: `code` tells one from another. */
export interface ProblemResponse {
    /** The HTTP status in words. */
    title: string;
    /** The HTTP status once more. */
    status: number;
    /** What went wrong, for people. */
    detail: string;
    /** The same for programs: stable, in snake_case. */
    code: string;
    /** Each problem of the input; absent where there are none. */
    errors?: InputProblem[] | null;
    /** Facts for programs, such as the status that a tool answered, or a URL to connect; absent where there are none. */
    details?: { [key: string]: string; } | null;
}

/** A service key; the key itself is not stored. */
export interface ServiceKeyResponse {
    /** By which other requests name it. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The first characters of the key, to tell it by. */
    prefix: string;
    /** What it may do. */
    scopes: string[];
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** Null for a key without an end. */
    expires_at: string | null;
    /** Null while it may be used. */
    revoked_at: string | null;
    /** To the minute; null for never. */
    last_used_at: string | null;
}

export type ConnectLinkResponseDisplay = "page" | "popup";

export type ConnectLinkResponseState = "open" | "bound" | "failed" | "awaiting_completion" | "completed" | "expired";

export type CreateConnectLinkRequestDisplay = "page" | "popup";

export type Scopes = "sessions:read" | "sessions:write" | "runs:execute";

/** The operations that need no credentials. */
export const open: ReadonlySet<string> = new Set([
]);

/** Every topic of the surface. */
export class Surface {
    readonly serviceKeys: ServiceKeysClient;
    readonly connectLinks: ConnectLinksClient;

    constructor(call: Call) {
        this.serviceKeys = new ServiceKeysClient(call);
        this.connectLinks = new ConnectLinksClient(call);
    }
}
