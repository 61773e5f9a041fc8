// Made by build/client with NSwag 14.7.1.0 (NJsonSchema v11.6.1.0 (Newtonsoft.Json v13.0.0.0)): not edited by hand.
import type { Call, CallOptions } from '../call.js';

export class AuthClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Make an account and sign in
     */
    register(body: RegisterRequest, options?: CallOptions): Promise<TokensResponse> {
        return this.#call({ method: 'POST', path: '/api/auth/register', body }, options);
    }

    /**
     * Sign in with email and password
     */
    login(body: LoginRequest, options?: CallOptions): Promise<TokensResponse> {
        return this.#call({ method: 'POST', path: '/api/auth/login', body }, options);
    }

    /**
     * Exchange a refresh token for new tokens
     */
    refresh(body: RefreshRequest, options?: CallOptions): Promise<TokensResponse> {
        return this.#call({ method: 'POST', path: '/api/auth/refresh', body }, options);
    }

    /**
     * The signed-in user
     */
    me(options?: CallOptions): Promise<MeResponse> {
        return this.#call({ method: 'GET', path: '/api/auth/me' }, options);
    }

    /**
     * The organizations of the signed-in user; with ?role= only those where the user is that
     */
    myOrganizations(query?: {
        /** Only organizations in which the caller is this. */
        role?: AuthMyOrganizationsRole;
    }, options?: CallOptions): Promise<MyOrganizationsResponse> {
        return this.#call({ method: 'GET', path: '/api/auth/me/organizations', query }, options);
    }

    /**
     * Begin to connect a tool: a URL for the user, or done at once for tools with manual authentication
     * @param tool_name The tool, by its name in the catalog.
     */
    getUrl(tool_name: string, query?: {
        /** Which of the person's accounts of the tool; the default one without it. Connecting one that there is not makes it. */
        account?: string;
    }, options?: CallOptions): Promise<AuthUrlResponse> {
        return this.#call({ method: 'GET', path: '/api/auth/url/{tool_name}', names: { tool_name }, query }, options);
    }

    /**
     * Connect a tool with credentials
     */
    connectManually(body: ManualAuthRequest, query?: {
        /** Which of the person's accounts of the tool; the default one without it. Connecting one that there is not makes it. */
        account?: string;
    }, options?: CallOptions): Promise<ToolDoneResponse> {
        return this.#call({ method: 'POST', path: '/api/auth/manual', body, query }, options);
    }

    /**
     * Where authorization servers send people back to
     * @param tool_name The tool, by its name in the catalog.
     */
    callback(tool_name: string, query?: {
        /** The state that the authorization began with (RFC 6749, section 4.1.2). */
        state?: string;
        /** The authorization code (RFC 6749, section 4.1.2). */
        code?: string;
        /** Who sends it (RFC 9207); it must be the tool's authorization server. */
        iss?: string;
        /** Why there is no code (RFC 6749, section 4.1.2.1). */
        error?: string;
        /** The same for people. */
        error_description?: string;
    }, options?: CallOptions): Promise<CallbackResponse> {
        return this.#call({ method: 'GET', path: '/api/auth/callback/{tool_name}', names: { tool_name }, query }, options);
    }

    /**
     * Every tool with what the user has connected and enabled
     */
    listTools(query?: {
        /** Whether to tell everything about each tool. */
        detail?: boolean;
    }, options?: CallOptions): Promise<OwnToolsResponse> {
        return this.#call({ method: 'GET', path: '/api/auth/tools', query }, options);
    }

    /**
     * Switch a connected tool on or off
     * @param tool_name The tool, by its name in the catalog.
     */
    setToolStatus(tool_name: string, body: ToolStatusRequest, query?: {
        /** Which of the person's accounts of the tool; the default one without it. Connecting one that there is not makes it. */
        account?: string;
    }, options?: CallOptions): Promise<ToolStatusResponse> {
        return this.#call({ method: 'PUT', path: '/api/auth/tools/{tool_name}/status', names: { tool_name }, body, query }, options);
    }

    /**
     * Switch one action of a connected tool on or off
     * @param tool_name The tool, by its name in the catalog.
     * @param action_name The action of the tool, by its name or an alias.
     */
    setActionStatus(tool_name: string, action_name: string, body: ActionStatusRequest, query?: {
        /** Which of the person's accounts of the tool; the default one without it. Connecting one that there is not makes it. */
        account?: string;
    }, options?: CallOptions): Promise<ActionStatusResponse> {
        return this.#call({ method: 'PUT', path: '/api/auth/tools/{tool_name}/actions/{action_name}/status', names: { tool_name, action_name }, body, query }, options);
    }

    /**
     * Delete a connection and all that is stored of it
     * @param tool_name The tool, by its name in the catalog.
     */
    disconnect(tool_name: string, query?: {
        /** Which of the person's accounts of the tool; the default one without it. Connecting one that there is not makes it. */
        account?: string;
    }, options?: CallOptions): Promise<ToolDoneResponse> {
        return this.#call({ method: 'DELETE', path: '/api/auth/tools/{tool_name}', names: { tool_name }, query }, options);
    }

}

export class SystemClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Make an account in the default organization
     */
    createUser(body: CreateUserRequest, options?: CallOptions): Promise<CreatedUserResponse> {
        return this.#call({ method: 'POST', path: '/api/system/users/create', body }, options);
    }

    /**
     * Make the first super admin with the token that the first start printed
     */
    bootstrap(body: BootstrapRequest, options?: CallOptions): Promise<CreatedUserResponse> {
        return this.#call({ method: 'POST', path: '/api/system/bootstrap', body }, options);
    }

    /**
     * Whether the server answers
     */
    health(options?: CallOptions): Promise<SystemHealthResponse> {
        return this.#call({ method: 'GET', path: '/api/system/health' }, options);
    }

    /**
     * Whether the token is an admin's
     */
    validateAuth(options?: CallOptions): Promise<ValidateAuthResponse> {
        return this.#call({ method: 'GET', path: '/api/system/validate-auth' }, options);
    }

    /**
     * How many admins there are
     */
    getAdminStatus(options?: CallOptions): Promise<AdminStatusResponse> {
        return this.#call({ method: 'GET', path: '/api/system/admin-status' }, options);
    }

    /**
     * Which tools this installation has, and whether all manifests are in order
     */
    getDeploymentStatus(options?: CallOptions): Promise<DeploymentStatusResponse> {
        return this.#call({ method: 'GET', path: '/api/system/deployment-status' }, options);
    }

    /**
     * Where the settings come from
     */
    getConfig(options?: CallOptions): Promise<SystemConfigResponse> {
        return this.#call({ method: 'GET', path: '/api/system/config' }, options);
    }

    /**
     * Read the settings file again; one with a fault changes nothing
     */
    reloadConfig(options?: CallOptions): Promise<ReloadConfigResponse> {
        return this.#call({ method: 'POST', path: '/api/system/config/reload' }, options);
    }

    /**
     * Apply the migrations that are pending
     */
    updateDatabase(options?: CallOptions): Promise<UpdateDatabaseResponse> {
        return this.#call({ method: 'POST', path: '/api/system/database/update' }, options);
    }

}

export class ToolsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Execute an action of a tool that the organization has installed and the user has connected
     * @param tool_name The tool, by its name in the catalog.
     */
    execute(tool_name: string, body: ExecuteRequest, options?: CallOptions): Promise<ExecuteResponse> {
        return this.#call({ method: 'POST', path: '/api/tools/{tool_name}/execute', names: { tool_name }, body }, options);
    }

    /**
     * Execute up to 100 actions at once; one that fails fails alone
     */
    executeBatch(body: BatchRequest, options?: CallOptions): Promise<BatchResponse> {
        return this.#call({ method: 'POST', path: '/api/tools/execute-batch', body }, options);
    }

    /**
     * The tools that the organization has installed
     */
    listAvailable(options?: CallOptions): Promise<AvailableToolsResponse> {
        return this.#call({ method: 'GET', path: '/api/tools/available' }, options);
    }

    /**
     * The same with what the user has connected and enabled
     */
    listMine(options?: CallOptions): Promise<MyToolsResponse> {
        return this.#call({ method: 'GET', path: '/api/tools/user' }, options);
    }

    /**
     * The enabled actions of the user's active tools as functions, in OpenAI's format or with format=anthropic in Anthropic's
     */
    listFunctions(query?: {
        /** In which form to answer. */
        format?: ToolsListFunctionsFormat;
    }, options?: CallOptions): Promise<FunctionsResponse> {
        return this.#call({ method: 'GET', path: '/api/tools/openai-tools', query }, options);
    }

}

