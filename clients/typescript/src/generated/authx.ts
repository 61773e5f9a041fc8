// Made by build/client with NSwag 14.7.1.0 (NJsonSchema v11.6.1.0 (Newtonsoft.Json v13.0.0.0)): not edited by hand.
import type { Call, CallOptions, FileResponse } from '../call.js';

export class AuthClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Make an account
     */
    register(body: RegisterRequest, options?: CallOptions): Promise<UserResponse> {
        return this.#call({ method: 'POST', path: '/api/v1/auth/register', body }, options);
    }

    /**
     * Sign in with email and password
     */
    login(body: LoginRequest, options?: CallOptions): Promise<LoginResponse> {
        return this.#call({ method: 'POST', path: '/api/v1/auth/login', body }, options);
    }

    /**
     * Get a new access token for a refresh token, which stays good
     */
    refresh(body: RefreshRequest, options?: CallOptions): Promise<RefreshResponse> {
        return this.#call({ method: 'POST', path: '/api/v1/auth/refresh', body }, options);
    }

    /**
     * End the session of a refresh token, and its access tokens
     */
    logout(body: LogoutRequest, options?: CallOptions): Promise<StatusResponse> {
        return this.#call({ method: 'POST', path: '/api/v1/auth/logout', body }, options);
    }

    /**
     * Change the password and end all sessions
     */
    changePassword(body: ChangePasswordRequest, options?: CallOptions): Promise<StatusResponse> {
        return this.#call({ method: 'POST', path: '/api/v1/auth/change-password', body }, options);
    }

}

export class UsersClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * The signed-in user
     */
    getMe(options?: CallOptions): Promise<UserResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/users/me' }, options);
    }

    /**
     * Change one's own names
     */
    updateMe(body: UpdateProfileRequest, options?: CallOptions): Promise<UserResponse> {
        return this.#call({ method: 'PUT', path: '/api/v1/users/me', body }, options);
    }

    /**
     * Make an account for a person
     */
    create(body: CreateUserRequest, query?: {
        /** The organization, by its id. */
        organization_id?: string;
    }, options?: CallOptions): Promise<UserResponse> {
        return this.#call({ method: 'POST', path: '/api/v1/users', body, query }, options);
    }

    /**
     * The users of the organization, newest first
     */
    list(query?: {
        /** Only what has this text in its names. */
        search?: string;
        /** Only what is active, or only what is not. */
        is_active?: boolean;
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        size?: number;
        /** How many entries to leave out at the beginning, in the place of a page. */
        skip?: number;
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<PageResponseOfUserResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/users', query }, options);
    }

    /**
     * One user
     * @param user_id The user, by its id.
     */
    get(user_id: string, options?: CallOptions): Promise<UserResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/users/{user_id}', names: { user_id } }, options);
    }

    /**
     * Change a user
     * @param user_id The user, by its id.
     */
    update(user_id: string, body: UpdateUserRequest, options?: CallOptions): Promise<UserResponse> {
        return this.#call({ method: 'PUT', path: '/api/v1/users/{user_id}', names: { user_id }, body }, options);
    }

    /**
     * Deactivate a user
     * @param user_id The user, by its id.
     */
    delete(user_id: string, options?: CallOptions): Promise<StatusResponse> {
        return this.#call({ method: 'DELETE', path: '/api/v1/users/{user_id}', names: { user_id } }, options);
    }

    /**
     * What a user may do in its home organization
     * @param user_id The user, by its id.
     */
    getPermissions(user_id: string, options?: CallOptions): Promise<UserPermissionsResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/users/{user_id}/permissions', names: { user_id } }, options);
    }

    /**
     * The ids of the roles that a user has in its home organization
     * @param user_id The user, by its id.
     */
    listRoles(user_id: string, options?: CallOptions): Promise<string[]> {
        return this.#call({ method: 'GET', path: '/api/v1/users/{user_id}/roles', names: { user_id } }, options);
    }

    /**
     * Give a user these roles and no others; answers their ids
     * @param user_id The user, by its id.
     */
    assignRoles(user_id: string, body: UserRolesRequest, options?: CallOptions): Promise<string[]> {
        return this.#call({ method: 'POST', path: '/api/v1/users/{user_id}/roles', names: { user_id }, body }, options);
    }

    /**
     * Take roles from a user; answers the ids of those that are left
     * @param user_id The user, by its id.
     */
    removeRoles(user_id: string, body: UserRolesRequest, options?: CallOptions): Promise<string[]> {
        return this.#call({ method: 'DELETE', path: '/api/v1/users/{user_id}/roles', names: { user_id }, body }, options);
    }

}

