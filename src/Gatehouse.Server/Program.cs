return await Gatehouse.Server.Hosting.CommandLine.Build().Parse(args).InvokeAsync(new()
{
    // The host itself hears Ctrl-C and SIGTERM, and takes as long to drain as it was told to.
    ProcessTerminationTimeout = null,
});