export class OrganizationsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Add an organization
     */
    create(body: CreateOrganizationRequest, options?: CallOptions): Promise<CreateOrganizationResponse> {
        return this.#call({ method: 'POST', path: '/api/organizations', body }, options);
    }

    /**
     * The organizations, by slug; page, limit (at most 100) and search in name and slug
     */
    list(query?: {
        /** Which page, from 1. */
        page?: number;
        /** How many entries to answer. */
        limit?: number;
        /** Only what has this text in its names. */
        search?: string;
    }, options?: CallOptions): Promise<OrganizationListResponse> {
        return this.#call({ method: 'GET', path: '/api/organizations', query }, options);
    }

    /**
     * An organization and its places for users
     * @param organization_id The organization, by its id.
     */
    get(organization_id: string, options?: CallOptions): Promise<OrganizationDetailsResponse> {
        return this.#call({ method: 'GET', path: '/api/organizations/{organization_id}', names: { organization_id } }, options);
    }

    /**
     * Change an organization
     * @param organization_id The organization, by its id.
     */
    update(organization_id: string, body: UpdateOrganizationRequest, options?: CallOptions): Promise<UpdateOrganizationResponse> {
        return this.#call({ method: 'PUT', path: '/api/organizations/{organization_id}', names: { organization_id }, body }, options);
    }

    /**
     * Delete an organization; its users move to the default one, its service keys end
     * @param organization_id The organization, by its id.
     */
    delete(organization_id: string, options?: CallOptions): Promise<DoneResponse> {
        return this.#call({ method: 'DELETE', path: '/api/organizations/{organization_id}', names: { organization_id } }, options);
    }

    /**
     * An organization by its slug, for who administers it
     * @param slug The organization's slug.
     */
    getBySlug(slug: string, options?: CallOptions): Promise<OrganizationResponse> {
        return this.#call({ method: 'GET', path: '/api/organizations/slug/{slug}', names: { slug } }, options);
    }

    /**
     * An organization by its internet domain, for who administers it
     * @param domain The organization's internet domain.
     */
    getByDomain(domain: string, options?: CallOptions): Promise<OrganizationResponse> {
        return this.#call({ method: 'GET', path: '/api/organizations/domain/{domain}', names: { domain } }, options);
    }

    /**
     * The users of an organization in the order in which they joined; page and limit (at most 100)
     * @param organization_id The organization, by its id.
     */
    listUsers(organization_id: string, query?: {
        /** Which page, from 1. */
        page?: number;
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<OrganizationUsersResponse> {
        return this.#call({ method: 'GET', path: '/api/organizations/{organization_id}/users', names: { organization_id }, query }, options);
    }

    /**
     * Add a user to an organization, or give a user of it another role
     * @param organization_id The organization, by its id.
     */
    addUser(organization_id: string, body: AddOrganizationUserRequest, options?: CallOptions): Promise<DoneResponse> {
        return this.#call({ method: 'POST', path: '/api/organizations/{organization_id}/users', names: { organization_id }, body }, options);
    }

    /**
     * Take a user out of an organization; the user moves to the default one
     * @param organization_id The organization, by its id.
     * @param user_id The user, by its id.
     */
    removeUser(organization_id: string, user_id: string, options?: CallOptions): Promise<DoneResponse> {
        return this.#call({ method: 'DELETE', path: '/api/organizations/{organization_id}/users/{user_id}', names: { organization_id, user_id } }, options);
    }

    /**
     * An organization in numbers
     * @param organization_id The organization, by its id.
     */
    getStats(organization_id: string, options?: CallOptions): Promise<OrganizationStatisticsResponse> {
        return this.#call({ method: 'GET', path: '/api/organizations/{organization_id}/stats', names: { organization_id } }, options);
    }

}

export class IntegrationsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The tools that the organization has installed; secrets of their configuration are for its admins
     */
    listInstalled(options?: CallOptions): Promise<InstalledIntegrationsResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/installed' }, options);
    }

    /**
     * Install a tool for the organization
     */
    install(body: InstallIntegrationRequest, options?: CallOptions): Promise<InstallIntegrationResponse> {
        return this.#call({ method: 'POST', path: '/api/integrations/install', body }, options);
    }

    /**
     * Take a tool away from the organization, with its configuration and variables
     * @param tool_name The tool, by its name in the catalog.
     */
    uninstall(tool_name: string, options?: CallOptions): Promise<IntegrationDoneResponse> {
        return this.#call({ method: 'DELETE', path: '/api/integrations/{tool_name}', names: { tool_name } }, options);
    }

    /**
     * Replace the configuration of an installed tool
     * @param tool_name The tool, by its name in the catalog.
     */
    updateConfig(tool_name: string, body: IntegrationConfigRequest, options?: CallOptions): Promise<IntegrationDoneResponse> {
        return this.#call({ method: 'PUT', path: '/api/integrations/{tool_name}/config', names: { tool_name }, body }, options);
    }

    /**
     * The configuration of an installed tool
     * @param tool_name The tool, by its name in the catalog.
     */
    getConfig(tool_name: string, options?: CallOptions): Promise<IntegrationConfigResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/{tool_name}/config', names: { tool_name } }, options);
    }

    /**
     * Install a tool with the organization's own environment variables, or set them where it is installed
     * @param tool_name The tool, by its name in the catalog.
     */
    adminInstall(tool_name: string, body: IntegrationEnvironmentRequest, options?: CallOptions): Promise<AdminInstallIntegrationResponse> {
        return this.#call({ method: 'POST', path: '/api/integrations/{tool_name}/admin-install', names: { tool_name }, body }, options);
    }

    /**
     * Set environment variables of an installed tool; those that are not named stay
     * @param tool_name The tool, by its name in the catalog.
     */
    updateEnvironment(tool_name: string, body: IntegrationEnvironmentRequest, options?: CallOptions): Promise<IntegrationEnvironmentResponse> {
        return this.#call({ method: 'PUT', path: '/api/integrations/{tool_name}/environment', names: { tool_name }, body }, options);
    }

    /**
     * Every tool that can be installed
     */
    listAvailable(options?: CallOptions): Promise<AvailableIntegrationsResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/available' }, options);
    }

    /**
     * The tools that the organization has not installed
     */
    listNotInstalled(options?: CallOptions): Promise<NotInstalledIntegrationsResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/not-installed' }, options);
    }

    /**
     * Read the folder of tools again; auto_install (true where it is left out) installs those that the server is set up for
     */
    sync(query?: {
        /** Whether to install the tools whose required variables are there. */
        auto_install?: boolean;
    }, options?: CallOptions): Promise<SyncIntegrationsResponse> {
        return this.#call({ method: 'POST', path: '/api/integrations/sync', query }, options);
    }

    /**
     * What a tool can do and what it needs
     * @param tool_name The tool, by its name in the catalog.
     */
    getSchema(tool_name: string, options?: CallOptions): Promise<IntegrationSchemaResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/{tool_name}/schema', names: { tool_name } }, options);
    }

    /**
     * Every tool with whether the organization has installed it
     */
    getStatus(options?: CallOptions): Promise<IntegrationStatusResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/status' }, options);
    }

    /**
     * Whether the installed tools have what they need
     */
    getAdminStatus(options?: CallOptions): Promise<IntegrationAdminStatusResponse> {
        return this.#call({ method: 'GET', path: '/api/integrations/admin-status' }, options);
    }

}

export class DashboardClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The organization at a glance
     */
    getStats(options?: CallOptions): Promise<DashboardStatisticsResponse> {
        return this.#call({ method: 'GET', path: '/api/dashboard/stats' }, options);
    }

    /**
     * The organization's records of all six kinds, newest first; limit, offset, start_date, end_date, log_type, level
     */
    listLogs(query?: {
        /** How many entries to answer. */
        limit?: number;
        /** How many entries to leave out at the beginning. */
        offset?: number;
        /** From when, in ISO 8601; a date alone is its midnight in UTC. */
        start_date?: string;
        /** Until when, in ISO 8601, not included; a date alone is that whole day. */
        end_date?: string;
        /** Only records of this kind. */
        log_type?: DashboardListLogsLogType;
        /** Only records as grave as this. */
        level?: DashboardListLogsLevel;
    }, options?: CallOptions): Promise<DashboardLogsResponse> {
        return this.#call({ method: 'GET', path: '/api/dashboard/logs', query }, options);
    }

}

export class DashboardUsersClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The users of the organization; search in email and username, status active or inactive, sort_by name, email, created_at or last_active, order asc or desc, page, limit
     */
    list(query?: {
        /** Which page, from 1. */
        page?: number;
        /** How many entries to answer. */
        limit?: number;
        /** Only what has this text in its names. */
        search?: string;
        /** Only what is in this state. */
        status?: DashboardUsersListStatus;
        /** What the list is sorted by. */
        sort_by?: DashboardUsersListSortBy;
        /** Upwards or downwards. */
        order?: DashboardUsersListOrder;
    }, options?: CallOptions): Promise<DashboardUsersResponse> {
        return this.#call({ method: 'GET', path: '/api/dashboard/users', query }, options);
    }

    /**
     * The users of the organization in numbers
     */
    getStats(options?: CallOptions): Promise<DashboardUserStatisticsResponse> {
        return this.#call({ method: 'GET', path: '/api/dashboard/users/stats' }, options);
    }

    /**
     * A user of the organization with tools, activities and login sessions
     * @param user_id The user, by its id.
     */
    get(user_id: string, options?: CallOptions): Promise<DashboardUserDetailsResponse> {
        return this.#call({ method: 'GET', path: '/api/dashboard/users/{user_id}', names: { user_id } }, options);
    }

}

