// Made by build/client with NSwag 14.7.1.0 (NJsonSchema v11.6.1.0 (Newtonsoft.Json v13.0.0.0)): not edited by hand.
import type { Call, CallOptions } from '../call.js';

export class AuthClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * End the login session of a token
     */
    logout(body: LogoutRequest, options?: CallOptions): Promise<SuccessResponse> {
        return this.#call({ method: 'POST', path: '/api/auth/logout', body }, options);
    }

}

export class SessionsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The login sessions of the signed-in user
     */
    list(options?: CallOptions): Promise<LoginSessionListResponse> {
        return this.#call({ method: 'GET', path: '/api/auth/sessions' }, options);
    }

    /**
     * End one of the user's login sessions
     * @param session_id The login session, by its id.
     */
    end(session_id: string, options?: CallOptions): Promise<SuccessResponse> {
        return this.#call({ method: 'DELETE', path: '/api/auth/sessions/{session_id}', names: { session_id } }, options);
    }

}

export class ConfigClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The configuration that is in force
     */
    get(options?: CallOptions): Promise<ConfigResponse> {
        return this.#call({ method: 'GET', path: '/api/config' }, options);
    }

    /**
     * Change a part of the configuration
     */
    update(body: ConfigUpdateRequest, options?: CallOptions): Promise<ConfigResponse> {
        return this.#call({ method: 'PUT', path: '/api/config', body }, options);
    }

    /**
     * The changes of the configuration, newest first
     */
    listHistory(query?: {
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        per_page?: number;
    }, options?: CallOptions): Promise<ConfigHistoryResponse> {
        return this.#call({ method: 'GET', path: '/api/config/history', query }, options);
    }

}

export class ProfilesClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The profiles
     */
    list(options?: CallOptions): Promise<ProfileListResponse> {
        return this.#call({ method: 'GET', path: '/api/config/profiles' }, options);
    }

    /**
     * Keep a configuration under a name
     */
    create(body: ProfileCreateRequest, options?: CallOptions): Promise<ConfigProfileResponse> {
        return this.#call({ method: 'POST', path: '/api/config/profiles', body }, options);
    }

    /**
     * One profile
     * @param profile_id The profile, by its id.
     */
    get(profile_id: string, options?: CallOptions): Promise<ConfigProfileResponse> {
        return this.#call({ method: 'GET', path: '/api/config/profiles/{profile_id}', names: { profile_id } }, options);
    }

    /**
     * Change a profile; what was applied of it stays in force
     * @param profile_id The profile, by its id.
     */
    update(profile_id: string, body: ProfileUpdateRequest, options?: CallOptions): Promise<ConfigProfileResponse> {
        return this.#call({ method: 'PUT', path: '/api/config/profiles/{profile_id}', names: { profile_id }, body }, options);
    }

    /**
     * Forget a profile; what was applied of it stays in force
     * @param profile_id The profile, by its id.
     */
    delete(profile_id: string, options?: CallOptions): Promise<SuccessResponse> {
        return this.#call({ method: 'DELETE', path: '/api/config/profiles/{profile_id}', names: { profile_id } }, options);
    }

    /**
     * Put the whole configuration of a profile in force
     * @param profile_id The profile, by its id.
     */
    apply(profile_id: string, options?: CallOptions): Promise<ConfigResponse> {
        return this.#call({ method: 'POST', path: '/api/config/profiles/{profile_id}/apply', names: { profile_id } }, options);
    }

}

export class ModulesClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * All modules, installed or not
     */
    list(options?: CallOptions): Promise<ModuleListResponse> {
        return this.#call({ method: 'GET', path: '/api/modules' }, options);
    }

    /**
     * One module
     * @param module The module, by the name of its tool.
     */
    get(module: string, options?: CallOptions): Promise<ModuleResponse> {
        return this.#call({ method: 'GET', path: '/api/modules/{module}', names: { module } }, options);
    }

    /**
     * Change a module's settings, or switch it on or off
     * @param module The module, by the name of its tool.
     */
    update(module: string, body: ModuleUpdateRequest, options?: CallOptions): Promise<ModuleResponse> {
        return this.#call({ method: 'PUT', path: '/api/modules/{module}', names: { module }, body }, options);
    }

    /**
     * Uninstall a module; ?force=true does so although organizations have it
     * @param module The module, by the name of its tool.
     */
    uninstall(module: string, query?: {
        /** Whether to uninstall it although other modules need it. */
        force?: boolean;
    }, options?: CallOptions): Promise<SuccessResponse> {
        return this.#call({ method: 'DELETE', path: '/api/modules/{module}', names: { module }, query }, options);
    }

    /**
     * Install a module, and before it those that it needs
     */
    install(body: ModuleInstallRequest, options?: CallOptions): Promise<ModuleResponse> {
        return this.#call({ method: 'POST', path: '/api/modules/install', body }, options);
    }

}

