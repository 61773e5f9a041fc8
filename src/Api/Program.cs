using ModuleX.Api.CommandLine;

return await ModuleXCommand.RunAsync(args);
