// Made by build/client with NSwag 14.7.1.0 (NJsonSchema v11.6.1.0 (Newtonsoft.Json v13.0.0.0)): not edited by hand.
import type { Call, CallOptions, FileResponse } from '../call.js';

export class AuthClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Sign in to a tenant with username (or email) and password
     */
    login(body: TenantLoginRequest, options?: CallOptions): Promise<EnvelopeOfTenantLoginResponse> {
        return this.#call({ method: 'POST', path: '/api/tenants/auth', body }, options);
    }

}

export class AuditLogsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * What was recorded, newest first; at most 100 a page
     */
    list(query?: {
        /** Only this action. */
        action?: string;
        /** Only this kind of thing. */
        resource_type?: string;
        /** From when, in ISO 8601; a date alone is its midnight in UTC. */
        start_date?: string;
        /** Until when, in ISO 8601, not included; a date alone is that whole day. */
        end_date?: string;
        /** The user, by its id. */
        user_id?: number;
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        per_page?: number;
    }, options?: CallOptions): Promise<EnvelopeOfTenantResultsResponseOfTenantAuditLogResponse> {
        return this.#call({ method: 'GET', path: '/api/tenants/audit-logs', query }, options);
    }

}

export class TenantsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * All tenants, by domain; at most 100 a page
     */
    list(query?: {
        /** Only what has this text in its names. */
        search?: string;
        /** Only what is active, or only what is not. */
        is_active?: boolean;
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        per_page?: number;
    }, options?: CallOptions): Promise<EnvelopeOfTenantResponseList> {
        return this.#call({ method: 'GET', path: '/api/tenants', query }, options);
    }

    /**
     * Add a tenant with its default organization, and its first admin if wanted
     */
    create(body: TenantRequest, options?: CallOptions): Promise<EnvelopeOfTenantResponse> {
        return this.#call({ method: 'POST', path: '/api/tenants', body }, options);
    }

    /**
     * One tenant
     * @param tenant_id The tenant, by its id.
     */
    get(tenant_id: string, options?: CallOptions): Promise<EnvelopeOfTenantResponse> {
        return this.#call({ method: 'GET', path: '/api/tenants/{tenant_id}', names: { tenant_id } }, options);
    }

    /**
     * Rename, move, deactivate or activate a tenant
     * @param tenant_id The tenant, by its id.
     */
    update(tenant_id: string, body: TenantChangeRequest, options?: CallOptions): Promise<EnvelopeOfTenantResponse> {
        return this.#call({ method: 'PUT', path: '/api/tenants/{tenant_id}', names: { tenant_id }, body }, options);
    }

    /**
     * Delete a tenant for good, and with its keys all secrets of it
     * @param tenant_id The tenant, by its id.
     */
    delete(tenant_id: string, options?: CallOptions): Promise<EnvelopeOfObject> {
        return this.#call({ method: 'DELETE', path: '/api/tenants/{tenant_id}', names: { tenant_id } }, options);
    }

}

export class UsersClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The users of the tenant for its admins, and oneself for everybody else, newest first; at most 100 a page
     */
    list(query?: {
        /** Only what has this text in its names. */
        search?: string;
        /** Only what is active, or only what is not. */
        is_active?: boolean;
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        per_page?: number;
    }, options?: CallOptions): Promise<EnvelopeOfTenantUserResponseList> {
        return this.#call({ method: 'GET', path: '/api/tenants/users', query }, options);
    }

    /**
     * Make an account in the tenant
     */
    create(body: TenantUserRequest, options?: CallOptions): Promise<EnvelopeOfTenantUserResponse> {
        return this.#call({ method: 'POST', path: '/api/tenants/users', body }, options);
    }

    /**
     * One user
     * @param user_id The user, by its id.
     */
    get(user_id: number, options?: CallOptions): Promise<EnvelopeOfTenantUserResponse> {
        return this.#call({ method: 'GET', path: '/api/tenants/users/{user_id}', names: { user_id } }, options);
    }

    /**
     * Change a user; what is left out stays
     * @param user_id The user, by its id.
     */
    update(user_id: number, body: TenantUserChangeRequest, options?: CallOptions): Promise<EnvelopeOfTenantUserResponse> {
        return this.#call({ method: 'PUT', path: '/api/tenants/users/{user_id}', names: { user_id }, body }, options);
    }

    /**
     * Delete a user for good; its e-mail address is free, and the audit log keeps its name
     * @param user_id The user, by its id.
     */
    delete(user_id: number, options?: CallOptions): Promise<EnvelopeOfObject> {
        return this.#call({ method: 'DELETE', path: '/api/tenants/users/{user_id}', names: { user_id } }, options);
    }

}