export class LogsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Remove records that are older than the settings say, or than ?days=; 0 removes all
     */
    cleanUp(query?: {
        /** How many days back. */
        days?: number;
    }, options?: CallOptions): Promise<CleanUpLogsResponse> {
        return this.#call({ method: 'POST', path: '/api/system/logs/cleanup', query }, options);
    }

    /**
     * How many records are stored
     */
    getStats(options?: CallOptions): Promise<LogCountsResponse> {
        return this.#call({ method: 'GET', path: '/api/system/logs/stats' }, options);
    }

}

export class MonitoringClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * How many records were made in the last hours; hours
     */
    getLogStats(query?: {
        /** How many hours back. */
        hours?: number;
    }, options?: CallOptions): Promise<LogStatisticsResponse> {
        return this.#call({ method: 'GET', path: '/api/monitoring/logs/stats', query }, options);
    }

    /**
     * The newest errors; limit
     */
    listErrors(query?: {
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<RecentErrorsResponse> {
        return this.#call({ method: 'GET', path: '/api/monitoring/errors/recent', query }, options);
    }

    /**
     * The newest requests that took too long; limit
     */
    listSlowRequests(query?: {
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<SlowRequestsResponse> {
        return this.#call({ method: 'GET', path: '/api/monitoring/performance/slow', query }, options);
    }

    /**
     * What should be looked at; limit
     */
    listAlerts(query?: {
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<SecurityAlertsResponse> {
        return this.#call({ method: 'GET', path: '/api/monitoring/security/alerts', query }, options);
    }

}

export class AnalyticsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * People, tools, load and alerts; period
     */
    getOverview(query?: {
        /** How far back to count; 7d where it is left out. */
        period?: AnalyticsGetOverviewPeriod;
    }, options?: CallOptions): Promise<AnalyticsResponseOfOverviewData> {
        return this.#call({ method: 'GET', path: '/api/dashboard/analytics/overview', query }, options);
    }

    /**
     * The people; period, group_by hour, day, week or month
     */
    getUsers(query?: {
        /** How far back to count; 7d where it is left out. */
        period?: AnalyticsGetUsersPeriod;
        /** The step of the series; day where it is left out. */
        group_by?: AnalyticsGetUsersGroupBy;
    }, options?: CallOptions): Promise<AnalyticsResponseOfUserAnalyticsData> {
        return this.#call({ method: 'GET', path: '/api/dashboard/analytics/users', query }, options);
    }

    /**
     * The tools; period, category
     */
    getTools(query?: {
        /** How far back to count; 7d where it is left out. */
        period?: AnalyticsGetToolsPeriod;
        /** Only this category. */
        category?: string;
    }, options?: CallOptions): Promise<AnalyticsResponseOfToolAnalyticsData> {
        return this.#call({ method: 'GET', path: '/api/dashboard/analytics/tools', query }, options);
    }

    /**
     * Response times, errors and machines; period, metric for one member alone
     */
    getPerformance(query?: {
        /** How far back to count; 7d where it is left out. */
        period?: AnalyticsGetPerformancePeriod;
        /** Only this part of the numbers. */
        metric?: AnalyticsGetPerformanceMetric;
    }, options?: CallOptions): Promise<AnalyticsResponseOfPerformanceAnalyticsData> {
        return this.#call({ method: 'GET', path: '/api/dashboard/analytics/performance', query }, options);
    }

    /**
     * Logins, suspicious events and the score; period, event_type
     */
    getSecurity(query?: {
        /** How far back to count; 7d where it is left out. */
        period?: AnalyticsGetSecurityPeriod;
        /** Only events of this type. */
        event_type?: AnalyticsGetSecurityEventType;
    }, options?: CallOptions): Promise<AnalyticsResponseOfSecurityAnalyticsData> {
        return this.#call({ method: 'GET', path: '/api/dashboard/analytics/security', query }, options);
    }

}

export interface ActionStatusRequest {
    /** True switches the action off: it disappears from the lists and is refused when executed. */
    is_disabled?: boolean | null;
    /** The contrary, as lists of actions show it; one of the two is needed. */
    is_active?: boolean | null;
}

export interface ActionStatusResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** The user that it belongs to or is about. */
    user_id: string;
    /** The tool, by its name in the catalog. */
    tool_name: string;
    /** The action of the tool. */
    action_name: string;
    /** Whether the action is switched off. */
    is_disabled: boolean;
}

export interface AddOrganizationUserRequest {
    /** A user of the tenant. */
    user_id: string;
    /** member, admin or owner; only owners and system admins make owners. */
    role?: AddOrganizationUserRequestRole;
}

export interface AdminInfo {
    /** Whether there is one. */
    has_admin: boolean;
    /** Active admins and super admins of the tenant. */
    admin_count: number;
    /** Whether one of them is a super admin. */
    setup_complete: boolean;
}

export interface AdminInstallIntegrationResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The tool, by its name in the catalog. */
    tool_name: string;
    /** Every required variable has a value, of the organization or of the server. */
    environment_configured: boolean;
    /** When it was installed, in ISO 8601 and UTC. */
    installed_at: string;
}

export interface AdminStatusResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** What the caller administers. */
    admin_info: AdminInfo;
    /** A sentence for people. */
    message: string;
}

export interface AnalyticsMeta {
    /** When it was worked out; ISO 8601, UTC. */
    timestamp: string;
    /** `24h`, `7d`, `30d` or `90d`, up to the end of this hour. */
    period: AnalyticsMetaPeriod;
    /** Always false: it is worked out for each request. */
    cached: boolean;
}

/** Analytics of an organization. */
export interface AnalyticsResponseOfOverviewData {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** What was asked for. */
    data: OverviewData | null;
    /** When and for which period the numbers were made. */
    meta: AnalyticsMeta;
}

/** Analytics of an organization. */
export interface AnalyticsResponseOfPerformanceAnalyticsData {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** What was asked for. */
    data: PerformanceAnalyticsData | null;
    /** When and for which period the numbers were made. */
    meta: AnalyticsMeta;
}

/** Analytics of an organization. */
export interface AnalyticsResponseOfSecurityAnalyticsData {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** What was asked for. */
    data: SecurityAnalyticsData | null;
    /** When and for which period the numbers were made. */
    meta: AnalyticsMeta;
}

/** Analytics of an organization. */
export interface AnalyticsResponseOfToolAnalyticsData {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** What was asked for. */
    data: ToolAnalyticsData | null;
    /** When and for which period the numbers were made. */
    meta: AnalyticsMeta;
}

/** Analytics of an organization. */
export interface AnalyticsResponseOfUserAnalyticsData {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** What was asked for. */
    data: UserAnalyticsData | null;
    /** When and for which period the numbers were made. */
    meta: AnalyticsMeta;
}

export interface AuthMethodUsage {
    /** `password` or `api_key`. */
    method: string;
    /** Percent. */
    value: number;
    /** For charts. */
    color: string;
}

export interface AuthUrlResponse {
    /** Where the user goes to authorize. */
    auth_url: string;
    /** What the callback will carry; good once, for ten minutes. */
    state: string;
    /** The tool, by its name in the catalog. */
    tool_name: string;
}

export interface AvailableAction {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** What it is or does, for people. */
    description: string;
}

export interface AvailableIntegration {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The name that people read. */
    display_name: string;
    /** What it is or does, for people. */
    description: string;
    /** By semantic versioning. */
    version: string;
    /** Who made the tool. */
    author: string;
    /** What kinds of tool it is. */
    categories: string[];
    /** An image; null where the tool has none. */
    logo: string | null;
    /** Where a person uses the tool by hand; null where there is no such place. */
    app_url: string | null;
    /** What the tool can do. */
    actions: IntegrationAction[];
    /** The values that the tool needs from the admin who installs it, by their names. */
    environment_variables: IntegrationVariable[];
}

export interface AvailableIntegrationsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The tools that were asked for. */
    tools: AvailableIntegration[];
    /** How many there are in the whole list, on all pages. */
    total: number;
}

export interface AvailableTool {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The name that people read. */
    display_name: string;
    /** What it is or does, for people. */
    description: string;
    /** By semantic versioning. */
    version: string;
    /** Who made the tool. */
    author: string;
    /** What kinds of tool it is. */
    categories: string[];
    /** An address; null where the tool has none. */
    logo: string | null;
    /** What the tool can do. */
    actions: AvailableAction[];
}

export interface AvailableToolsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The tools that were asked for. */
    tools: AvailableTool[];
    /** How many there are in the whole list, on all pages. */
    total: number;
}

export interface BatchItemResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The HTTP status that the run would have had alone. */
    status: number;
    /** The tool, by its name in the catalog. */
    tool_name: string;
    /** What is to be done or was done: the name of an action of a tool, or a word such as update. */
    action: string;
    /** What the tool answered. */
    result?: RunResultBody | null;
    /** What went wrong. */
    error?: ModuleXErrorFacts | null;
}

