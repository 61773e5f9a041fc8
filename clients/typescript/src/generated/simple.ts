// Made by build/client with NSwag 14.7.1.0 (NJsonSchema v11.6.1.0 (Newtonsoft.Json v13.0.0.0)): not edited by hand.
import type { Call, CallOptions } from '../call.js';

export class SystemClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * What this server is and where to begin
     */
    root(options?: CallOptions): Promise<RootResponse> {
        return this.#call({ method: 'GET', path: '/' }, options);
    }

    /**
     * Whether the server answers
     */
    health(options?: CallOptions): Promise<HealthResponse> {
        return this.#call({ method: 'GET', path: '/health' }, options);
    }

}

export class AuthClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Begin to connect a tool: a URL for the person, or done at once for tools with manual authentication
     * @param tool_name The tool, by its name in the catalog.
     */
    getUrl(tool_name: string, query: {
        /** The person, by a name of the caller's own choice. */
        user_id: string;
        /** Which of the person's accounts of the tool; the default one without it. Connecting one that there is not makes it. */
        account?: string;
    }, options?: CallOptions): Promise<AuthUrlResponse> {
        return this.#call({ method: 'GET', path: '/auth/url/{tool_name}', names: { tool_name }, query }, options);
    }

    /**
     * Connect a tool with credentials
     */
    connectManually(body: ManualAuthRequest, query?: {
        /** Which of the person's accounts of the tool; the default one without it. Connecting one that there is not makes it. */
        account?: string;
    }, options?: CallOptions): Promise<ToolDoneResponse> {
        return this.#call({ method: 'POST', path: '/auth/manual', body, query }, options);
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
        return this.#call({ method: 'GET', path: '/auth/callback/{tool_name}', names: { tool_name }, query }, options);
    }

    /**
     * Every tool with what the person has connected and enabled
     */
    listTools(query: {
        /** The person, by a name of the caller's own choice. */
        user_id: string;
        /** Whether to tell everything about each tool. */
        detail?: boolean;
    }, options?: CallOptions): Promise<UserToolsResponse> {
        return this.#call({ method: 'GET', path: '/auth/tools', query }, options);
    }

    /**
     * Switch a connected tool on or off
     * @param tool_name The tool, by its name in the catalog.
     */
    setToolStatus(tool_name: string, body: ToolStatusRequest, query?: {
        /** Which of the person's accounts of the tool; the default one without it. Connecting one that there is not makes it. */
        account?: string;
        /** The person, by a name of the caller's own choice; needed, here or in the body. */
        user_id?: string;
    }, options?: CallOptions): Promise<ToolStatusResponse> {
        return this.#call({ method: 'PUT', path: '/auth/tools/{tool_name}/status', names: { tool_name }, body, query }, options);
    }

    /**
     * Switch one action of a connected tool on or off
     * @param tool_name The tool, by its name in the catalog.
     * @param action_name The action of the tool, by its name or an alias.
     */
    setActionStatus(tool_name: string, action_name: string, body: ActionStatusRequest, query?: {
        /** Which of the person's accounts of the tool; the default one without it. Connecting one that there is not makes it. */
        account?: string;
        /** The person, by a name of the caller's own choice; needed, here or in the body. */
        user_id?: string;
    }, options?: CallOptions): Promise<ActionStatusResponse> {
        return this.#call({ method: 'PUT', path: '/auth/tools/{tool_name}/actions/{action_name}/status', names: { tool_name, action_name }, body, query }, options);
    }

    /**
     * The same with the person in the path
     * @param user_id The user, by its id.
     * @param tool_name The tool, by its name in the catalog.
     * @param action_name The action of the tool, by its name or an alias.
     */
    setActionStatusOfUser(user_id: string, tool_name: string, action_name: string, body: ActionStatusRequest, query?: {
        /** Which of the person's accounts of the tool; the default one without it. Connecting one that there is not makes it. */
        account?: string;
    }, options?: CallOptions): Promise<ActionStatusResponse> {
        return this.#call({ method: 'PUT', path: '/auth/users/{user_id}/tools/{tool_name}/actions/{action_name}/status', names: { user_id, tool_name, action_name }, body, query }, options);
    }

    /**
     * Delete a connection and all that is stored of it
     * @param tool_name The tool, by its name in the catalog.
     */
    disconnect(tool_name: string, query: {
        /** The person, by a name of the caller's own choice. */
        user_id: string;
        /** Which of the person's accounts of the tool; the default one without it. Connecting one that there is not makes it. */
        account?: string;
    }, options?: CallOptions): Promise<ToolDoneResponse> {
        return this.#call({ method: 'DELETE', path: '/auth/tools/{tool_name}', names: { tool_name }, query }, options);
    }

}

