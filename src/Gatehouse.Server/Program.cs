return await Gatehouse.Policies.PolicyCommand.InvokeAsync(Gatehouse.Server.Hosting.CommandLine.Build().Parse(args), new()
{
    // The host itself hears Ctrl-C and SIGTERM, and takes as long to drain as it was told to.
    ProcessTerminationTimeout = null,
});
