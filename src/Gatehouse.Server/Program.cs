return await Gatehouse.Policies.PolicyCommand.InvokeAsync(Gatehouse.Server.Hosting.CommandLine.Build().Parse(args));