export class MarketplaceClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * All modules with how much they are used and liked
     */
    list(query?: {
        /** Only what has this text in its names. */
        search?: string;
        /** Only this category. */
        category?: string;
        /** Only what has this tag. */
        tag?: string;
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        per_page?: number;
    }, options?: CallOptions): Promise<MarketplaceResponse> {
        return this.#call({ method: 'GET', path: '/api/modules/marketplace', query }, options);
    }

}

export class RatingsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Rate a module, or change one's rating
     * @param module The module, by the name of its tool.
     */
    set(module: string, body: RatingRequest, options?: CallOptions): Promise<MarketplaceModuleResponse> {
        return this.#call({ method: 'PUT', path: '/api/modules/{module}/rating', names: { module }, body }, options);
    }

    /**
     * Take one's rating back
     * @param module The module, by the name of its tool.
     */
    delete(module: string, options?: CallOptions): Promise<SuccessResponse> {
        return this.#call({ method: 'DELETE', path: '/api/modules/{module}/rating', names: { module } }, options);
    }

}

export class PreferencesClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The user's preferences
     */
    get(options?: CallOptions): Promise<unknown> {
        return this.#call({ method: 'GET', path: '/api/preferences' }, options);
    }

    /**
     * Set some preferences; null takes one away, the others stay
     */
    set(body: unknown, options?: CallOptions): Promise<unknown> {
        return this.#call({ method: 'PUT', path: '/api/preferences', body }, options);
    }

    /**
     * Take one preference away
     * @param key The preference, by its name.
     */
    delete(key: string, options?: CallOptions): Promise<SuccessResponse> {
        return this.#call({ method: 'DELETE', path: '/api/preferences/{key}', names: { key } }, options);
    }

}

export class StatusClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * How the server started, its modules and its performance; to admins of the default tenant also settings to look at
     */
    get(options?: CallOptions): Promise<StatusResponse> {
        return this.#call({ method: 'GET', path: '/api/status' }, options);
    }

}

export class ActivityClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * What the user did, newest first; what everybody did for admins
     */
    list(query?: {
        /** The user, by its id. */
        user_id?: string;
        /** Only this kind. */
        type?: ActivityListType;
        /** From when, in ISO 8601; a date alone is its midnight in UTC. */
        start_date?: string;
        /** Until when, in ISO 8601, not included; a date alone is that whole day. */
        end_date?: string;
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        per_page?: number;
    }, options?: CallOptions): Promise<ActivityListResponse> {
        return this.#call({ method: 'GET', path: '/api/activity', query }, options);
    }

}

export class TicketsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * A ticket that opens one WebSocket within 30 seconds
     */
    create(options?: CallOptions): Promise<TicketResponse> {
        return this.#call({ method: 'POST', path: '/api/ws/ticket' }, options);
    }

}

/** Something that a person did. */
export interface ActivityBody {
    /** By which other requests name it. */
    id: string;
    /** login, logout, tool_auth, tool_execution or other. */
    type: ActivityBodyType;
    /** A user, or an external owner by name. */
    user_id: string;
    /** A sentence for people. */
    description: string;
    /** Facts for programs. */
    metadata: unknown;
    /** ISO 8601 in UTC. */
    created_at: string;
}

export interface ActivityListResponse {
    /** Newest first. */
    activities: ActivityBody[];
    /** How many there are in the whole list, on all pages. */
    total: number;
    /** The number of this page, from 1. */
    page: number;
    /** How many entries a page has at most. */
    per_page: number;
}

export interface ConfigChangeResponse {
    /** By which other requests name it. */
    id: string;
    /** Who made it; null where the account is gone. */
    user_id: string | null;
    /** The profile that was applied; null for none. */
    profile_id: string | null;
    /** What it was called then; null for none. */
    profile_name: string | null;
    /** What it was before the change. */
    before: SystemConfigBody;
    /** What it was after the change. */
    after: SystemConfigBody;
    /** ISO 8601 in UTC. */
    changed_at: string;
}

