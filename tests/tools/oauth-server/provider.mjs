// The authorization server itself: oidc-provider as it comes, with the strict choices of OAuth 2.1 switched on.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider from 'oidc-provider';

/** What ModuleX's tools ask for: the scopes of GitHub's manifest. */
const scopes = ['repo', 'read:user', 'user:email', 'notifications', 'gist', 'workflow'];

/** @param {{ accessTokenSeconds: number }} switches read anew for every token */
export function createProvider(issuer, switches) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return new Provider(issuer, {
    scopes,
    // ModuleX must keep its own leeway; a tolerant server would hide that it doesn't.
    clockTolerance: 0,
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
    features: {
      devInteractions: { enabled: true },
      introspection: { enabled: true },
      registration: { enabled: true },
      revocation: { enabled: true },
    },
    clientDefaults: { grant_types: ['authorization_code', 'refresh_token'], token_endpoint_auth_method: 'client_secret_post' },
    pkce: { required: () => true },
    issueRefreshToken: () => true,
    expiresWithSession: () => false,
    rotateRefreshToken: () => true,
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    ttl: {
      AccessToken: () => switches.accessTokenSeconds,
      AuthorizationCode: () => 60,
      Grant: () => 14 * 24 * 3600,
      IdToken: () => 3600,
      Interaction: () => 3600,
      RefreshToken: () => 14 * 24 * 3600,
      Session: () => 14 * 24 * 3600,
    },
  });
}