export interface BatchRequest {
    /** 1 to 100; each is executed as if it stood alone. */
    runs: BatchRunRequest[];
}

export interface BatchResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** In the order of the request. */
    results: BatchItemResponse[];
    /** How many there are in the whole list, on all pages. */
    total: number;
    /** How many were done. */
    succeeded: number;
    /** How many were not. */
    failed: number;
}

export interface BatchRunRequest {
    /** The tool, by its name in the catalog. */
    tool_name: string;
    /** What is to be done or was done: the name of an action of a tool, or a word such as update. */
    action: string;
    /** What the action takes, by name. */
    parameters?: unknown;
    /** As the header of a single run; left out for none. */
    idempotency_key?: string | null;
    /** The parameters under the name that models give them; one of the two. */
    arguments?: unknown;
    /** Which of the user's accounts of the tool; the default one without it. */
    account?: string | null;
}

export interface BootstrapRequest {
    /** The token that the first start printed; good once. */
    token: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** In clear text; it is kept as a salted hash alone and never answered. */
    password: string;
    /** 1 to 100 characters; made from the email where it is left out. */
    username?: string | null;
}

export interface CallbackResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
}

/** How many records were removed. */
export interface CleanUpLogsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** How many records of each kind were deleted. */
    deleted_counts: DeletedCounts;
}

export interface ConfigInfo {
    /** Whether there is a settings file. */
    config_loaded: boolean;
    /** toml or defaults. */
    config_source: string;
    /** In lower case: development, production. */
    environment: string;
}

export interface CreateOrganizationRequest {
    /** 2 to 50 of a-z, 0-9 and -; unique, and never changes. */
    slug: string;
    /** For people; 1 to 255 characters. */
    name: string;
    /** An internet domain, such as acme.com; unique. */
    domain?: string | null;
    /** How many users it may have; 100 where it is left out. */
    max_users?: number | null;
    /** How many tools it may install; 50 where it is left out. */
    max_tools?: number | null;
    /** The organization's own settings: an object. */
    settings?: unknown;
}

export interface CreateOrganizationResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** The organization that it is about. */
    organization: NewOrganization;
}

export interface CreateUserRequest {
    /** Becomes the account's name; unique without regard to case. */
    email: string;
    /** As the server's policy wants it; at most 128 characters. */
    password: string;
    /** 1 to 100 characters; made from the email where it is left out. */
    username?: string | null;
    /** USER, ADMIN or SUPER_ADMIN; USER where it is left out. Not above the caller's own. */
    role?: CreateUserRequestRole;
}

export interface CreatedUser {
    /** By which other requests name it. */
    id: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** The name that a person chose; unique in its tenant. */
    username: string;
    /** USER, ADMIN or SUPER_ADMIN. */
    role: CreatedUserRole;
    /** Whether it can be used now. */
    is_active: boolean;
    /** ISO 8601 in UTC. */
    created_at: string;
}

/** An account that was made for a person. */
export interface CreatedUserResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** The user that it is about. */
    user: CreatedUser;
}

/** Records of all six kinds, newest first. */
export interface DashboardLogsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The records that were asked for, the newest first. */
    logs: LogEntry[];
    /** Where this page is in the whole list. */
    pagination: LogPagination;
    /** What was asked for. */
    filters: LogFilters;
}

export interface DashboardStatistics {
    /** Members of the organization. */
    total_members: number;
    /** Tools that its people have connected, each person's counted. */
    total_tool_authenticated: number;
    /** Tools that it has installed. */
    total_integrations: number;
    /** Those of them that are switched on. */
    active_integrations: number;
    /** Requests for it since midnight UTC. */
    api_calls_today: number;
    /** `healthy`, `degraded` or `unhealthy`: below 1 %, below 5 % or more requests of the last two hours were answered 5xx. */
    system_health: string;
}

/** An organization at a glance. */
export interface DashboardStatisticsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A UUID. */
    organization_id: string;
    /** Numbers, measured when they were asked for. */
    stats: DashboardStatistics;
}

export interface DashboardUser {
    /** By which other requests name it. */
    id: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** The name that a person chose; unique in its tenant. */
    username: string;
    /** Always null: users have no picture. */
    avatar: string | null;
    /** Whether it can be used now. */
    is_active: boolean;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** When it was last changed, in ISO 8601 and UTC. */
    updated_at: string;
    /** About when the user last called; null for never. */
    last_active_at: string | null;
    /** How many tools the user has connected. */
    tool_count: number;
    /** How many of them can be used now. */
    active_tool_count: number;
    /** How often the user has signed in. */
    total_logins: number;
}

export interface DashboardUserActivity {
    /** login, logout, tool_auth, tool_execution or other. */
    type: DashboardUserActivityType;
    /** What it is or does, for people. */
    description: string;
    /** When it happened or was answered, in ISO 8601 and UTC. */
    timestamp: string;
    /** From where, as in IP: 192.168.1.100; null where that is not known. */
    metadata: string | null;
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
}

export interface DashboardUserDetails {
    /** By which other requests name it. */
    id: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** The name that a person chose; unique in its tenant. */
    username: string;
    /** Always null: users have no picture. */
    avatar: string | null;
    /** Whether it can be used now. */
    is_active: boolean;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** When it was last changed, in ISO 8601 and UTC. */
    updated_at: string;
    /** About when the user last called; null for never. */
    last_active_at: string | null;
    /** How many tools the user has connected. */
    tool_count: number;
    /** How many of them can be used now. */
    active_tool_count: number;
    /** How often the user has signed in. */
    total_logins: number;
    /** How many login sessions last. */
    session_count: number;
    /** The tools that were asked for. */
    tools: DashboardUserTool[];
    /** The newest 20. */
    activities: DashboardUserActivity[];
    /** The newest 20, ended ones too. */
    sessions: DashboardUserSession[];
}

export interface DashboardUserDetailsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** What was asked for. */
    data: DashboardUserDetails;
}

export interface DashboardUserNumbers {
    /** How many users there are. */
    total_users: number;
    /** How many of the users were active. */
    active_users: number;
    /** How many of the users were not. */
    inactive_users: number;
    /** Who joined the organization on this day (UTC). */
    new_users_today: number;
    /** To one decimal; 0 where there are no users. */
    active_percentage: number;
    /** Today's new users against yesterday's, in percent to one decimal: 100 where only today had some, 0 where neither had. */
    new_users_change: number;
}

export interface DashboardUserSession {
    /** By which other requests name it. */
    id: string;
    /** It has neither ended nor expired. */
    is_active: boolean;
    /** The address from which it came. */
    ip_address: string | null;
    /** The program that the caller named in the header User-Agent. */
    user_agent: string | null;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** When it ends by itself, in ISO 8601 and UTC. */
    expires_at: string;
}

export interface DashboardUserStatisticsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** What was asked for. */
    data: DashboardUserNumbers;
}

export interface DashboardUserTool {
    /** Of the credential; another one after every renewal. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The tool's first category; Integration where it has none. */
    category: string;
    /** False once the service has refused the credential for good. */
    is_authenticated: boolean;
    /** Whether it can be used now. */
    is_active: boolean;
    /** Null for never. */
    last_used: string | null;
    /** When the tool was connected. */
    created_at: string;
}

export interface DashboardUsersResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The users that were asked for. */
    users: DashboardUser[];
    /** How many there are in the whole list. */
    total: number;
    /** How many pages there are. */
    total_pages: number;
    /** The number of this page, from 1. */
    current_page: number;
    /** How many entries a page has at most. */
    limit: number;
    /** Whether there is a page after this one. */
    has_next: boolean;
    /** Whether there is a page before this one. */
    has_previous: boolean;
}

export interface DeletedCounts {
    /** Records of requests. */
    request_logs: number;
    /** Records of security. */
    security_logs: number;
    /** Records of runs and other business. */
    business_logs: number;
    /** Records of errors. */
    error_logs: number;
    /** Records of the system itself. */
    system_logs: number;
    /** Rows of the audit log. */
    audit_logs: number;
}

export interface Deployment {
    /** Every manifest was taken without a problem. */
    architecture_valid: boolean;
    /** How many tools the catalog has. */
    available_tools_count: number;
    /** How many of them are installed. */
    installed_tools_count: number;
    /** How many of them are in the catalog. */
    user_accessible_tools_count: number;
    /** The names of the tools of the catalog. */
    available_tools: string[];
    /** The names of the tools that any organization has installed. */
    installed_tools: string[];
    /** There are tools, and every manifest is in order, so that a sync can install them. */
    auto_install_working: boolean;
    /** There are tools that users can be shown. */
    ui_integration_working: boolean;
}

export interface DeploymentStatusResponse {
    /** healthy; degraded while a tool's manifest has problems. */
    status: string;
    /** The name of the server or of a service. */
    service: string;
    /** By semantic versioning. */
    version: string;
    /** What this server has. */
    deployment: Deployment;
    /** A sentence for people. */
    message: string;
}