export class RolesClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Make a role that allows nothing yet
     */
    create(body: CreateRoleRequest, query?: {
        /** The organization, by its id. */
        organization_id?: string;
    }, options?: CallOptions): Promise<RoleResponse> {
        return this.#call({ method: 'POST', path: '/api/v1/roles', body, query }, options);
    }

    /**
     * The roles of the organization, newest first
     */
    list(query?: {
        /** Only what has this text in its names. */
        search?: string;
        /** Only what is active, or only what is not. */
        is_active?: boolean;
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        size?: number;
        /** How many entries to leave out at the beginning, in the place of a page. */
        skip?: number;
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<PageResponseOfRoleResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/roles', query }, options);
    }

    /**
     * One role
     * @param role_id The role, by its id.
     */
    get(role_id: string, options?: CallOptions): Promise<RoleResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/roles/{role_id}', names: { role_id } }, options);
    }

    /**
     * Change a role
     * @param role_id The role, by its id.
     */
    update(role_id: string, body: UpdateRoleRequest, options?: CallOptions): Promise<RoleResponse> {
        return this.#call({ method: 'PUT', path: '/api/v1/roles/{role_id}', names: { role_id }, body }, options);
    }

    /**
     * Delete a role that no user has
     * @param role_id The role, by its id.
     */
    delete(role_id: string, options?: CallOptions): Promise<StatusResponse> {
        return this.#call({ method: 'DELETE', path: '/api/v1/roles/{role_id}', names: { role_id } }, options);
    }

    /**
     * The ids of the permissions that a role allows
     * @param role_id The role, by its id.
     */
    listPermissions(role_id: string, options?: CallOptions): Promise<string[]> {
        return this.#call({ method: 'GET', path: '/api/v1/roles/{role_id}/permissions', names: { role_id } }, options);
    }

    /**
     * Let a role allow these permissions and no others; answers their ids
     * @param role_id The role, by its id.
     */
    assignPermissions(role_id: string, body: RolePermissionsRequest, options?: CallOptions): Promise<string[]> {
        return this.#call({ method: 'POST', path: '/api/v1/roles/{role_id}/permissions', names: { role_id }, body }, options);
    }

    /**
     * Take permissions from a role; answers the ids of those that are left
     * @param role_id The role, by its id.
     */
    removePermissions(role_id: string, body: RolePermissionsRequest, options?: CallOptions): Promise<string[]> {
        return this.#call({ method: 'DELETE', path: '/api/v1/roles/{role_id}/permissions', names: { role_id }, body }, options);
    }

}

