export type { CallOptions, FileResponse } from './call.js';
export { type LoginOptions, ModuleX, type ModuleXOptions } from './client.js';
export { type ConnectedLink, type ConnectOptions, type ConnectWindow } from './connect.js';
export { connectionFailed, ModuleXError, type Problem, signedOut, type SurfaceName } from './errors.js';
export type { EventEnd, EventOf, EventSocket, EventSocketConstructor, ModuleXEvent, Notification, NotificationAction, SystemEvent, UserEvent } from './event-types.js';
export { type EventOptions, EventStream } from './events.js';
export { type ExecuteOptions, randomKey } from './execute.js';
export type { Tokens, TokenShare } from './tokens.js';

// The types of each surface, such as `AuthXApi.UserResponse`.
export type * as AuthXApi from './generated/authx.js';
export type * as ModuleXApi from './generated/modulex.js';
export type * as PlatformApi from './generated/platform.js';
export type * as SimpleApi from './generated/simple.js';
export type * as TenantsApi from './generated/tenants.js';
export type * as V1Api from './generated/v1.js';