export interface ConfigHistoryResponse {
    /** Newest first. */
    changes: ConfigChangeResponse[];
    /** How many there are in the whole list, on all pages. */
    total: number;
    /** The number of this page, from 1. */
    page: number;
    /** How many entries a page has at most. */
    per_page: number;
}

export interface ConfigProfileResponse {
    /** By which other requests name it. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** What it is or does, for people. */
    description: string;
    /** The configuration, or the part of it that changes. */
    config: SystemConfigBody;
    /** ISO 8601 in UTC. */
    created_at: string;
    /** ISO 8601 in UTC. */
    updated_at: string;
}

export interface ConfigResponse {
    /** The configuration, or the part of it that changes. */
    config: SystemConfigBody;
    /** ISO 8601 in UTC. */
    last_updated: string;
}

export interface ConfigUpdateRequest {
    /** A part of the configuration: objects are merged, lists replaced, unknown members refused. */
    config: unknown;
}

export interface GeneralConfig {
    /** 1 to 100 characters. */
    site_name: string;
    /** An IANA time zone, such as Europe/Berlin. */
    timezone: string;
    /** A BCP 47 language tag, such as en-US. */
    locale: string;
}

export interface InitializationStatus {
    /** pending, in_progress, completed or failed. */
    status: InitializationStatusStatus;
    /** 0 to 100. */
    progress: number;
    /** settings, database, keys, schema, administrator, mock_services, catalog, or ready. */
    current_step: string;
}

export interface LoginSessionListResponse {
    /** Those that last, the last used first. */
    sessions: LoginSessionResponse[];
    /** The session of this request's token. */
    current_session_id: string;
}

export interface LoginSessionResponse {
    /** By which other requests name it. */
    id: string;
    /** The user that it belongs to or is about. */
    user_id: string;
    /** From where it was begun; empty where that is not known. */
    ip_address: string;
    /** With what it was begun; empty where that is not known. */
    user_agent: string;
    /** ISO 8601 in UTC, to a few seconds. */
    last_activity: string;
    /** ISO 8601 in UTC. */
    created_at: string;
}

export interface LogoutRequest {
    /** An access token or a refresh token of the caller; the login session that it belongs to ends. */
    token: string;
}

export interface MarketplaceModuleResponse {
    /** By which other requests name it. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** What it is or does, for people. */
    description: string;
    /** The newest version that can be installed. */
    latest_version: string;
    /** Who made the tool. */
    author: string;
    /** How often it was installed, on the platform or for an organization. */
    downloads: number;
    /** The average of all ratings from 1 to 5, with two decimals; 0 without a rating. */
    rating: number;
    /** The modules that it needs. */
    dependencies: string[];
    /** Words to find it by. */
    tags: string[];
}

export interface MarketplaceResponse {
    /** Those that are looked for, by name. */
    modules: MarketplaceModuleResponse[];
    /** Of all modules. */
    categories: string[];
    /** Of all modules. */
    tags: string[];
}

export interface ModuleInstallRequest {
    /** A tool of the catalog. */
    module_id: string;
    /** The version that the catalog has; null for whichever that is. */
    version?: string | null;
}

export interface ModuleListResponse {
    /** Installed or not, by name. */
    modules: ModuleResponse[];
}

export interface ModuleResponse {
    /** The name of its tool. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** What it is or does, for people. */
    description: string;
    /** By semantic versioning. */
    version: string;
    /** Who made the tool. */
    author: string;
    /** The modules without which it can't be used. */
    dependencies: string[];
    /** installed or available. Whether an installed one is switched on, the configuration says. */
    status: ModuleResponseStatus;
    /** Values by the names of its manifest's environment variables; secrets are ***. */
    settings: { [key: string]: string; };
}

export interface ModuleUpdateRequest {
    /** Put over what is stored: null takes a value away, and a secret that is sent as *** keeps its. */
    settings?: unknown;
    /** Whether it is switched on; null leaves as it is. */
    enabled?: boolean | null;
}

export interface ModulesConfig {
    /** The installed modules that are switched on. */
    enabled: string[];
    /** The installed modules that are switched off. */
    disabled: string[];
}

export interface ModulesStatus {
    /** Manifests, good or not. */
    total: number;
    /** Tools that can be used now. */
    active: number;
    /** Manifests that have problems. */
    errors: number;
}