export class PermissionsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Make a permission that no role allows yet
     */
    create(body: CreatePermissionRequest, options?: CallOptions): Promise<PermissionResponse> {
        return this.#call({ method: 'POST', path: '/api/v1/permissions', body }, options);
    }

    /**
     * The permissions by what they are about
     */
    listGrouped(query?: {
        /** Only what has this text in its names. */
        search?: string;
        /** Only this kind of thing. */
        resource?: string;
        /** Only this action. */
        action?: string;
    }, options?: CallOptions): Promise<GroupedPermissionsResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/permissions/grouped', query }, options);
    }

    /**
     * One permission
     * @param permission_id The permission, by its id.
     */
    get(permission_id: string, options?: CallOptions): Promise<PermissionResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/permissions/{permission_id}', names: { permission_id } }, options);
    }

    /**
     * Change a permission
     * @param permission_id The permission, by its id.
     */
    update(permission_id: string, body: UpdatePermissionRequest, options?: CallOptions): Promise<PermissionResponse> {
        return this.#call({ method: 'PUT', path: '/api/v1/permissions/{permission_id}', names: { permission_id }, body }, options);
    }

    /**
     * Delete a permission, out of every role
     * @param permission_id The permission, by its id.
     */
    delete(permission_id: string, options?: CallOptions): Promise<StatusResponse> {
        return this.#call({ method: 'DELETE', path: '/api/v1/permissions/{permission_id}', names: { permission_id } }, options);
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
    create(body: CreateOrganizationRequest, options?: CallOptions): Promise<OrganizationResponse> {
        return this.#call({ method: 'POST', path: '/api/v1/organizations', body }, options);
    }

    /**
     * The organizations, by slug; page and size, or skip and limit, is_active, and search in name and slug
     */
    list(query?: {
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        size?: number;
        /** How many entries to leave out at the beginning, in the place of a page. */
        skip?: number;
        /** How many entries to answer. */
        limit?: number;
        /** Only what has this text in its names. */
        search?: string;
        /** Only what is active, or only what is not. */
        is_active?: boolean;
    }, options?: CallOptions): Promise<PageResponseOfOrganizationResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/organizations', query }, options);
    }

    /**
     * The organization of the token
     */
    getMine(options?: CallOptions): Promise<OrganizationResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/organizations/my/info' }, options);
    }

    /**
     * An organization
     * @param organization_id The organization, by its id.
     */
    get(organization_id: string, options?: CallOptions): Promise<OrganizationResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/organizations/{organization_id}', names: { organization_id } }, options);
    }

    /**
     * Change an organization
     * @param organization_id The organization, by its id.
     */
    update(organization_id: string, body: UpdateOrganizationRequest, options?: CallOptions): Promise<OrganizationResponse> {
        return this.#call({ method: 'PUT', path: '/api/v1/organizations/{organization_id}', names: { organization_id }, body }, options);
    }

    /**
     * Delete an organization that has no active users
     * @param organization_id The organization, by its id.
     */
    delete(organization_id: string, options?: CallOptions): Promise<StatusResponse> {
        return this.#call({ method: 'DELETE', path: '/api/v1/organizations/{organization_id}', names: { organization_id } }, options);
    }

}

export class LocationsClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * Add a location to an organization
     */
    create(body: NewLocationRequest, query?: {
        /** The organization, by its id. */
        organization_id?: string;
    }, options?: CallOptions): Promise<LocationResponse> {
        return this.#call({ method: 'POST', path: '/api/v1/locations', body, query }, options);
    }

    /**
     * Locations, newest first
     */
    list(query?: {
        /** Only what has this text in its names. */
        search?: string;
        /** Only what is active, or only what is not. */
        is_active?: boolean;
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        size?: number;
        /** How many entries to leave out at the beginning, in the place of a page. */
        skip?: number;
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<PageResponseOfLocationResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/locations', query }, options);
    }

    /**
     * One location
     * @param location_id The location, by its id.
     */
    get(location_id: string, options?: CallOptions): Promise<LocationResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/locations/{location_id}', names: { location_id } }, options);
    }

    /**
     * Change a location
     * @param location_id The location, by its id.
     */
    update(location_id: string, body: LocationUpdateRequest, options?: CallOptions): Promise<LocationResponse> {
        return this.#call({ method: 'PUT', path: '/api/v1/locations/{location_id}', names: { location_id }, body }, options);
    }

    /**
     * Delete a location to which no user is assigned
     * @param location_id The location, by its id.
     */
    delete(location_id: string, options?: CallOptions): Promise<StatusResponse> {
        return this.#call({ method: 'DELETE', path: '/api/v1/locations/{location_id}', names: { location_id } }, options);
    }

    /**
     * Set the locations of a user
     */
    assign(body: AssignmentRequest, options?: CallOptions): Promise<AssignmentResponse> {
        return this.#call({ method: 'POST', path: '/api/v1/locations/assign', body }, options);
    }

    /**
     * The locations of a user; one's own need no permission
     * @param user_id The user, by its id.
     */
    listOfUser(user_id: string, options?: CallOptions): Promise<UserLocationResponse[]> {
        return this.#call({ method: 'GET', path: '/api/v1/locations/user/{user_id}', names: { user_id } }, options);
    }

    /**
     * Take one location from a user
     * @param user_id The user, by its id.
     * @param location_id The location, by its id.
     */
    removeUser(user_id: string, location_id: string, options?: CallOptions): Promise<StatusResponse> {
        return this.#call({ method: 'DELETE', path: '/api/v1/locations/user/{user_id}/location/{location_id}', names: { user_id, location_id } }, options);
    }

    /**
     * The users of a location, by username
     * @param location_id The location, by its id.
     */
    listUsers(location_id: string, query?: {
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        size?: number;
        /** How many entries to leave out at the beginning, in the place of a page. */
        skip?: number;
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<PageResponseOfLocationUserResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/locations/{location_id}/users', names: { location_id }, query }, options);
    }

}

