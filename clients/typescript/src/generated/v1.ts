// Made by build/client with NSwag 14.7.1.0 (NJsonSchema v11.6.1.0 (Newtonsoft.Json v13.0.0.0)): not edited by hand.
import type { Call, CallOptions } from '../call.js';

export class ConnectionsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Connect an account of a tool: with credentials at once, or by OAuth, which answers a URL for the person
     */
    create(body: CreateConnectionRequest, options?: CallOptions): Promise<CreatedConnectionResponse> {
        return this.#call({ method: 'POST', path: '/v1/connections', body }, options);
    }

    /**
     * Connections, newest first
     */
    list(query?: {
        /** For whom: with a service key an external user, by the caller's own name; with a person's token a member's id, for admins of the organization. Without it everybody whom the caller may see. */
        owner?: string;
        /** Only this tool. */
        tool?: string;
        /** The next_cursor of the page before; the newest entries without it. */
        cursor?: string;
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<CursorPageResponseOfConnectionResponse> {
        return this.#call({ method: 'GET', path: '/v1/connections', query }, options);
    }

    /**
     * One connection
     * @param connection_id The connection, by its id.
     */
    get(connection_id: string, options?: CallOptions): Promise<ConnectionResponse> {
        return this.#call({ method: 'GET', path: '/v1/connections/{connection_id}', names: { connection_id } }, options);
    }

    /**
     * Name it, make it the default, switch it or its actions, or say who may use it
     * @param connection_id The connection, by its id.
     */
    update(connection_id: string, body: UpdateConnectionRequest, options?: CallOptions): Promise<ConnectionResponse> {
        return this.#call({ method: 'PATCH', path: '/v1/connections/{connection_id}', names: { connection_id }, body }, options);
    }

    /**
     * Delete all that is stored of it, and revoke its tokens where that is possible
     * @param connection_id The connection, by its id.
     */
    delete(connection_id: string, options?: CallOptions): Promise<void> {
        return this.#call({ method: 'DELETE', path: '/v1/connections/{connection_id}', names: { connection_id } }, options);
    }

    /**
     * Try it at its service now
     * @param connection_id The connection, by its id.
     */
    check(connection_id: string, options?: CallOptions): Promise<ConnectionResponse> {
        return this.#call({ method: 'POST', path: '/v1/connections/{connection_id}/check', names: { connection_id } }, options);
    }

    /**
     * Send any request to the tool's own server with its credential; a person needs the permission connection:request
     * @param connection_id The connection, by its id.
     */
    request(connection_id: string, body: RawRequestBody, options?: CallOptions): Promise<RawRequestResponse> {
        return this.#call({ method: 'POST', path: '/v1/connections/{connection_id}/request', names: { connection_id }, body }, options);
    }

}

export class RunsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Execute an action of a connected tool
     */
    create(body: RunRequest, options?: CallOptions): Promise<RunResponse> {
        return this.#call({ method: 'POST', path: '/v1/runs', body }, options);
    }

    /**
     * Executions, newest first; what was given and answered is not kept
     */
    list(query?: {
        /** For whom: with a service key an external user, by the caller's own name; with a person's token a member's id, for admins of the organization. Without it everybody whom the caller may see. */
        owner?: string;
        /** Only this tool. */
        tool?: string;
        /** Only this action. */
        action?: string;
        /** The connection, by its id. */
        connection_id?: string;
        /** Only what went well, or only what did not. */
        success?: boolean;
        /** Only what began then or later, in ISO 8601. */
        since?: string;
        /** Only what began before, in ISO 8601. */
        until?: string;
        /** The next_cursor of the page before; the newest entries without it. */
        cursor?: string;
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<CursorPageResponseOfRunRecordResponse> {
        return this.#call({ method: 'GET', path: '/v1/runs', query }, options);
    }

    /**
     * The request that an execution would send; nothing is sent
     */
    preview(body: RunRequest, options?: CallOptions): Promise<RunPreviewResponse> {
        return this.#call({ method: 'POST', path: '/v1/runs/preview', body }, options);
    }

    /**
     * One execution
     * @param run_id The run, by its id.
     */
    get(run_id: string, options?: CallOptions): Promise<RunRecordResponse> {
        return this.#call({ method: 'GET', path: '/v1/runs/{run_id}', names: { run_id } }, options);
    }

}

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

export class InvitationsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Invite a person; the answer is the one time that the link is shown, and no mail is sent
     */
    create(body: CreateInvitationRequest, options?: CallOptions): Promise<NewInvitationResponse> {
        return this.#call({ method: 'POST', path: '/v1/invitations', body }, options);
    }

    /**
     * The invitations of the organization, newest first; they are kept for 90 days after their end
     */
    list(query?: {
        /** The next_cursor of the page before; the newest entries without it. */
        cursor?: string;
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<CursorPageResponseOfInvitationResponse> {
        return this.#call({ method: 'GET', path: '/v1/invitations', query }, options);
    }

    /**
     * One invitation
     * @param invitation_id The invitation, by its id.
     */
    get(invitation_id: string, options?: CallOptions): Promise<InvitationResponse> {
        return this.#call({ method: 'GET', path: '/v1/invitations/{invitation_id}', names: { invitation_id } }, options);
    }

    /**
     * Delete an invitation; who has joined stays a member
     * @param invitation_id The invitation, by its id.
     */
    revoke(invitation_id: string, options?: CallOptions): Promise<void> {
        return this.#call({ method: 'DELETE', path: '/v1/invitations/{invitation_id}', names: { invitation_id } }, options);
    }

}

export class OutgoingWebhooksClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Have events sent to an address; the answer is the one time that the secret is shown
     */
    create(body: CreateWebhookRequest, options?: CallOptions): Promise<NewWebhookResponse> {
        return this.#call({ method: 'POST', path: '/v1/webhooks', body }, options);
    }

    /**
     * The webhooks of the organization, newest first
     */
    list(query?: {
        /** The next_cursor of the page before; the newest entries without it. */
        cursor?: string;
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<CursorPageResponseOfWebhookResponse> {
        return this.#call({ method: 'GET', path: '/v1/webhooks', query }, options);
    }

    /**
     * One webhook, and how its deliveries stand
     * @param webhook_id The webhook, by its id.
     */
    get(webhook_id: string, options?: CallOptions): Promise<CountedWebhookResponse> {
        return this.#call({ method: 'GET', path: '/v1/webhooks/{webhook_id}', names: { webhook_id } }, options);
    }

    /**
     * Change what is given; one that is disabled gives up what is on its way
     * @param webhook_id The webhook, by its id.
     */
    update(webhook_id: string, body: UpdateWebhookRequest, options?: CallOptions): Promise<WebhookResponse> {
        return this.#call({ method: 'PATCH', path: '/v1/webhooks/{webhook_id}', names: { webhook_id }, body }, options);
    }

    /**
     * Take a webhook away, with its deliveries
     * @param webhook_id The webhook, by its id.
     */
    delete(webhook_id: string, options?: CallOptions): Promise<void> {
        return this.#call({ method: 'DELETE', path: '/v1/webhooks/{webhook_id}', names: { webhook_id } }, options);
    }

    /**
     * Make a new secret, shown this once; for a day the old one signs, too
     * @param webhook_id The webhook, by its id.
     */
    rotateSecret(webhook_id: string, options?: CallOptions): Promise<NewWebhookResponse> {
        return this.#call({ method: 'POST', path: '/v1/webhooks/{webhook_id}/rotate-secret', names: { webhook_id } }, options);
    }

}

export class DeliveriesClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Send webhook.test, whatever the webhook has chosen
     * @param webhook_id The webhook, by its id.
     */
    test(webhook_id: string, options?: CallOptions): Promise<DeliveryResponse> {
        return this.#call({ method: 'POST', path: '/v1/webhooks/{webhook_id}/test', names: { webhook_id } }, options);
    }

    /**
     * What the webhook was sent, newest first
     * @param webhook_id The webhook, by its id.
     */
    list(webhook_id: string, query?: {
        /** The state that the authorization began with (RFC 6749, section 4.1.2). */
        state?: DeliveriesListState;
        /** Only events of this type. */
        event_type?: string;
        /** The next_cursor of the page before; the newest entries without it. */
        cursor?: string;
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<CursorPageResponseOfDeliveryResponse> {
        return this.#call({ method: 'GET', path: '/v1/webhooks/{webhook_id}/deliveries', names: { webhook_id }, query }, options);
    }

    /**
     * Send everything again that was given up since a time
     * @param webhook_id The webhook, by its id.
     */
    resendFailed(webhook_id: string, body: ResendFailedRequest, options?: CallOptions): Promise<ResentResponse> {
        return this.#call({ method: 'POST', path: '/v1/webhooks/{webhook_id}/deliveries/resend-failed', names: { webhook_id }, body }, options);
    }

    /**
     * One delivery, with what is sent and every attempt
     * @param webhook_id The webhook, by its id.
     * @param delivery_id The delivery, by its id.
     */
    get(webhook_id: string, delivery_id: string, options?: CallOptions): Promise<DeliveryDetailsResponse> {
        return this.#call({ method: 'GET', path: '/v1/webhooks/{webhook_id}/deliveries/{delivery_id}', names: { webhook_id, delivery_id } }, options);
    }

    /**
     * Send a delivery again, with the same webhook-id
     * @param webhook_id The webhook, by its id.
     * @param delivery_id The delivery, by its id.
     */
    resend(webhook_id: string, delivery_id: string, options?: CallOptions): Promise<DeliveryResponse> {
        return this.#call({ method: 'POST', path: '/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/resend', names: { webhook_id, delivery_id } }, options);
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
        /** For whom: with a service key an external user, by the caller's own name; with a person's token a member's id, for admins of the organization. Without it everybody whom the caller may see. */
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
     * @param link_id The link, by its id.
     */
    get(link_id: string, query?: {
        /** For whom: with a service key an external user, by the caller's own name; with a person's token a member's id, for admins of the organization. Without it everybody whom the caller may see. */
        owner?: string;
    }, options?: CallOptions): Promise<ConnectLinkResponse> {
        return this.#call({ method: 'GET', path: '/v1/connect-links/{link_id}', names: { link_id }, query }, options);
    }

    /**
     * Delete a link; what it has connected stays
     * @param link_id The link, by its id.
     */
    revoke(link_id: string, query?: {
        /** For whom: with a service key an external user, by the caller's own name; with a person's token a member's id, for admins of the organization. Without it everybody whom the caller may see. */
        owner?: string;
    }, options?: CallOptions): Promise<void> {
        return this.#call({ method: 'DELETE', path: '/v1/connect-links/{link_id}', names: { link_id }, query }, options);
    }

    /**
     * Store what an external owner has connected, with the code that came to `return_url`
     * @param link_id The link, by its id.
     */
    complete(link_id: string, body: CompleteConnectLinkRequest, options?: CallOptions): Promise<ConnectLinkResponse> {
        return this.#call({ method: 'POST', path: '/v1/connect-links/{link_id}/complete', names: { link_id }, body }, options);
    }

}

export class NodesClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The processes that serve this installation, the oldest first
     */
    list(options?: CallOptions): Promise<NodeListResponse> {
        return this.#call({ method: 'GET', path: '/v1/nodes' }, options);
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
    /** The connection as it is now. */
    connection: LinkedConnectionResponse | null;
    /** Why the last try failed. */
    failure: ConnectLinkFailure | null;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** When it ends by itself, in ISO 8601 and UTC. */
    expires_at: string;
    /** Null until it is completed. */
    completed_at: string | null;
}

/** Why a connection does not work. */
export interface ConnectionFaultWire {
    /** For programs, in snake_case. */
    code: string;
    /** For people. */
    message: string;
    /** When it happened. */
    at: string;
}

/** Whose a connection is. */
export interface ConnectionOwnerWire {
    /** A user of ModuleX, an external user of the organization's backend, or the organization itself, which shares it. */
    type: ConnectionOwnerWireType;
    /** The id of the user or the organization, or the external user's name. */
    id: string;
}

/** An account of a tool that is connected, or about to be. */
export interface ConnectionResponse {
    /** By which other requests name it. */
    id: string;
    /** The tool's name in the catalog. */
    tool: string;
    /** The account's name for programs; it never changes. */
    account: string;
    /** What people call it. */
    name: string;
    /** What the service calls the account, such as a login; null where it does not say. */
    label: string | null;
    /** Whose it is. */
    owner: ConnectionOwnerWire;
    /** Who may use it; null for one that is not shared. */
    sharing: SharingWire | null;
    /** Whether runs use it that name no account. */
    is_default: boolean;
    /** pending waits for the person; refresh_failed may pass; needs_reconnect does not. */
    state: ConnectionResponseState;
    /** False where it was switched off. */
    is_active: boolean;
    /** Actions that were switched off, by name. */
    disabled_actions: string[];
    /** What the service granted; empty where it does not say. */
    scopes: string[];
    /** When it was begun. */
    created_at: string | null;
    /** When the person last connected it; null before that. */
    connected_at: string | null;
    /** When the access token ends, before which it is renewed; null where it does not end, or where that is not known. */
    expires_at: string | null;
    /** When a run last used it, to a few seconds; null for never. */
    last_used_at: string | null;
    /** When its credential was last tried at the service; null for never. */
    last_checked_at: string | null;
    /** Why it does not work; null while nothing is known against it. */
    last_error: ConnectionFaultWire | null;
}

/** An endpoint, and how its deliveries stand. */
export interface CountedWebhookResponse {
    /** The endpoint. */
    webhook: WebhookResponse;
    /** How many there are in each state, of those that are kept. */
    deliveries: DeliveryCounts;
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

export interface CreateConnectionRequest {
    /** The tool's name in the catalog. */
    tool: string;
    /** The person: with a service key an external user, needed unless it is shared; with a person's token a member's id, or nothing. */
    owner?: string | null;
    /** Who may use it; null for one that is not shared. */
    sharing?: SharingWire | null;
    /** An account that is to be connected again, or the name that a new one gets; without it a new account, named by the server. */
    account?: string | null;
    /** What people call it. */
    name?: string | null;
    /** What the tool asks for, by field; for OAuth the connection fields of a self-hosted tool, or nothing. */
    credentials?: unknown | null;
}

export interface CreateInvitationRequest {
    /** Only the person with this address can accept. */
    email: string;
    /** What the person becomes; not above the caller's own. `member` without it. */
    role?: CreateInvitationRequestRole | null;
    /** For how many seconds it can be accepted; a week without it. */
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

export interface CreateWebhookRequest {
    /** Where events are sent: https, and http only for hosts that the operator allows. */
    url: string;
    /** For people. */
    description?: string | null;
    /** The types of events to send; without this member, or empty, all of them, future ones included. */
    events?: Events[] | null;
}

/** A connection that was made or begun. */
export interface CreatedConnectionResponse {
    /** As it is now. */
    connection: ConnectionResponse;
    /** Where the person goes to agree, within ten minutes; null where it is connected. */
    redirect_url: string | null;
    /** Why it is not known whether the credentials are good; null where they are, or were not tried. */
    warning: string | null;
}

/** A part of a list, newest first. */
export interface CursorPageResponseOfConnectLinkResponse {
    /** The entries of this page. */
    items: ConnectLinkResponse[];
    /** Send it as `cursor` for the next page; null on the last one. */
    next_cursor: string | null;
}

/** A part of a list, newest first. */
export interface CursorPageResponseOfConnectionResponse {
    /** The entries of this page. */
    items: ConnectionResponse[];
    /** Send it as `cursor` for the next page; null on the last one. */
    next_cursor: string | null;
}

/** A part of a list, newest first. */
export interface CursorPageResponseOfDeliveryResponse {
    /** The entries of this page. */
    items: DeliveryResponse[];
    /** Send it as `cursor` for the next page; null on the last one. */
    next_cursor: string | null;
}

/** A part of a list, newest first. */
export interface CursorPageResponseOfInvitationResponse {
    /** The entries of this page. */
    items: InvitationResponse[];
    /** Send it as `cursor` for the next page; null on the last one. */
    next_cursor: string | null;
}

/** A part of a list, newest first. */
export interface CursorPageResponseOfRunRecordResponse {
    /** The entries of this page. */
    items: RunRecordResponse[];
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

/** A part of a list, newest first. */
export interface CursorPageResponseOfWebhookResponse {
    /** The entries of this page. */
    items: WebhookResponse[];
    /** Send it as `cursor` for the next page; null on the last one. */
    next_cursor: string | null;
}

/** One sending of a delivery. */
export interface DeliveryAttemptResponse {
    /** From 1 on. */
    number: number;
    /** When it happened. */
    at: string;
    /** Until the answer, or until there was none. */
    duration_ms: number;
    /** The HTTP status; null where there was no answer. */
    status: number | null;
    /** Why it is no success; null for a success. */
    error: string | null;
    /** The first 1,024 bytes of the answer's body; null where there was none. */
    answer: string | null;
}

export interface DeliveryCounts {
    /** Being sent, or waiting for the next attempt. */
    pending: number;
    /** Answered with a status of 200 to 299. */
    delivered: number;
    /** Given up. */
    failed: number;
}

/** One delivery with everything that is known of it. */
export interface DeliveryDetailsResponse {
    /** What was sent, or is about to be. */
    delivery: DeliveryResponse;
    /** What is sent, the same at every attempt. */
    body: unknown;
    /** The oldest first. */
    attempts: DeliveryAttemptResponse[];
}

/** One event on its way to one endpoint. */
export interface DeliveryResponse {
    /** By which other requests name it. */
    id: string;
    /** The webhook-id that the receiver sees, the same at every attempt. */
    event_id: string;
    /** What happened. */
    event_type: string;
    /** pending, delivered or failed. */
    state: string;
    /** How often it was sent. */
    attempts: number;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** Null where nothing is left to do. */
    next_attempt_at: string | null;
    /** When it was delivered or given up; null until then. */
    ended_at: string | null;
    /** The HTTP status of the last answer; null where there was none. */
    last_status: number | null;
    /** Why it is not delivered; null where nothing failed. */
    reason: string | null;
}

/** One problem of an input. */
export interface InputProblem {
    /** Where, as a JSON pointer (RFC 6901). */
    pointer: string;
    /** What is wrong there. */
    detail: string;
}

/** An invitation to an organization. */
export interface InvitationResponse {
    /** By which other requests name it. */
    id: string;
    /** Only the person with this address can accept. */
    email: string;
    /** What the person becomes. */
    role: InvitationResponseRole;
    /** The state or province. */
    state: InvitationResponseState;
    /** The id of the user who made it. */
    invited_by: string;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** When it ends by itself, in ISO 8601 and UTC. */
    expires_at: string;
    /** Null until it is accepted. */
    accepted_at: string | null;
    /** The id of the user who has joined; null until then. */
    accepted_by: string | null;
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

/** An invitation that was just made. */
export interface NewInvitationResponse {
    /** As it is shown later, too. */
    invitation: InvitationResponse;
    /** What the person opens: hand it over, no mail is sent. It is shown this once. */
    url: string;
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

/** An endpoint whose secret was just made. */
export interface NewWebhookResponse {
    /** The endpoint. */
    webhook: WebhookResponse;
    /** What its webhooks are signed with, as Standard Webhooks writes it. It is shown this once. */
    secret: string;
}

export interface NodeListResponse {
    /** All of them; there are no pages. */
    items: NodeResponse[];
}

/** One process. */
export interface NodeResponse {
    /** Of this start; another start is another process. */
    id: string;
    /** The machine, or what the cluster calls it. */
    name: string;
    /** Where other nodes reach it; null for the embedded server, which has none. */
    address: string | null;
    /** Of the product; null where the node does not answer, or is too old to say. */
    version: string | null;
    /** `created`, `joining`, `active`, `shutting_down`, `stopping` or `dead`. */
    status: string;
    /** When the process began. */
    started_at: string;
    /** When it last said that it lives; in a cluster that is some seconds to minutes ago. */
    last_seen: string;
    /** The one that answers. */
    is_self: boolean;
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

export interface RawRequestBody {
    /** The HTTP method. */
    method: RawRequestBodyMethod;
    /** Behind the address of the tool's server, percent-encoded: no scheme or host, no query, no `//`, backslash, `.` or `..`, encoded or not. */
    path: string;
    /** Text, numbers and booleans, or lists of them, which become one pair each; not encoded. */
    query?: unknown | null;
    /** Not those that aim, frame or authorize a request, nor `Content-Type`, which the body decides. */
    headers?: { [key: string]: string; } | null;
    /** Any JSON, sent as `application/json`; null for none. */
    body?: unknown;
}

/** What the service answered, whatever its status; written by hand around its own JSON. */
export interface RawRequestResponse {
    /** Of the run, for its record. */
    id: string;
    /** The HTTP status of the service: 4xx and 5xx too. */
    status: number;
    /** Those that say nothing of the connection, such as `content-type`, `etag`, `link` and `retry-after`. */
    headers: { [key: string]: string; };
    /** Any JSON; for text `{content_type, text}`, for other content `{content_type, base64}`, null for none. The credential is `***` in it. */
    body: unknown;
}

export interface ResendFailedRequest {
    /** From when on deliveries were made. */
    since: string;
}

export interface ResentResponse {
    /** How many are sent again. */
    deliveries: number;
}

/** The first request of an execution. What is secret in it is `***`. */
export interface RunPreviewResponse {
    /** The tool's name in the catalog. */
    tool: string;
    /** What is to be done or was done: the name of an action of a tool, or a word such as update. */
    action: string;
    /** The connection that it would use; null where the tool needs none. */
    connection_id: string | null;
    /** Such as POST. */
    method: string;
    /** With its query. */
    url: string;
    /** By name. */
    headers: { [key: string]: string; };
    /** Null for none, and for one that is no text. */
    body: string | null;
}

/** What is kept of an execution. */
export interface RunRecordResponse {
    /** By which other requests name it. */
    id: string;
    /** The tool's name in the catalog. */
    tool: string | null;
    /** What is to be done or was done: the name of an action of a tool, or a word such as update. */
    action: string | null;
    /** For whom it ran: a user's id, or an external user's name; null where it is not known. */
    owner: string | null;
    /** The connection that it used, which the organization may share; null where there was none. */
    connection_id: string | null;
    /** Whether the action was done. */
    success: boolean;
    /** Why not, for programs; null where it was. */
    error_code: string | null;
    /** Why not, for people; null where it was. */
    error_message: string | null;
    /** When it began. */
    started_at: string;
    /** Milliseconds. */
    duration_ms: number;
}

export interface RunRequest {
    /** The tool's name in the catalog. */
    tool: string;
    /** A name or an alias. */
    action: string;
    /** As the action's schema wants them; left out for none. */
    arguments?: unknown | null;
    /** With a service key the external user for whom it runs; a person runs for themselves. */
    owner?: string | null;
    /** Which account of the tool; the default one without it. */
    account?: string | null;
    /** The same by the connection's id. */
    connection_id?: string | null;
}

/** What an execution answers; written by hand around the tool's own JSON. */
export interface RunResponse {
    /** Of the run, for its record. */
    id: string;
    /** The tool's name in the catalog. */
    tool: string;
    /** What is to be done or was done: the name of an action of a tool, or a word such as update. */
    action: string;
    /** The connection that it used; null where the tool needs none. */
    connection_id: string | null;
    /** When it began. */
    started_at: string;
    /** Milliseconds. */
    duration_ms: number;
    /** The tool's answer: any JSON; for text `{content_type, text}`, for other content `{content_type, base64}`. */
    result: unknown;
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

/** Who may use a connection that an organization shares. */
export interface SharingWire {
    /** All members, and the external users of the organization's backends. */
    everybody?: boolean;
    /** Members who have one of these roles. */
    roles?: string[] | null;
    /** These members. */
    people?: string[] | null;
}

export interface UpdateConnectionRequest {
    /** What people call it; without it the name stays. */
    name?: string | null;
    /** True makes it what runs use that name no account; the owner's other accounts of the tool are no default then. */
    is_default?: boolean | null;
    /** False switches it off: no action of it runs. */
    is_active?: boolean | null;
    /** Who may use it; null for one that is not shared. */
    sharing?: SharingWire | null;
    /** Single actions on or off, by their names or aliases. */
    actions?: { [key: string]: boolean; } | null;
}

/** What is not given stays as it is. */
export interface UpdateWebhookRequest {
    /** Where events are sent. */
    url?: string | null;
    /** For people. */
    description?: string | null;
    /** The types of events to send; empty for all. */
    events?: Events2[] | null;
    /** True brings one back that was disabled, also because it failed. */
    enabled?: boolean | null;
}

/** An endpoint that events are sent to, without its secret. */
export interface WebhookResponse {
    /** By which other requests name it. */
    id: string;
    /** Where events are sent. */
    url: string;
    /** For people; empty for none. */
    description: string;
    /** The types of events that are sent; empty for all. */
    events: string[];
    /** Whether it is sent anything. */
    enabled: boolean;
    /** by_user, gone (it answered 410) or failing (for days); null while it is enabled. */
    disabled_reason: string | null;
    /** Null while it is enabled. */
    disabled_at: string | null;
    /** Since when every attempt has failed; null where the last one did not. */
    failing_since: string | null;
    /** Until when the secret before the last rotation signs, too; null where there is none. */
    previous_secret_until: string | null;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** When it was last changed, in ISO 8601 and UTC. */
    updated_at: string;
}

export type ConnectLinkResponseDisplay = "page" | "popup";

export type ConnectLinkResponseState = "open" | "bound" | "failed" | "awaiting_completion" | "completed" | "expired";

export type ConnectionOwnerWireType = "user" | "external" | "organization";

export type ConnectionResponseState = "pending" | "active" | "expiring" | "refresh_failed" | "needs_reconnect" | "disconnected";

export type CreateConnectLinkRequestDisplay = "page" | "popup";

export type CreateInvitationRequestRole = "member" | "admin" | "owner";

export type InvitationResponseRole = "member" | "admin" | "owner";

export type InvitationResponseState = "open" | "accepted" | "expired";

export type RawRequestBodyMethod = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";

export type DeliveriesListState = "pending" | "delivered" | "failed";

export type Scopes = "sessions:read" | "sessions:write" | "runs:execute" | "requests:raw";

export type Events = "connection.created" | "connection.needs_reconnect" | "connection.refresh_failed" | "connection.deleted" | "run.failed" | "webhook.disabled";

export type Events2 = "connection.created" | "connection.needs_reconnect" | "connection.refresh_failed" | "connection.deleted" | "run.failed" | "webhook.disabled";

/** The operations that need no credentials. */
export const open: ReadonlySet<string> = new Set([
]);

/** Every topic of the surface. */
export class Surface {
    readonly connections: ConnectionsClient;
    readonly runs: RunsClient;
    readonly serviceKeys: ServiceKeysClient;
    readonly invitations: InvitationsClient;
    readonly outgoingWebhooks: OutgoingWebhooksClient;
    readonly deliveries: DeliveriesClient;
    readonly connectLinks: ConnectLinksClient;
    readonly nodes: NodesClient;

    constructor(call: Call) {
        this.connections = new ConnectionsClient(call);
        this.runs = new RunsClient(call);
        this.serviceKeys = new ServiceKeysClient(call);
        this.invitations = new InvitationsClient(call);
        this.outgoingWebhooks = new OutgoingWebhooksClient(call);
        this.deliveries = new DeliveriesClient(call);
        this.connectLinks = new ConnectLinksClient(call);
        this.nodes = new NodesClient(call);
    }
}