export interface PasswordPolicyConfig {
    /** How many characters a new password has at the least, 8 to 128. */
    min_length: number;
    /** Whether a new password needs a character that is neither a letter nor a digit. */
    require_special: boolean;
}

export interface PerformanceStatus {
    /** Percent of the memory that the server may use, at the last sample. */
    memory_usage: number;
    /** Percent of all processors, at the last sample. */
    cpu_usage: number;
    /** Milliseconds, the average of this hour and the one before. */
    response_time: number;
}

/** Document 5's error body. */
export interface PlatformErrorBody {
    /** What went wrong. */
    error: PlatformErrorFacts;
    /** The HTTP status once more. */
    status: number;
}

export interface PlatformErrorFacts {
    /** AUTH_REQUIRED, INVALID_TOKEN, PERMISSION_DENIED, VALIDATION_ERROR, MODULE_ERROR, SYSTEM_ERROR, or the cause in upper case. */
    code: string;
    /** What went wrong, for people. */
    message: string;
    /** The problems of the input, or facts for programs; absent where there are none. */
    details?: unknown;
}

export interface ProfileCreateRequest {
    /** 1 to 100 characters, unique without regard to case. */
    name: string;
    /** At most 500 characters. */
    description: string;
    /** A whole configuration. */
    config: unknown;
}

export interface ProfileListResponse {
    /** By name. */
    profiles: ConfigProfileResponse[];
}

export interface ProfileUpdateRequest {
    /** Null leaves as it is. */
    name?: string | null;
    /** Null leaves as it is. */
    description?: string | null;
    /** A whole configuration, which replaces the old one; null leaves as it is. */
    config?: unknown;
}

export interface RatingRequest {
    /** 1 to 5. */
    rating: number;
}

export interface SecurityConfig {
    /** What passwords have to be. */
    password_policy: PasswordPolicyConfig;
    /** After how many seconds without a request a login session ends, 60 to 31622400. */
    session_timeout: number;
}

export interface StatusResponse {
    /** The state that it is in. */
    status: SystemStatusBody;
    /** When it was looked, ISO 8601 in UTC. */
    last_updated: string;
    /** For admins of the default tenant alone, and only where there are any: settings that are seldom right outside of Development, a sentence each. */
    warnings?: string[] | null;
}

export interface SuccessResponse {
    /** true. */
    success: boolean;
}

/** The whole configuration. */
export interface SystemConfigBody {
    /** The name of the site, its time zone and language. */
    general: GeneralConfig;
    /** What governs passwords and sessions. */
    security: SecurityConfig;
    /** The modules of the platform. */
    modules: ModulesConfig;
}

/** How the server fares. */
export interface SystemStatusBody {
    /** The steps of the start. */
    initialization: InitializationStatus;
    /** The modules of the platform. */
    modules: ModulesStatus;
    /** Measured numbers of this server. */
    performance: PerformanceStatus;
}

export interface TicketResponse {
    /** Opens one socket: `/api/ws?ticket=...`. */
    ticket: string;
    /** Seconds. */
    expires_in: number;
}

export type ActivityBodyType = "login" | "logout" | "tool_auth" | "tool_execution" | "other";

export type InitializationStatusStatus = "pending" | "in_progress" | "completed" | "failed";

export type ModuleResponseStatus = "installed" | "available";

export type ActivityListType = "login" | "logout" | "tool_auth" | "tool_execution" | "other";

/** The operations that need no credentials. */
export const open: ReadonlySet<string> = new Set([
]);

/** Every topic of the surface. */
export class Surface {
    readonly auth: AuthClient;
    readonly sessions: SessionsClient;
    readonly config: ConfigClient;
    readonly profiles: ProfilesClient;
    readonly modules: ModulesClient;
    readonly marketplace: MarketplaceClient;
    readonly ratings: RatingsClient;
    readonly preferences: PreferencesClient;
    readonly status: StatusClient;
    readonly activity: ActivityClient;
    readonly tickets: TicketsClient;

    constructor(call: Call) {
        this.auth = new AuthClient(call);
        this.sessions = new SessionsClient(call);
        this.config = new ConfigClient(call);
        this.profiles = new ProfilesClient(call);
        this.modules = new ModulesClient(call);
        this.marketplace = new MarketplaceClient(call);
        this.ratings = new RatingsClient(call);
        this.preferences = new PreferencesClient(call);
        this.status = new StatusClient(call);
        this.activity = new ActivityClient(call);
        this.tickets = new TicketsClient(call);
    }
}