export class AuditClient {
    readonly #call: Call;

    constructor(call: Call) {
        this.#call = call;
    }

    /**
     * What was recorded, newest first; addresses of others only with audit:read; own records alone where registration is open
     */
    list(query?: {
        /** The user, by its id. */
        user_id?: string;
        /** Only this action. */
        action?: string;
        /** Only this kind of thing. */
        resource?: string;
        /** Only what is in this state. */
        status?: AuditListStatus;
        /** From when, in ISO 8601; a date alone is its midnight in UTC. */
        start_date?: string;
        /** Until when, in ISO 8601, not included; a date alone is that whole day. */
        end_date?: string;
        /** Which page, from 1. */
        page?: number;
        /** How many entries a page has. */
        size?: number;
        /** How many entries to leave out at the beginning, in the place of a page. */
        skip?: number;
        /** How many entries to answer. */
        limit?: number;
    }, options?: CallOptions): Promise<PageResponseOfAuditLogResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/audit/logs', query }, options);
    }

    /**
     * How much a user has done; of whom the list shows the records, or oneself
     * @param user_id The user, by its id.
     */
    userActivity(user_id: string, query?: {
        /** How many days back. */
        days?: number;
    }, options?: CallOptions): Promise<UserActivityResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/audit/user/{user_id}/activity', names: { user_id }, query }, options);
    }

    /**
     * How much was done in the organization of the token; for its members
     * @param organization_id The organization, by its id.
     */
    organizationStats(organization_id: string, query?: {
        /** How many days back. */
        days?: number;
    }, options?: CallOptions): Promise<OrganizationStatsResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/audit/organization/{organization_id}/stats', names: { organization_id }, query }, options);
    }

    /**
     * The records as a file, newest first, as far as the list goes; whole with the permission audit:export. The export is recorded itself
     */
    export(query?: {
        /** The user, by its id. */
        user_id?: string;
        /** Only this action. */
        action?: string;
        /** Only this kind of thing. */
        resource?: string;
        /** Only what is in this state. */
        status?: AuditExportStatus;
        /** From when, in ISO 8601; a date alone is its midnight in UTC. */
        start_date?: string;
        /** Until when, in ISO 8601, not included; a date alone is that whole day. */
        end_date?: string;
        /** In which form to answer. */
        format?: AuditExportFormat;
    }, options?: CallOptions): Promise<FileResponse> {
        return this.#call({ method: 'GET', path: '/api/v1/audit/export', query }, options);
    }

}

export interface AssignmentRequest {
    /** The user that it belongs to or is about. */
    user_id: string;
    /** All places that the user is to have; the earlier ones are taken away. */
    location_ids: string[];
    /** One of them. Left out, the primary one stays where it is among them. */
    primary_location_id?: string | null;
}

export interface AssignmentResponse {
    /** The user that it belongs to or is about. */
    user_id: string;
    /** The locations that were assigned. */
    assigned_locations: string[];
    /** Null where none of them is. */
    primary_location: string | null;
}