/** Something that was done and has nothing to show. */
export interface DoneResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** For people. */
    message: string;
}

export interface EndpointPerformance {
    /** A path; ids stand as their names in braces. */
    endpoint: string;
    /** Milliseconds. */
    avg_time: number;
    /** How often it was called. */
    calls: number;
    /** Requests that were answered 4xx or 5xx. */
    errors: number;
}

export interface ExecuteRequest {
    /** A name or an alias. */
    action: string;
    /** As the action's schema wants them; left out for none. */
    parameters?: unknown;
    /** The same under the name that models give it; one of the two. */
    arguments?: unknown;
    /** Which of the user's accounts of the tool; the default one without it. */
    account?: string | null;
}

/** What execute answers; written by hand around the tool's own JSON. */
export interface ExecuteResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The tool, by its name in the catalog. */
    tool_name: string;
    /** What is to be done or was done: the name of an action of a tool, or a word such as update. */
    action: string;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** What the tool answered. */
    result: RunResultBody;
}

export interface FunctionBody {
    /** The tool and the action with a _ between them; at most 64 characters. */
    name: string;
    /** What it is or does, for people. */
    description: string;
    /** A JSON Schema of an object. */
    parameters: unknown;
}

export interface FunctionTool {
    /** function. */
    type: FunctionToolType;
    /** The function as models take it. */
    function: FunctionBody;
}

export interface FunctionsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The user that it belongs to or is about. */
    user_id: string;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The tools that were asked for. */
    tools: FunctionTool[];
    /** How many there are in the whole list, on all pages. */
    total: number;
}

export interface InstallIntegrationRequest {
    /** A tool of the catalog. */
    tool_name: string;
    /** An object of the organization's choice; empty where it is left out. */
    config_data?: unknown;
}

export interface InstallIntegrationResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The tool, by its name in the catalog. */
    tool_name: string;
    /** When it was installed, in ISO 8601 and UTC. */
    installed_at: string;
}

export interface InstalledIntegration {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The name that people read. */
    display_name: string;
    /** What it is or does, for people. */
    description: string;
    /** False where the organization has switched it off. */
    is_active: boolean;
    /** When it was installed, in ISO 8601 and UTC. */
    installed_at: string;
    /** Secrets are *** for who does not administer the organization. */
    config_data: unknown;
}

export interface InstalledIntegrationsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The tools that were asked for. */
    tools: InstalledIntegration[];
    /** How many there are in the whole list, on all pages. */
    total: number;
}

export interface IntegrationAction {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** What it is or does, for people. */
    description: string;
}

export interface IntegrationActionSchema {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** What it is or does, for people. */
    description: string;
    /** A JSON Schema of an object. */
    parameters: unknown;
}

export interface IntegrationAdminStatus {
    /** How many tools can be installed. */
    total_available: number;
    /** Tools that the organization has installed, those that left the catalog among them. */
    total_installed: number;
    /** Installed tools that have all of their required variables, of the organization or of the server. */
    environment_configured: number;
    /** The names of installed tools that lack some. */
    missing_environment: string[];
    /** good: every installed tool has what it needs, and no manifest has problems; poor: half of them or more have not, or left the catalog; degraded: all between. */
    installation_health: string;
    /** When the organization last synced; null for never. */
    last_sync: string | null;
}

export interface IntegrationAdminStatusResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** What is installed and what is missing. */
    admin_status: IntegrationAdminStatus;
}

export interface IntegrationConfigRequest {
    /** The whole object: it replaces the old one. A secret that is sent as *** keeps its value. */
    config_data: unknown;
}

export interface IntegrationConfigResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The tool, by its name in the catalog. */
    tool_name: string;
    /** The tool's configuration; what its manifest marks secret is `***`. */
    config_data: unknown;
}

/** Something that was done about a tool of the organization. */
export interface IntegrationDoneResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The tool, by its name in the catalog. */
    tool_name: string;
}

export interface IntegrationEnvironmentRequest {
    /** Values by the names of the tool's manifest; null or empty takes a value away. Values are never shown again. */
    environment_variables: { [key: string]: string; };
}

export interface IntegrationEnvironmentResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The tool, by its name in the catalog. */
    tool_name: string;
    /** The names that were sent, sorted. */
    updated_variables: string[];
}

export interface IntegrationSchema {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The name that people read. */
    display_name: string;
    /** What it is or does, for people. */
    description: string;
    /** By semantic versioning. */
    version: string;
    /** oauth2, client_credentials, api_key, basic, bearer, manual or none: the preferred way to connect. */
    auth_type: IntegrationSchemaAuthType;
    /** What the tool can do. */
    actions: IntegrationActionSchema[];
    /** The values that the tool needs from the admin who installs it, by their names. */
    environment_variables: IntegrationVariableSchema[];
}

export interface IntegrationSchemaResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The tool, by its name in the catalog. */
    tool_name: string;
    /** What the tool asks for when it is installed. */
    schema: IntegrationSchema;
}

export interface IntegrationStatus {
    /** Tools of the catalog. */
    total_available: number;
    /** Those of them that the organization has installed. */
    total_installed: number;
    /** Their part in percent, to one decimal. */
    installation_rate: number;
    /** What is installed. */
    integrations: ToolInstallation[];
}

export interface IntegrationStatusResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The state that it is in. */
    status: IntegrationStatus;
}

export interface IntegrationVariable {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** What it is or does, for people. */
    description: string;
    /** What a value looks like; null where the manifest does not say. */
    sample_format: string | null;
}

export interface IntegrationVariableSchema {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** What it is or does, for people. */
    description: string;
    /** Whether it has to be given. */
    required: boolean;
}

export interface ListedOrganization {
    /** By which other requests name it. */
    id: string;
    /** A short name for addresses: a-z, 0-9 and -. */
    slug: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** An internet domain, or the name by which a tenant is called. */
    domain: string | null;
    /** Whether it can be used now. */
    is_active: boolean;
    /** How many users the organization may have. */
    max_users: number;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
}

export interface LogCountDetails {
    /** How many there are. */
    count: number;
    /** ISO 8601, UTC. */
    oldest: string | null;
    /** When the newest was made, in ISO 8601 and UTC. */
    newest: string | null;
}

/** How many records are stored. */
export interface LogCountsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** By kind. */
    total_counts: { [key: string]: number; };
    /** By kind, with the oldest and the newest; null where there is none. */
    details: { [key: string]: LogCountDetails; };
    /** The server's clock, in ISO 8601 and UTC. */
    server_time: string;
}

export interface LogEntry {
    /** Unique among the records of its type. */
    id: string;
    /** ISO 8601, UTC. */
    timestamp: string;
    /** `request`, `security`, `business`, `error`, `system` or `audit`. */
    log_type: LogEntryLogType;
    /** `INFO`, `WARNING`, `ERROR` or `CRITICAL`. */
    level: LogEntryLevel;
    /** The user, or the name of an external owner; null where not known. */
    user_id: string | null;
    /** A sentence for people. */
    message: string;
    /** False for what was refused or failed. */
    success: boolean;
    /** Null where no tool is concerned. */
    tool_name: string | null;
    /** What it is about, in a word. */
    category: string;
    /** For security records the event, for others more about it or the code of the error; null for nothing more. */
    details: string | null;
}

/** The filters that were applied; null for those that were not given. */
export interface LogFilters {
    /** From when, in ISO 8601; null for no bound. */
    start_date: string | null;
    /** Until when, in ISO 8601; null for no bound. */
    end_date: string | null;
    /** The kind of record. */
    log_type: LogFiltersLogType | null;
    /** How grave it is. */
    level: LogFiltersLevel | null;
}

export interface LogPagination {
    /** How many records match. */
    total_count: number;
    /** How many were asked for. */
    limit: number;
    /** How many of the newest were left out. */
    offset: number;
    /** Older ones match. */
    has_next: boolean;
    /** Newer ones match. */
    has_previous: boolean;
}

export interface LogStatistics {
    /** How many records there are. */
    total_logs: number;
    /** Records of requests. */
    request_logs: number;
    /** Records of security. */
    security_logs: number;
    /** Records of runs and other business. */
    business_logs: number;
    /** Records of errors. */
    error_logs: number;
    /** Records of the system itself. */
    system_logs: number;
    /** How many records an hour had, on average. */
    log_rate_per_hour: number;
}

/** How many records were made in the last hours, up to the end of this one. */
export interface LogStatisticsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** Over how many hours was counted. */
    period_hours: number;
    /** Numbers, measured when they were asked for. */
    stats: LogStatistics;
    /** When it happened or was answered, in ISO 8601 and UTC. */
    timestamp: string;
}

export interface LoginRequest {
    /** An email address; letters in either case are the same address. */
    email: string;
    /** In clear text; it is kept as a salted hash alone and never answered. */
    password: string;
    /** True lets the session last for 30 days without use instead of 7. */
    remember_me?: boolean;
}

