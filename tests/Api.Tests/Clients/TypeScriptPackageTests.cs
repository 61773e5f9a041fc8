using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Clients;

/// <summary>The package that npm makes of the TypeScript client is one that a new project can use.</summary>
public sealed class TypeScriptPackageTests
{
    private const string Program = """
        import { ModuleX, ModuleXError, type AuthXApi, type ModuleXEvent, type Tokens } from '@modulex/client';

        const kept: (Tokens | undefined)[] = [];
        const modulex = new ModuleX({
          baseUrl: 'http://localhost:8000',
          onTokens: (tokens) => void kept.push(tokens),
          share: { lock: (work) => navigator.locks.request('modulex', work), read: () => kept.at(-1) },
        });

        export async function run(): Promise<string[]> {
          const page: AuthXApi.PageResponseOfUserResponse = await modulex.authx.users.list({ page: 1 });
          const made = await modulex.execute<{ id: string }>('mock', 'create_user', { name: 'Grace' }, { retries: 1 });
          // @ts-expect-error A person is named with document 2.
          await modulex.simple.auth.listTools();
          return [made.id, ...page.items.map(({ email }) => email)];
        }

        export const textOf = (event: ModuleXEvent): string => (event.type === 'activity' ? event.data.activity.description : event.type);
        export const codeOf = (error: unknown): string => (error instanceof ModuleXError ? error.code : 'UNKNOWN');
        """;

    [TypeScriptClientFact]
    public async Task A_new_project_installs_it_without_a_network_and_compiles()
    {
        using var folder = new TempFolder();
        await ClientFolder.SucceedsAsync(ClientFolder.Path, "npm", "pack", "--pack-destination", folder.Path, "--loglevel=error");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "package.json"), """{"name":"new-project","private":true,"type":"module"}""");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "program.ts"), Program);
        await ClientFolder.SucceedsAsync(
            folder.Path, "npm", "install", "--offline", "--no-audit", "--no-fund", "--loglevel=error",
            Directory.GetFiles(folder.Path, "*.tgz").ShouldHaveSingleItem());

        foreach (var (module, resolution) in new[] { ("nodenext", "nodenext"), ("esnext", "bundler") })
        {
            await ClientFolder.SucceedsAsync(
                folder.Path, "node", ClientFolder.Compiler, "--strict", "--exactOptionalPropertyTypes", "--noEmit", "--target", "es2022", "--module",
                module, "--moduleResolution", resolution, "program.ts");
        }
        await ClientFolder.SucceedsAsync(
            folder.Path, "node", "--input-type=module", "--eval",
            "const { ModuleX } = await import('@modulex/client'); if (!new ModuleX({ baseUrl: 'http://localhost' }).modulex.tools) process.exit(1);");
        Directory.GetDirectories(Path.Combine(folder.Path, "node_modules")).Select(Path.GetFileName).ShouldBe(["@modulex"], "the client has no dependencies");
    }
}