export interface AuditLogResponse {
    /** By which other requests name it. */
    id: string;
    /** Who did it; null for an unknown account, and for the server itself. */
    user_id: string | null;
    /** What it concerns; null where it concerns none. */
    organization_id: string | null;
    /** What is to be done or was done: the name of an action of a tool, or a word such as update. */
    action: string;
    /** The kind of thing that it is about, such as user. */
    resource: string;
    /** The id of what it is about. */
    resource_id: string | null;
    /** The address from which it came. */
    ip_address: string | null;
    /** The program that the caller named in the header User-Agent. */
    user_agent: string | null;
    /** A JSON object as text; what was changed stands under changes as field, from and to. */
    details: string;
    /** success, failure or warning. */
    status: AuditLogResponseStatus;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** The same as created_at: records are never changed. */
    updated_at: string;
}

/** Document 3's error body. */
export interface AuthXErrorBody {
    /** One sentence for people. */
    detail: string;
}

/** One thing that is wrong, in pydantic's form. */
export interface AuthXProblem {
    /** The rule that is broken: missing, string_too_short, value_error and the like. */
    type: string;
    /** body, query or path, and the names that lead to the value. */
    loc: string[];
    /** What would be right. */
    msg: string;
    /** The value as it was given; null where it may be a secret or is not known. */
    input: unknown;
    /** What the rule allows; absent where it allows nothing in particular. */
    ctx?: unknown | null;
}

/** Document 3's body of a request whose shape is wrong. */
export interface AuthXValidationBody {
    /** What went wrong. */
    detail: AuthXProblem[];
}

export interface ChangePasswordRequest {
    /** The password that the user has now. */
    current_password: string;
    /** As the server's policy wants it; at most 128 characters. */
    new_password: string;
}

export interface CreateOrganizationRequest {
    /** For people; 1 to 255 characters. */
    name: string;
    /** 2 to 50 of a-z, 0-9 and -; unique, and never changes. */
    slug: string;
    /** What it is or does, for people. */
    description?: string | null;
    /** How many users it may have; 100 where it is left out. */
    max_users?: number | null;
}

export interface CreatePermissionRequest {
    /** 1 to 100 characters; unique. */
    name: string;
    /** 1 to 100 characters; unique together with the action. */
    resource: string;
    /** 1 to 50 characters. */
    action: string;
    /** At most 500 characters. */
    description?: string | null;
}

export interface CreateRoleRequest {
    /** 1 to 100 characters; unique in the organization without regard to case. */
    name: string;
    /** At most 500 characters. */
    description?: string | null;
    /** Whether it can be used now. */
    is_active?: boolean;
    /** Super admins have to name one, here or in the query; admins of the tenant may. For everybody else it is their own, whatever stands here. */
    organization_id?: string | null;
}

export interface CreateUserRequest {
    /** Becomes the account's name; unique without regard to case. */
    email: string;
    /** 1 to 100 characters; unique without regard to case. */
    username: string;
    /** As the server's policy wants it; at most 128 characters. */
    password: string;
    /** At most 100 characters. */
    first_name?: string | null;
    /** At most 100 characters. */
    last_name?: string | null;
    /** Super admins have to name one, here or in the query; admins of the tenant may. For everybody else it is their own, whatever stands here. */
    organization_id?: string | null;
}

export interface GroupedPermissionsResponse {
    /** In the order of the resources' names. */
    permissions_by_resource: PermissionGroup[];
    /** How many permissions there are in all groups. */
    total_count: number;
}

export interface LocationResponse {
    /** By which other requests name it. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** A short name, for programs. */
    code: string;
    /** What it is or does, for people. */
    description: string | null;
    /** Street and number. */
    address: string | null;
    /** The town. */
    city: string | null;
    /** The state or province. */
    state: string | null;
    /** The country. */
    country: string | null;
    /** The postal code. */
    postal_code: string | null;
    /** Whether it can be used now. */
    is_active: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** When it was last changed, in ISO 8601 and UTC. */
    updated_at: string;
}

/** What is left out, or null, stays as it is. */
export interface LocationUpdateRequest {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name?: string | null;
    /** What it is or does, for people. */
    description?: string | null;
    /** Street and number. */
    address?: string | null;
    /** The town. */
    city?: string | null;
    /** The state or province. */
    state?: string | null;
    /** The country. */
    country?: string | null;
    /** The postal code. */
    postal_code?: string | null;
    /** No user can be assigned to an inactive location. */
    is_active?: boolean | null;
}

