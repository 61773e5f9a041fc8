// What the server was asked and what it handed out: tests count requests, and look for the secrets in ModuleX's log.
export function createJournal() {
  let requests = {};
  let grants = [];
  return {
    clear() {
      requests = {};
      grants = [];
    },
    count(method, path) {
      const name = `${method} ${path}`;
      requests[name] = (requests[name] ?? 0) + 1;
    },
    follow(provider) {
      provider.on('grant.success', (ctx) => note(ctx, null));
      provider.on('grant.error', (ctx, error) => note(ctx, `${error.message}: ${error.error_detail ?? error.error_description ?? ''}`));
    },
    entries: () => ({ requests, grants }),
  };

  function note({ oidc, body }, error) {
    const { grant_type, code, code_verifier, refresh_token } = oidc.params ?? {};
    grants.push({
      client_id: oidc.client?.clientId ?? null,
      grant_type: grant_type ?? null,
      error,
      sent: { code: code ?? null, code_verifier: code_verifier ?? null, refresh_token: refresh_token ?? null },
      issued: error ? null : { access_token: body.access_token, refresh_token: body.refresh_token ?? null },
    });
  }
}