export class OrganizationsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The caller's organizations, or all of the tenant for its admins; at most 100 a page
     */
    list(query?: {
        /** Only what has this text in its names. */
        search?: string;
        /** Only what is active, or only what is not. */
        is_active?: boolean;
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        per_page?: number;
    }, options?: CallOptions): Promise<EnvelopeOfTenantOrganizationResponseList> {
        return this.#call({ method: 'GET', path: '/api/tenants/organizations', query }, options);
    }

    /**
     * Add an organization to the tenant
     */
    create(body: TenantOrganizationRequest, options?: CallOptions): Promise<EnvelopeOfTenantOrganizationResponse> {
        return this.#call({ method: 'POST', path: '/api/tenants/organizations', body }, options);
    }

    /**
     * One organization
     * @param organization_id The organization, by its id.
     */
    get(organization_id: string, options?: CallOptions): Promise<EnvelopeOfTenantOrganizationResponse> {
        return this.#call({ method: 'GET', path: '/api/tenants/organizations/{organization_id}', names: { organization_id } }, options);
    }

    /**
     * Change an organization; what is left out stays
     * @param organization_id The organization, by its id.
     */
    update(organization_id: string, body: TenantOrganizationChangeRequest, options?: CallOptions): Promise<EnvelopeOfTenantOrganizationResponse> {
        return this.#call({ method: 'PUT', path: '/api/tenants/organizations/{organization_id}', names: { organization_id }, body }, options);
    }

    /**
     * Delete an organization; its members find a home in the default one
     * @param organization_id The organization, by its id.
     */
    delete(organization_id: string, options?: CallOptions): Promise<EnvelopeOfObject> {
        return this.#call({ method: 'DELETE', path: '/api/tenants/organizations/{organization_id}', names: { organization_id } }, options);
    }

}

export class ServicesClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The services of the tenant, by name
     */
    list(query?: {
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        per_page?: number;
    }, options?: CallOptions): Promise<EnvelopeOfListResponseOfServiceResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/services', query }, options);
    }

    /**
     * Register a service
     */
    create(body: NewServiceRequest, options?: CallOptions): Promise<EnvelopeOfServiceResponse> {
        return this.#call({ method: 'POST', path: '/api/integrations/services', body }, options);
    }

    /**
     * One service
     * @param service_id The service, by its id.
     */
    get(service_id: string, options?: CallOptions): Promise<EnvelopeOfServiceResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/services/{service_id}', names: { service_id } }, options);
    }

    /**
     * Change a service
     * @param service_id The service, by its id.
     */
    update(service_id: string, body: ServiceChangeRequest, options?: CallOptions): Promise<EnvelopeOfServiceResponse> {
        return this.#call({ method: 'PUT', path: '/api/integrations/services/{service_id}', names: { service_id }, body }, options);
    }

    /**
     * Take a service away with its webhooks and records
     * @param service_id The service, by its id.
     */
    delete(service_id: string, options?: CallOptions): Promise<EnvelopeOfObject> {
        return this.#call({ method: 'DELETE', path: '/api/integrations/services/{service_id}', names: { service_id } }, options);
    }

    /**
     * What is known of a service's records, by syncs and webhooks
     * @param service_id The service, by its id.
     */
    listRecords(service_id: string, query?: {
        /** Only this kind. */
        type?: ServicesListRecordsType;
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        per_page?: number;
    }, options?: CallOptions): Promise<EnvelopeOfListResponseOfServiceRecordResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/services/{service_id}/records', names: { service_id }, query }, options);
    }

}