export interface LocationUserResponse {
    /** By which other requests name it. */
    id: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** The name that a person chose; unique in its tenant. */
    username: string;
    /** A person's given name. */
    first_name: string | null;
    /** A person's family name. */
    last_name: string | null;
    /** Whether it can be used now. */
    is_active: boolean;
    /** Whether the location is the user's primary one. */
    is_primary: boolean;
}

export interface LoginRequest {
    /** An email address; letters in either case are the same address. */
    email: string;
    /** In clear text; it is kept as a salted hash alone and never answered. */
    password: string;
    /** The organization of the user that requests with the token are about; the user's home where it is left out. */
    organization_slug?: string | null;
}

export interface LoginResponse {
    /** A JWT for the header Authorization: Bearer. */
    access_token: string;
    /** The token that gets the next access token. */
    refresh_token: string;
    /** bearer. */
    token_type: LoginResponseTokenType;
    /** Seconds until the access token ends. */
    expires_in: number;
    /** The user that it is about. */
    user: LoginUser;
}

export interface LoginUser {
    /** By which other requests name it. */
    id: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** The name that a person chose; unique in its tenant. */
    username: string;
    /** A person's given name. */
    first_name: string | null;
    /** A person's family name. */
    last_name: string | null;
    /** Whether it can be used now. */
    is_active: boolean;
    /** The user's home. */
    organization_id: string;
}

export interface LogoutRequest {
    /** Of the session to end. */
    refresh_token: string;
}

export interface NewLocationRequest {
    /** 1 to 255 characters. */
    name: string;
    /** 1 to 50 of A-Z, 0-9, _ and -; unique in the organization, and never changed. */
    code: string;
    /** What it is or does, for people. */
    description?: string | null;
    /** Street and number. */
    address?: string | null;
    /** The town. */
    city?: string | null;
    /** The state or province. */
    state?: string | null;
    /** The country. */
    country?: string | null;
    /** The postal code. */
    postal_code?: string | null;
    /** A super admin has to name it, here or in the query; everybody else's is that of the token. */
    organization_id?: string | null;
}

export interface OrganizationLocation {
    /** By which other requests name it. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** A short name, for programs. */
    code: string;
    /** Whether it can be used now. */
    is_active: boolean;
}

export interface OrganizationResponse {
    /** By which other requests name it. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** A short name for addresses: a-z, 0-9 and -. */
    slug: string;
    /** What it is or does, for people. */
    description: string | null;
    /** How many users the organization may have. */
    max_users: number;
    /** Whether it can be used now. */
    is_active: boolean;
    /** Its places, by code. */
    locations: OrganizationLocation[];
    /** When it was made, in ISO 8601 and UTC. */
    created_at: string;
    /** When it was last changed, in ISO 8601 and UTC. */
    updated_at: string;
}

export interface OrganizationStatsResponse {
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** Over how many days was counted. */
    period_days: number;
    /** How many activities there were. */
    total_activities: number;
    /** How many users did something that is recorded. */
    active_users: number;
    /** How many there were of each kind of thing. */
    activities_by_resource: { [key: string]: number; };
    /** How many of them failed. */
    failed_activities: number;
    /** Percent, to one decimal; 100 where nothing was done. */
    success_rate: number;
}

/** A part of a list. */
export interface PageResponseOfAuditLogResponse {
    /** The entries of this page. */
    items: AuditLogResponse[];
    /** How many there are in the whole list. */
    total: number;
    /** Which page this is, from 1 on. */
    page: number;
    /** How many items a page has at the most. */
    size: number;
    /** How many pages there are. */
    pages: number;
}

/** A part of a list. */
export interface PageResponseOfLocationResponse {
    /** The entries of this page. */
    items: LocationResponse[];
    /** How many there are in the whole list. */
    total: number;
    /** Which page this is, from 1 on. */
    page: number;
    /** How many items a page has at the most. */
    size: number;
    /** How many pages there are. */
    pages: number;
}