export class ToolsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Every tool with its actions and their parameters
     */
    list(options?: CallOptions): Promise<ToolListResponse> {
        return this.#call({ method: 'GET', path: '/tools' }, options);
    }

    /**
     * One tool
     * @param tool_name The tool, by its name in the catalog.
     */
    get(tool_name: string, options?: CallOptions): Promise<ToolResponse> {
        return this.#call({ method: 'GET', path: '/tools/{tool_name}', names: { tool_name } }, options);
    }

    /**
     * Execute an action of a tool that the person has connected
     * @param tool_name The tool, by its name in the catalog.
     */
    execute(tool_name: string, body: ExecuteBody, query?: {
        /** The person, by a name of the caller's own choice; needed, here or in the body. */
        user_id?: string;
    }, options?: CallOptions): Promise<ExecuteResponse> {
        return this.#call({ method: 'POST', path: '/tools/{tool_name}/execute', names: { tool_name }, body, query }, options);
    }

    /**
     * The enabled actions of the person's active tools as functions, in OpenAI's format or with format=anthropic in Anthropic's
     */
    listFunctions(query: {
        /** The person, by a name of the caller's own choice. */
        user_id: string;
        /** In which form to answer. */
        format?: ToolsListFunctionsFormat;
        /** Whether the schemas take OpenAI's strict form. */
        strict?: boolean;
    }, options?: CallOptions): Promise<FunctionToolResponse[]> {
        return this.#call({ method: 'GET', path: '/tools/openai-tools', query }, options);
    }

}

export interface ActionResponse {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** What it is or does, for people. */
    description: string;
    /** What the action takes, by name. */
    parameters: { [key: string]: ParameterResponse; };
}

