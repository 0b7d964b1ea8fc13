return await Gatehouse.Server.Hosting.CommandLine.Build().Parse(args).InvokeAsync();