export class WebhooksClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Take in a webhook of a service: any JSON, signed as its service signs
     * @param service_name The service, by its name.
     */
    receive(service_name: string, body: unknown, options?: CallOptions): Promise<FileResponse> {
        return this.#call({ method: 'POST', path: '/api/integrations/webhooks/{service_name}', names: { service_name }, body }, options);
    }

}

export class WebhookEventsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Webhooks, newest first
     */
    list(query?: {
        /** Only what is in this state. */
        status?: WebhookEventsListStatus;
        /** Only of the service with this name. */
        service?: string;
        /** Only events of this type. */
        event_type?: string;
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        per_page?: number;
    }, options?: CallOptions): Promise<EnvelopeOfListResponseOfWebhookEventResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/webhook-events', query }, options);
    }

    /**
     * One webhook
     * @param event_id The event, by its id.
     */
    get(event_id: string, options?: CallOptions): Promise<EnvelopeOfWebhookEventDetailResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/webhook-events/{event_id}', names: { event_id } }, options);
    }

    /**
     * Have a webhook that was given up tried again
     * @param event_id The event, by its id.
     */
    retry(event_id: string, options?: CallOptions): Promise<EnvelopeOfWebhookEventDetailResponse> {
        return this.#call({ method: 'POST', path: '/api/integrations/webhook-events/{event_id}/retry', names: { event_id } }, options);
    }

}

export class IntegrationHealthClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The last look at each service, by name
     */
    list(options?: CallOptions): Promise<EnvelopeOfListResponseOfIntegrationHealthResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/health' }, options);
    }

    /**
     * The looks at one service, newest first
     * @param service_id The service, by its id.
     */
    listHistory(service_id: string, query?: {
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        per_page?: number;
    }, options?: CallOptions): Promise<EnvelopeOfListResponseOfIntegrationHealthResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/health/{service_id}/history', names: { service_id }, query }, options);
    }

}

export class DataSyncClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * How the syncs stand, by service and type
     */
    list(options?: CallOptions): Promise<EnvelopeOfListResponseOfDataSyncResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/data-sync' }, options);
    }

    /**
     * Begin to pull records from a service
     */
    trigger(body: SyncTriggerRequest, options?: CallOptions): Promise<EnvelopeOfObject> {
        return this.#call({ method: 'POST', path: '/api/integrations/sync/trigger', body }, options);
    }

}

export class MockClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The newest mock users
     */
    listUsers(options?: CallOptions): Promise<EnvelopeOfMockUserResponseList> {
        return this.#call({ method: 'GET', path: '/api/mock/users' }, options);
    }

    /**
     * Add a mock user
     */
    createUser(body: MockUserRequest, options?: CallOptions): Promise<EnvelopeOfMockUserResponse> {
        return this.#call({ method: 'POST', path: '/api/mock/users', body }, options);
    }

    /**
     * The newest mock subscriptions
     */
    listSubscriptions(options?: CallOptions): Promise<EnvelopeOfMockSubscriptionResponseList> {
        return this.#call({ method: 'GET', path: '/api/mock/subscriptions' }, options);
    }

    /**
     * Add a mock subscription
     */
    createSubscription(body: MockSubscriptionRequest, options?: CallOptions): Promise<EnvelopeOfMockSubscriptionResponse> {
        return this.#call({ method: 'POST', path: '/api/mock/subscriptions', body }, options);
    }

    /**
     * The newest mock notifications
     */
    listNotifications(options?: CallOptions): Promise<EnvelopeOfMockNotificationResponseList> {
        return this.#call({ method: 'GET', path: '/api/mock/notifications' }, options);
    }

    /**
     * Send a mock notification
     */
    createNotification(body: MockNotificationRequest, options?: CallOptions): Promise<EnvelopeOfMockNotificationResponse> {
        return this.#call({ method: 'POST', path: '/api/mock/notifications', body }, options);
    }

    /**
     * The state of the mock services
     */
    health(options?: CallOptions): Promise<EnvelopeOfMockHealthResponse> {
        return this.#call({ method: 'GET', path: '/api/mock/health' }, options);
    }

    /**
     * Records for data sync
     * @param data_type Which data: users, subscriptions or notifications.
     */
    getData(data_type: string, query?: {
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        per_page?: number;
    }, options?: CallOptions): Promise<EnvelopeOfMockDataResponse> {
        return this.#call({ method: 'GET', path: '/api/mock/api/data/{data_type}', names: { data_type }, query }, options);
    }

}

