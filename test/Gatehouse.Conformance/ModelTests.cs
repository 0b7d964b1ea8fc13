namespace Gatehouse.Conformance;

/// <summary>What AWS's SDK for JavaScript makes of our answers, over whole services.</summary>
public sealed class ModelTests
{
    [Fact]
    public async Task Every_operation_of_the_models_answers_generated_requests_as_its_model_says()
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:");
        var model = Path.Combine(server.Folder, "model.json");
        var files = Path.Combine(server.Folder, "files.json");
        await File.WriteAllTextAsync(
            model,
            ModelFile.Of(
                Contracts.Iam.IamService.Contract, Contracts.Sts.StsService.Contract, Contracts.Organizations.OrganizationsService.Contract,
                Contracts.CloudTrail.CloudTrailService.Contract, Contracts.RolesAnywhere.RolesAnywhereService.Contract).ToJsonString(),
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(files, Certificates.Make().ToJsonString(), TestContext.Current.CancellationToken);

        var output = await Shell.RunAsync(server, "node", [Scripts.Find("js/model/run.mjs"), model, files, Path.Combine(Scripts.Root, "docs/coverage.md")]);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.EndsWith(" 0 faults\n", output.Text, StringComparison.Ordinal);
    }
}