/** A part of a list. */
export interface PageResponseOfLocationUserResponse {
    /** The entries of this page. */
    items: LocationUserResponse[];
    /** How many there are in the whole list. */
    total: number;
    /** Which page this is, from 1 on. */
    page: number;
    /** How many items a page has at the most. */
    size: number;
    /** How many pages there are. */
    pages: number;
}

/** A part of a list. */
export interface PageResponseOfOrganizationResponse {
    /** The entries of this page. */
    items: OrganizationResponse[];
    /** How many there are in the whole list. */
    total: number;
    /** Which page this is, from 1 on. */
    page: number;
    /** How many items a page has at the most. */
    size: number;
    /** How many pages there are. */
    pages: number;
}

/** A part of a list. */
export interface PageResponseOfRoleResponse {
    /** The entries of this page. */
    items: RoleResponse[];
    /** How many there are in the whole list. */
    total: number;
    /** Which page this is, from 1 on. */
    page: number;
    /** How many items a page has at the most. */
    size: number;
    /** How many pages there are. */
    pages: number;
}

/** A part of a list. */
export interface PageResponseOfUserResponse {
    /** The entries of this page. */
    items: UserResponse[];
    /** How many there are in the whole list. */
    total: number;
    /** Which page this is, from 1 on. */
    page: number;
    /** How many items a page has at the most. */
    size: number;
    /** How many pages there are. */
    pages: number;
}

export interface PermissionGroup {
    /** The kind of thing that it is about, such as user. */
    resource: string;
    /** In the order of their names. */
    permissions: PermissionResponse[];
}

export interface PermissionResponse {
    /** By which other requests name it. */
    id: string;
    /** What endpoints ask for, such as user:create. */
    name: string;
    /** What it is or does, for people. */
    description: string | null;
    /** The kind of thing that it is about, such as user. */
    resource: string;
    /** What is to be done or was done: the name of an action of a tool, or a word such as update. */
    action: string;
    /** ISO 8601 in UTC. */
    created_at: string;
    /** ISO 8601 in UTC. */
    updated_at: string;
}

export interface RefreshRequest {
    /** From this API's login; it stays good until its session ends. */
    refresh_token: string;
}

export interface RefreshResponse {
    /** A JWT for the header Authorization: Bearer. */
    access_token: string;
    /** bearer. */
    token_type: RefreshResponseTokenType;
    /** Seconds until the access token ends. */
    expires_in: number;
}

export interface RegisterRequest {
    /** Becomes the account's name; unique without regard to case. */
    email: string;
    /** 1 to 100 characters; unique without regard to case. */
    username: string;
    /** As the server's policy wants it; at most 128 characters. */
    password: string;
    /** At most 100 characters. */
    first_name?: string | null;
    /** At most 100 characters. */
    last_name?: string | null;
    /** An organization that is open for registration; the default one where it is left out. */
    organization_id?: string | null;
}

export interface RolePermissionsRequest {
    /** Of the permissions of all organizations. */
    permission_ids: string[];
}

export interface RoleResponse {
    /** By which other requests name it. */
    id: string;
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name: string;
    /** What it is or does, for people. */
    description: string | null;
    /** An inactive role allows nothing to those who have it. */
    is_active: boolean;
    /** The organization that it belongs to or is about. */
    organization_id: string;
    /** ISO 8601 in UTC. */
    created_at: string;
    /** ISO 8601 in UTC. */
    updated_at: string;
}

/** Something that was done and has nothing to show. */
export interface StatusResponse {
    /** For people. */
    message: string;
    /** success. */
    status: StatusResponseStatus;
}

/** What to change; what is left out stays as it is. */
export interface UpdateOrganizationRequest {
    /** Its name: as people read it, or by which requests name it where there is no other. */
    name?: string | null;
    /** An empty text takes it away. */
    description?: string | null;
    /** Not less than the users that the organization has. */
    max_users?: number | null;
    /** False keeps the users from acting in it; the default organization stays active. */
    is_active?: boolean | null;
}

/** What is left out or null stays as it is. */
export interface UpdatePermissionRequest {
    /** 1 to 100 characters; unique. */
    name?: string | null;
    /** 1 to 100 characters; unique together with the action. */
    resource?: string | null;
    /** 1 to 50 characters. */
    action?: string | null;
    /** At most 500 characters. */
    description?: string | null;
}