export interface DataSyncResponse {
    /** A UUID. */
    id: string;
    /** From which service records are pulled. */
    service: EventServiceResponse;
    /** users, subscriptions or notifications. */
    sync_type: DataSyncResponseSyncType;
    /** When the last sync that succeeded ended; null for never. */
    last_sync: string | null;
    /** synced, syncing or failed. */
    status: DataSyncResponseStatus;
    /** How many records the last sync brought, or the running one so far. */
    records_synced: number;
    /** Why the last sync failed; empty where it did not. */
    error_message: string;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfListResponseOfDataSyncResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: ListResponseOfDataSyncResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfListResponseOfIntegrationHealthResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: ListResponseOfIntegrationHealthResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfListResponseOfServiceRecordResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: ListResponseOfServiceRecordResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfListResponseOfServiceResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: ListResponseOfServiceResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfListResponseOfWebhookEventResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: ListResponseOfWebhookEventResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfMockDataResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: MockDataResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfMockHealthResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: MockHealthResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfMockNotificationResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: MockNotificationResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfMockNotificationResponseList {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: MockNotificationResponse[] | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfMockSubscriptionResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: MockSubscriptionResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfMockSubscriptionResponseList {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: MockSubscriptionResponse[] | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfMockUserResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: MockUserResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfMockUserResponseList {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: MockUserResponse[] | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfObject {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: unknown;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfServiceResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: ServiceResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfTenantLoginResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: TenantLoginResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfTenantOrganizationResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: TenantOrganizationResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfTenantOrganizationResponseList {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: TenantOrganizationResponse[] | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfTenantResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: TenantResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfTenantResponseList {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: TenantResponse[] | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfTenantResultsResponseOfTenantAuditLogResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: TenantResultsResponseOfTenantAuditLogResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfTenantUserResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: TenantUserResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfTenantUserResponseList {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: TenantUserResponse[] | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfWebhookEventDetailResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: WebhookEventDetailResponse | null;
}

/** Document 4's envelope around a success. */
export interface EnvelopeOfWebhookReceivedResponse {
    /** success. */
    status: string;
    /** A sentence for people. */
    message: string;
    /** What was asked for. */
    data: WebhookReceivedResponse | null;
}

export interface EventServiceResponse {
    /** The service's name. */
    name: string;
    /** Its address. */
    base_url: string;
}

export interface IntegrationHealthResponse {
    /** A UUID. */
    id: string;
    /** Which service was looked at. */
    service: NamedServiceResponse;
    /** healthy, degraded (it answered, but not with success) or down. */
    status: IntegrationHealthResponseStatus;
    /** In seconds. */
    response_time: number;
    /** ISO 8601 in UTC. */
    last_check: string;
    /** Empty where it is healthy. */
    error_message: string;
}

/** A list in document 4's form. */
export interface ListResponseOfDataSyncResponse {
    /** The page that was asked for. */
    results: DataSyncResponse[];
}

/** A list in document 4's form. */
export interface ListResponseOfIntegrationHealthResponse {
    /** The page that was asked for. */
    results: IntegrationHealthResponse[];
}

/** A list in document 4's form. */
export interface ListResponseOfServiceRecordResponse {
    /** The page that was asked for. */
    results: ServiceRecordResponse[];
}

/** A list in document 4's form. */
export interface ListResponseOfServiceResponse {
    /** The page that was asked for. */
    results: ServiceResponse[];
}

/** A list in document 4's form. */
export interface ListResponseOfWebhookEventResponse {
    /** The page that was asked for. */
    results: WebhookEventResponse[];
}

export interface MockDataResponse {
    /** The page that was asked for, newest first; the first ten without page and per_page. */
    records: unknown[];
    /** How many there are on all pages. */
    total: number;
}

export interface MockHealthResponse {
    /** When it happened or was answered, in ISO 8601 and UTC. */
    timestamp: string;
    /** The state of each service. */
    services: MockServiceStates;
}

export interface MockNotificationRequest {
    /** The user that it belongs to or is about. */
    user_id: string;
    /** email, sms or push. */
    type: MockNotificationRequestType;
    /** What it is about, in a line. */
    subject: string;
    /** A sentence for people. */
    message: string;
}

export interface MockNotificationResponse {
    /** By which other requests name it. */
    id: string;
    /** The user that it is about. */
    user: string;
    /** Which kind it is. */
    type: MockNotificationResponseType;
    /** What it is about, in a line. */
    subject: string;
    /** A sentence for people. */
    message: string;
    /** The state that it is in. */
    status: string;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** When it was sent, in ISO 8601 and UTC. */
    sent_at: string;
}

export interface MockServiceStates {
    /** The state of the service of users. */
    user_service: string;
    /** The state of the service of payments. */
    payment_service: string;
    /** The state of the service of notifications. */
    communication_service: string;
}

export interface MockSubscriptionRequest {
    /** The user that it belongs to or is about. */
    user_id: string;
    /** basic, premium or enterprise. */
    plan: MockSubscriptionRequestPlan;
    /** A decimal number as text, two digits behind the point at the most: 29.99. */
    amount: string;
    /** active, cancelled or expired; active where left out. */
    status?: MockSubscriptionRequestStatus;
}

export interface MockSubscriptionResponse {
    /** By which other requests name it. */
    id: string;
    /** The user that it is about. */
    user: string;
    /** What is subscribed to. */
    plan: string;
    /** The state that it is in. */
    status: MockSubscriptionResponseStatus;
    /** Money, as a decimal number in text. */
    amount: string;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
}

export interface MockUserRequest {
    /** An email address; letters in either case are the same address. */
    email: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** active, inactive or suspended; active where left out. */
    status?: MockUserRequestStatus;
}

export interface MockUserResponse {
    /** By which other requests name it. */
    id: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The state that it is in. */
    status: MockUserResponseStatus;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
}

export interface NamedServiceResponse {
    /** The service's name. */
    name: string;
}

export interface NewServiceRequest {
    /** 1 to 100 letters, digits, '.', '_' and '-'; unique in the tenant, whatever the case. */
    name: string;
    /** An absolute http or https address. */
    base_url: string;
    /** What the service signs its webhooks with, 8 to 255 characters; whsec_ and base64 is the form of Standard Webhooks. Left out: they need no signature. It is never shown. */
    secret?: string | null;
    /** How a service signs its webhooks. */
    signature?: ServiceSignatureRequest | null;
    /** Whether webhooks are taken from it, and its health is watched; true where left out. */
    is_active?: boolean;
}

/** What is left out stays as it is. */
export interface ServiceChangeRequest {
    /** As when it was registered. */
    name?: string | null;
    /** An absolute http or https address. */
    base_url?: string | null;
    /** Empty to take it away. */
    secret?: string | null;
    /** How a service signs its webhooks. */
    signature?: ServiceSignatureRequest | null;
    /** Whether webhooks are taken from it, and its health is watched. */
    is_active?: boolean | null;
}

export interface ServiceRecordResponse {
    /** The service's own id of it. */
    external_id: string;
    /** users, subscriptions or notifications. */
    type: ServiceRecordResponseType;
    /** What is known of it. */
    data: unknown;
    /** How often it was written. */
    revision: number;
    /** Of when it is: ISO 8601 in UTC. */
    updated_at: string;
}

export interface ServiceResponse {
    /** A UUID. */
    id: string;
    /** The segment of the path to which its webhooks are sent. */
    name: string;
    /** Without a slash at the end. */
    base_url: string;
    /** Whether its webhooks need a signature. */
    has_secret: boolean;
    /** How a service signs its webhooks. */
    signature?: ServiceSignatureResponse | null;
    /** Whether webhooks are taken from it, and its health is watched. */
    is_active: boolean;
    /** ISO 8601 in UTC. */
    created_at: string;
    /** ISO 8601 in UTC. */
    updated_at: string;
}

/** How a service signs its webhooks, and where they say what happened. */
export interface ServiceSignatureRequest {
    /** github, slack, stripe and standard-webhooks sign as these do; hmac-sha256 signs the body; token sends the secret itself; default is X-Signature or Standard Webhooks. */
    scheme: ServiceSignatureRequestScheme;
    /** The header with the signature or the token; of hmac-sha256 and token, which need it. */
    header?: string | null;
    /** What stands before the signature or the token, such as sha256=; of the same two. */
    prefix?: string | null;
    /** hex or base64, of hmac-sha256; hex where left out. */
    encoding?: string | null;
    /** Where the type of the event is: a header's name, or a JSONPath into the body such as $.type. The scheme's own place where left out. */
    event?: string | null;
    /** Where the id of the delivery is, in the same form. */
    delivery?: string | null;
}

/** As it was set; what the scheme decides is left out. */
export interface ServiceSignatureResponse {
    /** How the service signs. */
    scheme: ServiceSignatureResponseScheme;
    /** The header with the signature or the token. */
    header?: string | null;
    /** What stands before the signature or the token. */
    prefix?: string | null;
    /** hex or base64. */
    encoding?: string | null;
    /** Where the type of the event is. */
    event?: string | null;
    /** Where the id of the delivery is. */
    delivery?: string | null;
}

export interface SyncTriggerRequest {
    /** Of a service of the tenant. */
    service_id: string;
    /** users, subscriptions or notifications. */
    sync_type: SyncTriggerRequestSyncType;
}

export interface TenantAdminRequest {
    /** The name that a person chose; unique in its tenant. */
    username: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** In clear text; it is kept as a salted hash alone and never answered. */
    password: string;
}

export interface TenantAuditLogResponse {
    /** By which other requests name it. */
    id: string;
    /** Who did it: system for the server itself and the command line, unknown where there is no such account. */
    user: TenantAuditUser;
    /** CREATE, UPDATE, DELETE, LOGIN, LOGIN_FAILED, LOGOUT or another word in upper case. */
    action: string;
    /** USER, ORGANIZATION and the like. */
    resource_type: string;
    /** The number of a user, the id of anything else; empty where there is no such thing. */
    resource_id: string;
    /** By field, what it was (from) and what it became (to); no secrets. */
    changes: unknown;
    /** When it happened or was answered, in ISO 8601 and UTC. */
    timestamp: string;
    /** Empty for the server itself and the command line. */
    ip_address: string;
}

export interface TenantAuditUser {
    /** The name that a person chose; unique in its tenant. */
    username: string;
}

/** What is left out stays as it is. */
export interface TenantChangeRequest {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name?: string | null;
    /** An internet domain, or the name by which a tenant is called. */
    domain?: string | null;
    /** False refuses the logins, tokens and keys of the tenant until it is true again. */
    is_active?: boolean | null;
}

export interface TenantCreator {
    /** By which other requests name it. */
    id: number;
    /** The name that a person chose; unique in its tenant. */
    username: string;
}

export interface TenantLoginRequest {
    /** The username or the email. */
    username?: string | null;
    /** In clear text; it is kept as a salted hash alone and never answered. */
    password?: string | null;
    /** The tenant; the header X-Tenant-Domain is not looked at here. */
    tenant_domain?: string | null;
}

export interface TenantLoginResponse {
    /** The access token; it lasts as long as those of the other documents. */
    token: string;
    /** The user that it is about. */
    user: TenantLoginUser;
}

export interface TenantLoginUser {
    /** By which other requests name it. */
    id: number;
    /** The name that a person chose; unique in its tenant. */
    username: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** admin, user or viewer; a super admin is an admin here. */
    role: TenantLoginUserRole;
}

/** What is left out stays as it is. */
export interface TenantOrganizationChangeRequest {
    /** 1 to 100 characters, unique in the tenant. */
    name?: string | null;
    /** Empty for none. */
    description?: string | null;
}

export interface TenantOrganizationRequest {
    /** 1 to 100 characters, unique in the tenant. */
    name: string;
    /** What it is or does, for people. */
    description?: string | null;
}

export interface TenantOrganizationResponse {
    /** By which other requests name it. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** Empty where there is none. */
    description: string;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** The number 0 and the name system for the tenant's first organization and for those made at the command line. */
    created_by: TenantCreator;
}

export interface TenantRequest {
    /** What X-Tenant-Domain will name: small letters, digits, points and hyphens. */
    domain: string;
    /** For people; the domain where left out. */
    name?: string | null;
    /** The first administrator. */
    admin?: TenantAdminRequest | null;
}

export interface TenantResponse {
    /** By which other requests name it. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** An internet domain, or the name by which a tenant is called. */
    domain: string;
    /** Whether it can be used now. */
    is_active: boolean;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
}

export interface TenantResultsResponseOfTenantAuditLogResponse {
    /** The entries of this page. */
    results: TenantAuditLogResponse[];
}

/** What is left out stays as it is. */
export interface TenantUserChangeRequest {
    /** The name that a person chose; unique in its tenant. */
    username?: string | null;
    /** An email address; letters in either case are the same address. */
    email?: string | null;
    /** A new one ends all logins of the user. */
    password?: string | null;
    /** A person's given name. */
    first_name?: string | null;
    /** A person's family name. */
    last_name?: string | null;
    /** admin, user or viewer. */
    role?: TenantUserChangeRequestRole | null;
    /** False takes the user out of service, as deleting does; true brings one back. */
    is_active?: boolean | null;
}

export interface TenantUserRequest {
    /** The name that a person chose; unique in its tenant. */
    username: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** In clear text; it is kept as a salted hash alone and never answered. */
    password: string;
    /** A person's given name. */
    first_name?: string | null;
    /** A person's family name. */
    last_name?: string | null;
    /** admin, user or viewer; user where left out. */
    role?: TenantUserRequestRole;
}

export interface TenantUserResponse {
    /** A number below 2^53. */
    id: number;
    /** The name that a person chose; unique in its tenant. */
    username: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** A person's given name. */
    first_name: string;
    /** A person's family name. */
    last_name: string;
    /** admin, user or viewer; a super admin is an admin here. */
    role: TenantUserResponseRole;
    /** False for one who was deleted. */
    is_active: boolean;
}

/** Document 4's error body. */
export interface TenantsErrorBody {
    /** failure. */
    status: TenantsErrorBodyStatus;
    /** What went wrong, for people. */
    error: string;
    /** Always null. */
    data: unknown;
}

export interface WebhookEventDetailResponse {
    /** A UUID. */
    id: string;
    /** Who sent it. */
    service: EventServiceResponse;
    /** What happened, as it was sent. */
    event_type: string;
    /** The body as it was sent. */
    payload: unknown;
    /** As in the list. */
    status: WebhookEventDetailResponseStatus;
    /** How many attempts failed so far. */
    retry_count: number;
    /** When it was taken in: ISO 8601 in UTC. */
    created_at: string;
    /** When it came to its end; null until then. */
    processed_at: string | null;
    /** Why the last attempt failed; empty where none did. */
    error_message: string;
}

export interface WebhookEventResponse {
    /** A UUID. */
    id: string;
    /** Who sent it. */
    service: EventServiceResponse;
    /** What happened, as it was sent. */
    event_type: string;
    /** The body as it was sent. */
    payload: unknown;
    /** pending, processing, completed, ignored (its type has no effect), failed (it can have none), retry or dead. */
    status: WebhookEventResponseStatus;
    /** How many attempts failed so far. */
    retry_count: number;
    /** When it was taken in: ISO 8601 in UTC. */
    created_at: string;
    /** When it came to its end; null until then. */
    processed_at: string | null;
}

export interface WebhookReceivedResponse {
    /** A UUID; of a delivery that came before, the first one's. */
    event_id: string;
}

export type DataSyncResponseSyncType = "users" | "subscriptions" | "notifications";

export type DataSyncResponseStatus = "synced" | "syncing" | "failed";

export type IntegrationHealthResponseStatus = "healthy" | "degraded" | "down";

export type MockNotificationRequestType = "email" | "sms" | "push";

export type MockNotificationResponseType = "email" | "sms" | "push";

export type MockSubscriptionRequestPlan = "basic" | "premium" | "enterprise";

export type MockSubscriptionRequestStatus = "active" | "cancelled" | "expired";

export type MockSubscriptionResponseStatus = "active" | "cancelled" | "expired";

export type MockUserRequestStatus = "active" | "inactive" | "suspended";

export type MockUserResponseStatus = "active" | "inactive" | "suspended";

export type ServiceRecordResponseType = "users" | "subscriptions" | "notifications";

export type ServiceSignatureRequestScheme = "default" | "hmac-sha256" | "github" | "slack" | "stripe" | "standard-webhooks" | "token";

export type ServiceSignatureResponseScheme = "hmac-sha256" | "github" | "slack" | "stripe" | "standard-webhooks" | "token";

export type SyncTriggerRequestSyncType = "users" | "subscriptions" | "notifications";

export type TenantLoginUserRole = "admin" | "user" | "viewer";

export type TenantUserChangeRequestRole = "admin" | "user" | "viewer";

export type TenantUserRequestRole = "admin" | "user" | "viewer";

export type TenantUserResponseRole = "admin" | "user" | "viewer";

export type TenantsErrorBodyStatus = "failure";

export type WebhookEventDetailResponseStatus = "pending" | "processing" | "completed" | "ignored" | "failed" | "retry" | "dead";

export type WebhookEventResponseStatus = "pending" | "processing" | "completed" | "ignored" | "failed" | "retry" | "dead";

export type ServicesListRecordsType = "users" | "subscriptions" | "notifications";

export type WebhookEventsListStatus = "pending" | "processing" | "completed" | "ignored" | "failed" | "retry" | "dead";

/** The operations that need no credentials. */
export const open: ReadonlySet<string> = new Set([
    'POST /api/tenants/auth',
    'POST /api/integrations/webhooks/{service_name}',
    'GET /api/mock/users',
    'POST /api/mock/users',
    'GET /api/mock/subscriptions',
    'POST /api/mock/subscriptions',
    'GET /api/mock/notifications',
    'POST /api/mock/notifications',
    'GET /api/mock/health',
    'GET /api/mock/api/data/{data_type}',
]);

/** Every topic of the surface. */
export class Surface {
    readonly auth: AuthClient;
    readonly auditLogs: AuditLogsClient;
    readonly tenants: TenantsClient;
    readonly users: UsersClient;
    readonly organizations: OrganizationsClient;
    readonly services: ServicesClient;
    readonly webhooks: WebhooksClient;
    readonly webhookEvents: WebhookEventsClient;
    readonly integrationHealth: IntegrationHealthClient;
    readonly dataSync: DataSyncClient;
    readonly mock: MockClient;

    constructor(call: Call) {
        this.auth = new AuthClient(call);
        this.auditLogs = new AuditLogsClient(call);
        this.tenants = new TenantsClient(call);
        this.users = new UsersClient(call);
        this.organizations = new OrganizationsClient(call);
        this.services = new ServicesClient(call);
        this.webhooks = new WebhooksClient(call);
        this.webhookEvents = new WebhookEventsClient(call);
        this.integrationHealth = new IntegrationHealthClient(call);
        this.dataSync = new DataSyncClient(call);
        this.mock = new MockClient(call);
    }
}