export interface ActionStatusRequest {
    /** True switches the action off: it disappears from the lists and is refused when executed. */
    is_disabled?: boolean | null;
    /** The contrary, as lists of actions show it; one of the two is needed. */
    is_active?: boolean | null;
    /** The person, where the query does not name them. */
    user_id?: string | null;
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

export interface AuthUrlResponse {
    /** Where the person goes to authorize. */
    auth_url: string;
    /** What the callback will carry; good once, for ten minutes. */
    state: string;
    /** The tool, by its name in the catalog. */
    tool_name: string;
}

export interface CallbackResponse {
    /** Whether it was done; an error has another form, so true in every answer that has this record. */
    success: boolean;
    /** A sentence for people. */
    message: string;
}

/** The usual one of the two bodies, for the endpoint's description. */
export interface ExecuteBody {
    /** An action of the tool, by its name or an alias; it may also stand inside of the parameters. */
    action?: string | null;
    /** What the action takes, by name. */
    parameters?: unknown | null;
    /** The same under the name that models give it; one of the two. */
    arguments?: unknown | null;
    /** The person, where the query does not name them. */
    user_id?: string | null;
    /** Which of the person's accounts of the tool; the default one without it. */
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
    /** What the tool answered. */
    result: unknown | null;
    /** Seconds. */
    execution_time: number;
}

export interface FunctionMetadata {
    /** The tool to execute. */
    tool_key: string;
    /** The action to execute. */
    action: string;
}

export interface FunctionResponse {
    /** At most 64 characters of `a-zA-Z0-9_-`. */
    name: string;
    /** What it is or does, for people. */
    description: string;
    /** A JSON Schema of an object. */
    parameters: unknown;
    /** True with `strict=true`, absent otherwise. */
    strict?: boolean | null;
}

/** A function in OpenAI's format, as the Vercel AI SDK takes it. */
export interface FunctionToolResponse {
    /** Which kind it is. */
    type: FunctionToolResponseType;
    /** The function as models take it. */
    function: FunctionResponse;
    /** How to execute what a model calls. */
    metadata: FunctionMetadata;
}

export interface HealthResponse {
    /** healthy. */
    status: string;
    /** The name of the server or of a service. */
    service: string;
    /** By semantic versioning. */
    version: string;
    /** In lower case: development, production. */
    environment: string;
}

export interface ManualAuthRequest {
    /** The tool, by its name in the catalog. */
    tool_name: string;
    /** The values by the field names of the tool's manifest; further ones are kept. */
    credentials: unknown;
    /** Whose credentials these are; may stand in the query instead. */
    user_id?: string | null;
}

export interface ParameterResponse {
    /** The JSON type; the first one where several are allowed. */
    type: string;
    /** What it is or does, for people. */
    description: string;
    /** The value where none is given; null for none. */
    default?: unknown | null;
    /** Whether it may be left out. */
    optional: boolean;
}

export interface RootAuthEndpoints {
    /** Where connecting begins. */
    get_auth_url: string;
    /** Where authorization servers send people back to. */
    callback: string;
    /** Where a person's tools are listed. */
    list_user_tools: string;
}

export interface RootEndpoints {
    /** Endpoints about connecting. */
    auth: RootAuthEndpoints;
    /** The tools that were asked for. */
    tools: RootToolEndpoints;
}

export interface RootResponse {
    /** A sentence for people. */
    message: string;
    /** By semantic versioning. */
    version: string;
    /** The path of the documentation page. */
    docs: string;
    /** The most used endpoints. */
    endpoints: RootEndpoints;
}

export interface RootToolEndpoints {
    /** Where the catalog is. */
    list_tools: string;
    /** Where one tool is described. */
    get_tool_info: string;
    /** Where actions are executed. */
    execute_tool: string;
    /** Where a person's actions are listed as functions. */
    get_user_openai_tools: string;
}

/** Document 2's error body: one sentence under `detail`, and facts beside it where there are any. */
export interface SimpleErrorBody {
    /** What went wrong, for people. */
    detail: string;
    /** The same for programs: TOOL_NOT_CONNECTED, TOOL_NOT_FOUND, ACTION_NOT_FOUND, VALIDATION_ERROR, or the cause in upper case. */
    code: string;
    /** Facts for programs: problems of the input, the tool's status and body, a URL to connect, names that may have been meant. */
    details?: unknown | null;
}

/** Something that was done about one person's tool. */
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

export interface ToolListResponse {
    /** The tools that were asked for. */
    tools: ToolResponse[];
    /** How many tools there are. */
    total: number;
}

export interface ToolResponse {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The name that people read. */
    display_name: string;
    /** What it is or does, for people. */
    description: string;
    /** By semantic versioning. */
    version: string;
    /** Whether people have to connect it before it can be used. */
    requires_auth: boolean;
    /** oauth2, client_credentials, api_key, basic, bearer, manual or none: the preferred way to connect. */
    auth_type: ToolResponseAuthType;
    /** What the tool can do. */
    actions: ActionResponse[];
}

export interface ToolStatusRequest {
    /** False switches the whole tool off. */
    is_active: boolean;
    /** The person, where the query does not name them. */
    user_id?: string | null;
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

export interface UserActionResponse {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** What it is or does, for people. */
    description: string;
    /** It can be executed now. */
    is_active: boolean;
}

export interface UserToolResponse {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** The name that people read. */
    display_name: string;
    /** With `detail=true` only, as are the four behind it. */
    description?: string | null;
    /** The person has connected it, and the service has not refused the credential. */
    is_authenticated: boolean;
    /** Connected and switched on. */
    is_active: boolean;
    /** The tool can be used on this server. */
    health_status: boolean;
    /** By semantic versioning. */
    version?: string | null;
    /** Who made the tool. */
    author?: string | null;
    /** Whether people have to connect it before it can be used. */
    requires_auth?: boolean | null;
    /** How people connect the tool, such as oauth2. */
    auth_type?: UserToolResponseAuthType | null;
    /** What the tool can do. */
    actions: UserActionResponse[];
}

export interface UserToolsResponse {
    /** The tools that were asked for. */
    tools: UserToolResponse[];
}

export type FunctionToolResponseType = "function";

export type ToolResponseAuthType = "oauth2" | "client_credentials" | "api_key" | "basic" | "bearer" | "manual" | "none";

export type UserToolResponseAuthType = "oauth2" | "client_credentials" | "api_key" | "basic" | "bearer" | "manual" | "none";

export type ToolsListFunctionsFormat = "openai" | "anthropic";

/** The operations that need no credentials. */
export const open: ReadonlySet<string> = new Set([
    'GET /',
    'GET /health',
    'GET /auth/callback/{tool_name}',
    'GET /tools',
    'GET /tools/{tool_name}',
]);

/** Every topic of the surface. */
export class Surface {
    readonly system: SystemClient;
    readonly auth: AuthClient;
    readonly tools: ToolsClient;

    constructor(call: Call) {
        this.system = new SystemClient(call);
        this.auth = new AuthClient(call);
        this.tools = new ToolsClient(call);
    }
}
