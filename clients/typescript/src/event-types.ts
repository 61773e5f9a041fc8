import type { ActivityBody, SystemStatusBody } from './generated/platform.js';

/** What administrators of a tenant hear. */
export type SystemEvent =
  | { type: 'status_update'; data: { status: SystemStatusBody } }
  | { type: 'error'; data: { error: { code: string; message: string; details?: unknown } } }
  | { type: 'notification'; data: { notification: Notification } };

/** What users hear of themselves. */
export type UserEvent =
  | { type: 'activity'; data: { activity: ActivityBody } }
  | { type: 'session'; data: { session: { id: string; action: 'start' | 'end' | 'timeout' } } }
  | { type: 'preference'; data: { preference: { key: string; value: unknown } } };

export type ModuleXEvent = SystemEvent | UserEvent;

/** The event of a type. */
export type EventOf<T extends ModuleXEvent['type']> = Extract<ModuleXEvent, { type: T }>;

/** Something for administrators to see. */
export interface Notification {
  type: 'info' | 'success' | 'warning' | 'error';
  message: string;
  action?: { type: NotificationAction; payload: unknown };
}

export type NotificationAction =
  | 'module_installed'
  | 'module_uninstalled'
  | 'module_enabled'
  | 'module_disabled'
  | 'module_settings_updated'
  | 'config_updated'
  | 'config_profile_applied'
  | 'security_alert';

/** What of a WebSocket is needed: the browser's, Node's and that of the package `ws` have it. */
export interface EventSocket {
  addEventListener(type: 'open' | 'message' | 'close' | 'error', listener: (event: any) => void): void;
  close(code?: number, reason?: string): void;
}

export type EventSocketConstructor = new (address: string, protocols?: string[]) => EventSocket;

/** How a stream of events ended for good. */
export interface EventEnd {
  /** The code of the WebSocket (docs/events.md); 1000 for `close`. */
  code: number;
  reason: string;
}