/** What is left out or null stays as it is. */
export interface UpdateProfileRequest {
    /** 1 to 100 characters; unique without regard to case. */
    username?: string | null;
    /** At most 100 characters; empty takes it away. */
    first_name?: string | null;
    /** At most 100 characters; empty takes it away. */
    last_name?: string | null;
}

/** What is left out or null stays as it is. */
export interface UpdateRoleRequest {
    /** 1 to 100 characters; unique in the organization without regard to case. */
    name?: string | null;
    /** At most 500 characters. */
    description?: string | null;
    /** An inactive role allows nothing to those who have it. */
    is_active?: boolean | null;
}

/** What is left out or null stays as it is. */
export interface UpdateUserRequest {
    /** 1 to 100 characters; unique without regard to case. */
    username?: string | null;
    /** At most 100 characters; empty takes it away. */
    first_name?: string | null;
    /** At most 100 characters; empty takes it away. */
    last_name?: string | null;
    /** False ends all sessions of the user. */
    is_active?: boolean | null;
    /** Whether the email address is known to be the user's. */
    is_verified?: boolean | null;
}

export interface UserActivityResponse {
    /** The user that it belongs to or is about. */
    user_id: string;
    /** Over how many days was counted. */
    period_days: number;
    /** How many activities there were. */
    total_activities: number;
    /** How many there were of each action. */
    activities_by_action: { [key: string]: number; };
    /** How many there were with each outcome. */
    activities_by_status: { [key: string]: number; };
    /** Null for never. */
    last_login: string | null;
}

export interface UserLocationResponse {
    /** The user that it belongs to or is about. */
    user_id: string;
    /** The location that it is about. */
    location_id: string;
    /** True for one of the user's locations at the most. */
    is_primary: boolean;
    /** The location that it is about. */
    location: LocationResponse;
}

export interface UserPermissionsResponse {
    /** The user that it belongs to or is about. */
    user_id: string;
    /** The user's home, where the permissions are good. */
    organization_id: string;
    /** Names such as user:create, in their order. */
    permissions: string[];
}

export interface UserResponse {
    /** By which other requests name it. */
    id: string;
    /** An email address; letters in either case are the same address. */
    email: string;
    /** The name that a person chose; unique in its tenant. */
    username: string;
    /** A person's given name. */
    first_name: string | null;
    /** A person's family name. */
    last_name: string | null;
    /** Whether it can be used now. */
    is_active: boolean;
    /** Set by an administrator; signing in does not need it. */
    is_verified: boolean;
    /** The user's home: the organization that administers the user. */
    organization_id: string;
    /** ISO 8601 in UTC. */
    created_at: string;
    /** ISO 8601 in UTC. */
    updated_at: string;
}

export interface UserRolesRequest {
    /** Of the user's home organization. */
    role_ids: string[];
}

export type AuditLogResponseStatus = "success" | "failure" | "warning";

export type LoginResponseTokenType = "bearer";

export type RefreshResponseTokenType = "bearer";

export type StatusResponseStatus = "success";

export type AuditListStatus = "success" | "failure" | "warning";

export type AuditExportStatus = "success" | "failure" | "warning";

export type AuditExportFormat = "csv" | "json";

/** The operations that need no credentials. */
export const open: ReadonlySet<string> = new Set([
    'POST /api/v1/auth/register',
    'POST /api/v1/auth/login',
    'POST /api/v1/auth/refresh',
]);

/** Every topic of the surface. */
export class Surface {
    readonly auth: AuthClient;
    readonly users: UsersClient;
    readonly roles: RolesClient;
    readonly permissions: PermissionsClient;
    readonly organizations: OrganizationsClient;
    readonly locations: LocationsClient;
    readonly audit: AuditClient;

    constructor(call: Call) {
        this.auth = new AuthClient(call);
        this.users = new UsersClient(call);
        this.roles = new RolesClient(call);
        this.permissions = new PermissionsClient(call);
        this.organizations = new OrganizationsClient(call);
        this.locations = new LocationsClient(call);
        this.audit = new AuditClient(call);
    }
}