export interface ManualAuthRequest {
    /** The tool, by its name in the catalog. */
    tool_name: string;
    /** The values by the field names of the tool's manifest; further ones are kept. */
    credentials: unknown;
}

export interface MeResponse {
    /** By which other requests name it. */
    id: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** The name that a person chose; unique in its tenant. */
    username: string;
    /** USER, ADMIN or SUPER_ADMIN. */
    role: MeResponseRole;
    /** Whether it can be used now. */
    is_active: boolean;
    /** The organizations that the user is a member of, the primary one first. */
    organization_ids: string[];
    /** The user's home. */
    primary_organization_id: string;
}

export interface Measurement {
    /** Of the period. */
    value: number;
    /** Against the period of the same length before: in percent, or in percentage points where the value is a percentage. */
    change: number;
    /** `increase`, `decrease` or `stable`. */
    change_type: MeasurementChangeType;
    /** As in the request. */
    period: MeasurementPeriod;
}

/** Document 1's error body; it also has the `detail` of the document's two concrete examples. */
export interface ModuleXErrorBody {
    /** Always false. */
    success: boolean;
    /** What went wrong. */
    error: ModuleXErrorFacts;
    /** The message once more. */
    detail: string;
    /** When it happened or was answered, in ISO 8601 and UTC. */
    timestamp: string;
}

export interface ModuleXErrorFacts {
    /** A word of document 1, TOOL_NOT_FOUND, ACTION_NOT_FOUND, TOOL_NOT_INSTALLED, TOOL_NOT_CONNECTED, or the cause in upper case. */
    code: string;
    /** What went wrong, for people. */
    message: string;
    /** The problems of the input, or facts for programs; null where there are none. */
    details: unknown;
}

export interface MyOrganization {
    /** By which other requests name it. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** A short name for addresses: a-z, 0-9 and -. */
    slug: string;
    /** member, admin or owner. */
    role: MyOrganizationRole;
    /** True for the organization that every new user joins. */
    is_default: boolean;
}

export interface MyOrganizationsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The user that it belongs to or is about. */
    user_id: string;
    /** The organizations that were asked for. */
    organizations: MyOrganization[];
    /** How many organizations there are. */
    total: number;
}

export interface MyTool {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The name that people read. */
    display_name: string;
    /** Whether the person has connected the tool. */
    is_authenticated: boolean;
    /** Whether it can be used now. */
    is_active: boolean;
    /** How people connect the tool, such as oauth2. */
    auth_type: MyToolAuthType;
    /** ISO 8601 in UTC, to a few seconds; null for never. */
    last_used: string | null;
    /** What the tool can do. */
    actions: OwnActionResponse[];
}

export interface MyToolsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The user that it belongs to or is about. */
    user_id: string;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The tools that were asked for. */
    tools: MyTool[];
    /** How many there are in the whole list, on all pages. */
    total: number;
}

export interface NewOrganization {
    /** By which other requests name it. */
    id: string;
    /** A short name for addresses: a-z, 0-9 and -. */
    slug: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** An internet domain, or the name by which a tenant is called. */
    domain: string | null;
    /** How many users the organization may have. */
    max_users: number;
    /** How many tools the organization may install. */
    max_tools: number;
    /** Whether it can be used now. */
    is_active: boolean;
    /** True for the organization that every new user joins. */
    is_default: boolean;
    /** An object of settings, by their names. */
    settings: unknown;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
}

export interface NotInstalledIntegration {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The name that people read. */
    display_name: string;
    /** What it is or does, for people. */
    description: string;
    /** By semantic versioning. */
    version: string;
    /** What kinds of tool it is. */
    categories: string[];
}

export interface NotInstalledIntegrationsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** The tools that were asked for. */
    tools: NotInstalledIntegration[];
    /** How many there are in the whole list, on all pages. */
    total: number;
}

export interface OrganizationDetails {
    /** By which other requests name it. */
    id: string;
    /** A short name for addresses: a-z, 0-9 and -. */
    slug: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** An internet domain, or the name by which a tenant is called. */
    domain: string | null;
    /** How many users the organization may have. */
    max_users: number;
    /** How many tools the organization may install. */
    max_tools: number;
    /** Whether it can be used now. */
    is_active: boolean;
    /** True for the organization that every new user joins. */
    is_default: boolean;
    /** An object of settings, by their names. */
    settings: unknown;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** When it was last changed, in ISO 8601 and UTC. */
    updated_at: string;
    /** Numbers, measured when they were asked for. */
    stats: OrganizationPlaces;
}

export interface OrganizationDetailsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it is about. */
    organization: OrganizationDetails;
}

export interface OrganizationFacts {
    /** By which other requests name it. */
    id: string;
    /** A short name for addresses: a-z, 0-9 and -. */
    slug: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** An internet domain, or the name by which a tenant is called. */
    domain: string | null;
    /** How many users the organization may have. */
    max_users: number;
    /** How many tools the organization may install. */
    max_tools: number;
    /** Whether it can be used now. */
    is_active: boolean;
    /** True for the organization that every new user joins. */
    is_default: boolean;
    /** An object of settings, by their names. */
    settings: unknown;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** When it was last changed, in ISO 8601 and UTC. */
    updated_at: string;
}

export interface OrganizationListResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organizations that were asked for. */
    organizations: ListedOrganization[];
    /** Where this page is in the whole list. */
    pagination: OrganizationPages;
}

export interface OrganizationNames {
    /** By which other requests name it. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** A short name for addresses: a-z, 0-9 and -. */
    slug: string;
    /** An internet domain, or the name by which a tenant is called. */
    domain: string | null;
}

export interface OrganizationNumbers {
    /** How many users there are. */
    user_count: number;
    /** How many of them are active. */
    active_user_count: number;
    /** Tools that at least one person in the organization has connected. */
    tool_count: number;
    /** Those of them that can be used now. */
    active_tool_count: number;
    /** Requests about the organization on this day (UTC). */
    api_calls_today: number;
    /** Requests about the organization in this calendar month (UTC). */
    api_calls_this_month: number;
    /** Stored credentials in MB (1,048,576 bytes), to two decimals. */
    storage_used_mb: number;
    /** When a member or a service key of it last called; null for never. */
    last_activity: string | null;
}

export interface OrganizationPages {
    /** How many there are in the whole list. */
    total: number;
    /** The number of this page, from 1. */
    page: number;
    /** How many entries a page has at most. */
    limit: number;
    /** How many pages there are. */
    total_pages: number;
    /** Whether there is a page after this one. */
    has_next: boolean;
    /** Whether there is a page before this one. */
    has_previous: boolean;
}

export interface OrganizationPlaces {
    /** How many users the organization has. */
    current_users: number;
    /** How many more may join. */
    users_remaining: number;
    /** Whether one more may join. */
    can_add_user: boolean;
}

export interface OrganizationResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it is about. */
    organization: OrganizationFacts;
}

export interface OrganizationStatisticsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it is about. */
    organization: OrganizationNames;
    /** Numbers, measured when they were asked for. */
    stats: OrganizationNumbers;
}

export interface OrganizationUser {
    /** By which other requests name it. */
    id: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** The name that a person chose; unique in its tenant. */
    username: string;
    /** member, admin or owner. */
    role: OrganizationUserRole;
    /** Whether it can be used now. */
    is_active: boolean;
    /** When the user joined, in ISO 8601 and UTC. */
    joined_at: string;
}

export interface OrganizationUserPages {
    /** How many there are in the whole list. */
    total: number;
    /** The number of this page, from 1. */
    page: number;
    /** How many entries a page has at most. */
    limit: number;
    /** Whether there is a page after this one. */
    has_next: boolean;
}

export interface OrganizationUsersResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The organization that it is about. */
    organization: OrganizationNames;
    /** The users that were asked for. */
    users: OrganizationUser[];
    /** Where this page is in the whole list. */
    pagination: OrganizationUserPages;
}

export interface OverviewAnalytics {
    /** How many users there are. */
    total_users: number;
    /** How many tools there are. */
    total_tools: number;
    /** How many of them are active. */
    active_tools: number;
    /** `optimal`, `degraded` or `critical`, by the rule of `/dashboard/stats`. */
    system_health: string;
    /** A row a day. */
    user_growth: OverviewGrowth[];
    /** A row a day. */
    tool_usage: ToolUsage[];
    /** A row an hour for 24h, else a row a day; only times of which something was measured. */
    system_performance: SystemPerformance[];
    /** The newest ten. */
    recent_alerts: RecentAlert[];
}

export interface OverviewData {
    /** The numbers at a glance. */
    overview: OverviewAnalytics;
}

export interface OverviewGrowth {
    /** A day of UTC, `yyyy-mm-dd`. */
    date: string;
    /** Members at its end. */
    users: number;
    /** How many of them joined on it. */
    growth: number;
}

export interface OwnActionResponse {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** What it is or does, for people. */
    description: string;
    /** It can be executed now. */
    is_active: boolean;
}

export interface OwnToolResponse {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The name that people read. */
    display_name: string;
    /** With `detail=true` only, as is the type behind it. */
    description?: string | null;
    /** The user has connected it, and the service has not refused the credential. */
    is_authenticated: boolean;
    /** Connected and switched on. */
    is_active: boolean;
    /** oauth2, client_credentials, api_key, basic, bearer, manual or none: the preferred way to connect. */
    auth_type?: OwnToolResponseAuthType | null;
    /** What the tool can do. */
    actions: OwnActionResponse[];
}

export interface OwnToolsResponse {
    /** The tools that were asked for. */
    tools: OwnToolResponse[];
}

/** How requests were answered. With `?metric=` only that member is there. */
export interface PerformanceAnalytics {
    /** How long answers took on average, in milliseconds. */
    avg_response_time?: Measurement | null;
    /** How much of the time requests were answered, in percent. */
    uptime?: Measurement | null;
    /** How many requests there were. */
    request_volume?: Measurement | null;
    /** How many of the requests failed, in percent. */
    error_rate?: Measurement | null;
    /** A row an hour for 24h, else a row a day. */
    api_response_times?: ResponseTimes[] | null;
    /** The twenty with the most requests. */
    endpoint_performance?: EndpointPerformance[] | null;
    /** Of the newest hour of which there are samples. */
    system_metrics?: SystemMetric[] | null;
}

export interface PerformanceAnalyticsData {
    /** How fast and how reliable the server was. */
    performance_analytics: PerformanceAnalytics;
}

export interface RecentAlert {
    /** By which other requests name it. */
    id: string;
    /** Which kind it is. */
    type: string;
    /** A sentence for people. */
    message: string;
    /** `warning` or `critical`. */
    severity: RecentAlertSeverity;
    /** When it happened or was answered, in ISO 8601 and UTC. */
    timestamp: string;
}

export interface RecentError {
    /** By which other requests name it. */
    id: string;
    /** When it happened or was answered, in ISO 8601 and UTC. */
    timestamp: string;
    /** `ERROR` or `CRITICAL`. */
    level: RecentErrorLevel;
    /** `integration` for a tool that failed, `system` for the server itself. */
    category: string;
    /** A sentence for people. */
    message: string;
    /** The tool, by its name in the catalog. */
    tool_name: string | null;
    /** The user that it belongs to or is about. */
    user_id: string | null;
    /** The path that was called, with its parameters' names. */
    endpoint: string | null;
    /** The code of the error. */
    error_code: string | null;
}

export interface RecentErrorsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The errors that were asked for, the newest first. */
    errors: RecentError[];
    /** How many are listed. */
    total: number;
    /** When it happened or was answered, in ISO 8601 and UTC. */
    timestamp: string;
}

export interface RecentSecurityEvent {
    /** By which other requests name it. */
    id: number;
    /** Such as `auth_fail`. */
    type: string;
    /** A sentence for people. */
    message: string;
    /** `info`, `warning` or `critical`. */
    severity: RecentSecurityEventSeverity;
    /** For people: `2 hours ago`. */
    time: string;
}

export interface RefreshRequest {
    /** Good once: the answer has the next one. */
    refresh_token: string;
}

export interface RegisterRequest {
    /** Becomes the account's name; unique without regard to case. */
    email: string;
    /** As the server's policy wants it; at most 128 characters. */
    password: string;
    /** 1 to 100 characters; made from the email where it is left out. */
    username?: string | null;
}

export interface ReloadConfigResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** jwt. */
    auth_provider: string;
    /** A sentence for people. */
    message: string;
}

/** Percentiles in milliseconds, each off by 1.6 % at most. */
export interface ResponseTimes {
    /** `HH:mm` of UTC, or a day. */
    time: string;
    /** Half of the answers took at most so many milliseconds. */
    p50: number;
    /** 95 of 100 answers took at most so many milliseconds. */
    p95: number;
    /** 99 of 100 answers took at most so many milliseconds. */
    p99: number;
}

export interface RunResultBody {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** What was asked for. */
    data: unknown | null;
    /** How many items the answer has; only where it is a list. */
    total_count?: number | null;
    /** ISO 8601 in UTC. */
    start_time: string;
    /** ISO 8601 in UTC. */
    end_time: string;
}

export interface SecurityAlert {
    /** By which other requests name it. */
    id: string;
    /** Of the last event. */
    timestamp: string;
    /** `WARNING` or `CRITICAL`. */
    severity: SecurityAlertSeverity;
    /** Such as `AUTH_FAIL`. */
    event_type: string;
    /** A sentence for people. */
    message: string;
    /** The address from which it came. */
    ip_address: string | null;
    /** The user that it belongs to or is about. */
    user_id: string | null;
    /** The tool, by its name in the catalog. */
    tool_name: string | null;
    /** How many events there were. */
    count: number;
}

export interface SecurityAlertsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The alerts that were asked for, the newest first. */
    alerts: SecurityAlert[];
    /** How many there are in the whole list, on all pages. */
    total: number;
    /** When it happened or was answered, in ISO 8601 and UTC. */
    timestamp: string;
}

export interface SecurityAnalytics {
    /** From 0 to 100; its rules are in docs/analytics.md. */
    security_score: number;
    /** Sign-ins that were refused. */
    failed_logins: Measurement;
    /** Locked accounts, reused tokens, refused callbacks and addresses, foreign tenants. */
    suspicious_activities: Measurement;
    /** Login sessions that last. */
    active_sessions: number;
    /** A row an hour for 24h, else a row a day; only times in which something happened. */
    security_events: SecurityEventCounts[];
    /** Percent of the requests. */
    auth_methods_usage: AuthMethodUsage[];
    /** How the score is made. */
    security_score_breakdown: SecurityScorePart[];
    /** The newest ten. */
    recent_security_events: RecentSecurityEvent[];
}

export interface SecurityAnalyticsData {
    /** What threatened the server, and how it fared. */
    security_analytics: SecurityAnalytics;
}

export interface SecurityEventCounts {
    /** `HH:mm` of UTC, or a day. */
    time: string;
    /** Sign-ins that were tried. */
    login_attempts: number;
    /** Sign-ins that were refused. */
    failed_logins: number;
    /** What looked like an attack. */
    suspicious_activity: number;
}

export interface SecurityScorePart {
    /** What it is about, in a line. */
    subject: string;
    /** From 0 to FullMark. */
    score: number;
    /** The most that this part can give. */
    full_mark: number;
}

export interface SlowRequest {
    /** By which other requests name it. */
    id: string;
    /** When it happened or was answered, in ISO 8601 and UTC. */
    timestamp: string;
    /** The path that was called, with its parameters' names. */
    endpoint: string;
    /** The HTTP method. */
    method: string;
    /** How long it took, in milliseconds. */
    duration_ms: number;
    /** The HTTP status. */
    status_code: number;
    /** The user that it belongs to or is about. */
    user_id: string | null;
    /** The tool, by its name in the catalog. */
    tool_name: string | null;
    /** The action of the tool. */
    action_name: string | null;
}

export interface SlowRequestsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** The requests that took longer than the threshold, the slowest first. */
    slow_requests: SlowRequest[];
    /** How many there are in the whole list, on all pages. */
    total: number;
    /** From how many milliseconds on a request is slow now. */
    threshold_ms: number;
    /** When it happened or was answered, in ISO 8601 and UTC. */
    timestamp: string;
}

export interface SyncIntegrationsResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** How many tools the catalog has. */
    synced_count: number;
}

export interface SystemConfigResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** jwt. */
    auth_provider: string;
    /** Which settings the server has. */
    config_info: ConfigInfo;
    /** The whole path of the settings file; null where there is none. */
    loaded_config_path: string | null;
    /** A sentence for people. */
    message: string;
}

export interface SystemHealthResponse {
    /** healthy. */
    status: string;
    /** The name of the server or of a service. */
    service: string;
    /** By semantic versioning. */
    version: string;
}

export interface SystemMetric {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** Percent. */
    value: number;
    /** For charts. */
    color: string;
}

export interface SystemPerformance {
    /** `HH:mm` of UTC, or a day. */
    time: string;
    /** Percent of all processors; 0 where no sample was taken. */
    cpu: number;
    /** Percent; 0 where no sample was taken. */
    memory: number;
    /** Milliseconds on average; 0 where there was no request. */
    response_time: number;
}

export interface TokenUser {
    /** By which other requests name it. */
    id: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** The name that a person chose; unique in its tenant. */
    username: string;
    /** USER, ADMIN or SUPER_ADMIN. */
    role: TokenUserRole;
    /** Whether it can be used now. */
    is_active: boolean;
    /** ISO 8601 in UTC; only in the answer to a registration. */
    created_at?: string | null;
}

export interface TokensResponse {
    /** A JWT for the header Authorization: Bearer. */
    access_token: string;
    /** The token that gets the next access token. */
    refresh_token: string;
    /** bearer. */
    token_type: TokensResponseTokenType;
    /** Seconds until the access token ends. */
    expires_in: number;
    /** The user that it is about. */
    user: TokenUser;
}

export interface ToolAdoption {
    /** Its English name. */
    month: string;
    /** How often tools were installed. */
    installations: number;
    /** How often tools were uninstalled. */
    uninstallations: number;
}

export interface ToolAnalytics {
    /** Integrations that are installed now. */
    total_installations: Measurement;
    /** How often actions were executed. */
    tool_executions: Measurement;
    /** Percent. */
    success_rate: Measurement;
    /** Milliseconds. */
    avg_execution_time: Measurement;
    /** A row for each month that the period touches. */
    tool_adoption: ToolAdoption[];
    /** The ten with the most executions. */
    top_tools: TopTool[];
}

export interface ToolAnalyticsData {
    /** How the tools were used. */
    tool_analytics: ToolAnalytics;
}

/** Something that was done about a tool of the signed-in user. */
export interface ToolDoneResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** The user that it belongs to or is about. */
    user_id: string;
    /** The tool, by its name in the catalog. */
    tool_name: string;
    /** False where credentials were stored and the service could not say whether they are good; absent otherwise. */
    verified?: boolean | null;
    /** Why it could not; absent otherwise. */
    warning?: string | null;
}

export interface ToolInstallation {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The name that people read. */
    display_name: string;
    /** Whether the tool is installed. */
    is_installed: boolean;
    /** Whether it can be used now. */
    is_active: boolean;
    /** Users of the organization who have connected the tool. */
    user_count: number;
}

export interface ToolStatusRequest {
    /** False switches the whole tool off. */
    is_active: boolean;
}

export interface ToolStatusResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** The user that it belongs to or is about. */
    user_id: string;
    /** The tool, by its name in the catalog. */
    tool_name: string;
    /** Whether it can be used now. */
    is_active: boolean;
}

export interface ToolUsage {
    /** A day of UTC, `yyyy-mm-dd`. */
    date: string;
    /** How often actions were executed. */
    executions: number;
}

export interface TopTool {
    /** The tool's name. */
    id: string;
    /** Its name for people. */
    name: string;
    /** Different people who executed it. */
    users: number;
    /** Executions. */
    usage: number;
    /** Percent. */
    successRate: number;
    /** `up`, `down` or `stable` against the period before. */
    trend: TopToolTrend;
}

export interface TopUser {
    /** By which other requests name it. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** How many tools the user has used. */
    tools_used: number;
    /** ISO 8601, UTC; null for never. */
    last_active: string | null;
}

export interface UpdateDatabaseResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** migration. */
    operation: string;
}

/** What to change; what is left out stays as it is. */
export interface UpdateOrganizationRequest {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name?: string | null;
    /** An empty text takes it away. */
    domain?: string | null;
    /** Not less than the users that the organization has. */
    max_users?: number | null;
    /** How many tools the organization may install. */
    max_tools?: number | null;
    /** False keeps the members from acting in it; the default organization stays active. */
    is_active?: boolean | null;
    /** The whole object: it replaces the old one. */
    settings?: unknown;
}

export interface UpdateOrganizationResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** The names of the fields that were sent. */
    updated_fields: string[];
}

export interface UserAnalytics {
    /** How many users there are. */
    total_users: number;
    /** Who joined. */
    new_users: Measurement;
    /** Who called. */
    active_users: Measurement;
    /** Minutes from login to last use. */
    avg_session_time: Measurement;
    /** A row for each step of `group_by`. */
    user_growth: UserGrowth[];
    /** The ten who used the most tools. */
    top_users: TopUser[];
}

export interface UserAnalyticsData {
    /** How many people there were, and what they did. */
    user_analytics: UserAnalytics;
}

export interface UserGrowth {
    /** Where the step begins: a day, a month as `yyyy-mm`, or for hours a time. */
    date: string;
    /** How many users joined. */
    new_users: number;
    /** How many users there are. */
    total_users: number;
}

export interface ValidateAuthResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
    /** jwt. */
    auth_method: string;
    /** ADMIN or SUPER_ADMIN. */
    user_role: string;
    /** authorized. */
    status: string;
}

export type AddOrganizationUserRequestRole = "member" | "admin" | "owner";

export type AnalyticsMetaPeriod = "24h" | "7d" | "30d" | "90d";

export type CreateUserRequestRole = "VIEWER" | "USER" | "ADMIN" | "SUPER_ADMIN";

export type CreatedUserRole = "VIEWER" | "USER" | "ADMIN" | "SUPER_ADMIN";

export type DashboardUserActivityType = "login" | "logout" | "tool_auth" | "tool_execution" | "other";

export type FunctionToolType = "function";

export type IntegrationSchemaAuthType = "oauth2" | "client_credentials" | "api_key" | "basic" | "bearer" | "manual" | "none";

export type LogEntryLogType = "request" | "security" | "business" | "error" | "system" | "audit";

export type LogEntryLevel = "INFO" | "WARNING" | "ERROR" | "CRITICAL";

export type LogFiltersLogType = "request" | "security" | "business" | "error" | "system" | "audit";

export type LogFiltersLevel = "INFO" | "WARNING" | "ERROR" | "CRITICAL";

export type MeResponseRole = "VIEWER" | "USER" | "ADMIN" | "SUPER_ADMIN";

export type MeasurementChangeType = "increase" | "decrease" | "stable";

export type MeasurementPeriod = "24h" | "7d" | "30d" | "90d";

export type MyOrganizationRole = "member" | "admin" | "owner";

export type MyToolAuthType = "oauth2" | "client_credentials" | "api_key" | "basic" | "bearer" | "manual" | "none";

export type OrganizationUserRole = "member" | "admin" | "owner";

export type OwnToolResponseAuthType = "oauth2" | "client_credentials" | "api_key" | "basic" | "bearer" | "manual" | "none";

export type RecentAlertSeverity = "warning" | "critical";

export type RecentErrorLevel = "ERROR" | "CRITICAL";

export type RecentSecurityEventSeverity = "info" | "warning" | "critical";

export type SecurityAlertSeverity = "WARNING" | "CRITICAL";

export type TokenUserRole = "VIEWER" | "USER" | "ADMIN" | "SUPER_ADMIN";

export type TokensResponseTokenType = "bearer";

export type TopToolTrend = "up" | "down" | "stable";

export type AuthMyOrganizationsRole = "member" | "admin" | "owner";

export type ToolsListFunctionsFormat = "openai" | "anthropic";

export type DashboardListLogsLogType = "request" | "security" | "business" | "error" | "system" | "audit";

export type DashboardListLogsLevel = "INFO" | "WARNING" | "ERROR" | "CRITICAL";

export type DashboardUsersListStatus = "active" | "inactive";

export type DashboardUsersListSortBy = "name" | "email" | "created_at" | "last_active";

export type DashboardUsersListOrder = "asc" | "desc";

export type AnalyticsGetOverviewPeriod = "24h" | "7d" | "30d" | "90d";

export type AnalyticsGetUsersPeriod = "24h" | "7d" | "30d" | "90d";

export type AnalyticsGetUsersGroupBy = "hour" | "day" | "week" | "month";

export type AnalyticsGetToolsPeriod = "24h" | "7d" | "30d" | "90d";

export type AnalyticsGetPerformancePeriod = "24h" | "7d" | "30d" | "90d";

export type AnalyticsGetPerformanceMetric = "avg_response_time" | "uptime" | "request_volume" | "error_rate" | "api_response_times" | "endpoint_performance" | "system_metrics";

export type AnalyticsGetSecurityPeriod = "24h" | "7d" | "30d" | "90d";

export type AnalyticsGetSecurityEventType = "auth_success" | "auth_fail" | "account_locked" | "token_reuse" | "tenant_mismatch" | "egress_refused" | "callback_refused" | "credential_rejected" | "api_key_refused" | "webhook_refused" | "secret_damaged";

/** The operations that need no credentials. */
export const open: ReadonlySet<string> = new Set([
    'POST /api/auth/register',
    'POST /api/auth/login',
    'POST /api/auth/refresh',
    'POST /api/system/bootstrap',
    'GET /api/auth/callback/{tool_name}',
    'GET /api/system/health',
    'GET /api/system/deployment-status',
]);

/** Every topic of the surface. */
export class Surface {
    readonly auth: AuthClient;
    readonly system: SystemClient;
    readonly tools: ToolsClient;
    readonly organizations: OrganizationsClient;
    readonly integrations: IntegrationsClient;
    readonly dashboard: DashboardClient;
    readonly dashboardUsers: DashboardUsersClient;
    readonly logs: LogsClient;
    readonly monitoring: MonitoringClient;
    readonly analytics: AnalyticsClient;

    constructor(call: Call) {
        this.auth = new AuthClient(call);
        this.system = new SystemClient(call);
        this.tools = new ToolsClient(call);
        this.organizations = new OrganizationsClient(call);
        this.integrations = new IntegrationsClient(call);
        this.dashboard = new DashboardClient(call);
        this.dashboardUsers = new DashboardUsersClient(call);
        this.logs = new LogsClient(call);
        this.monitoring = new MonitoringClient(call);
        this.analytics = new AnalyticsClient(call);
    }
}
