using System.Text;
using Gatehouse.Server.Hosting;

namespace Gatehouse.House.Tests;

/// <summary>Every operation of every model is done, or listed with its reason.</summary>
public sealed class OperationTests
{
    // Why a service's missing operations are missing.
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["iam"] = "not built yet: it comes with the rest of IAM's API",
        ["sts"] = "not built yet: it comes with federation",
        ["organizations"] = "not built yet",
        ["cloudtrail"] = "not built: Gatehouse keeps the event history that LookupEvents reads; trails, lakes and their queries are AWS's products around it",
        ["accessanalyzer"] = "not built yet: it comes with access analysis; requests are routed and authenticated",
        ["sso-admin"] = "not built: an installation is one place, and an instance is in the one region it was made in",
        ["sso-oidc"] = "not built yet",
        ["sso"] = "not built yet",
        ["account"] = "not built yet; requests are routed and authenticated",
    };

    // What is done in another way than AWS does it, and must be known.
    private static readonly Dictionary<string, string> Notes = new(StringComparer.Ordinal)
    {
        ["iam"] = "SendDelegationToken makes the request final; AWS then puts the token on the SNS topic that the request names. There is no SNS here, and nothing is "
            + "posted to addresses that a request names: the account that asked fetches the token with `gatehouse:ReceiveDelegationToken` ([sessions.md](sessions.md#delegation-tokens)).",
        ["eks-auth"] = "Clusters and associations are not made by calls: EKS is not here, and they are a file of the operator's ([workloads.md](workloads.md#as-a-pod-of-a-kubernetes-cluster)).",
        ["sso-admin"] = "CreateInstance is for the management account of an organization too, whose instance AWS enables in its console: there is no console here. The "
            + "instance of any other account gives roles in that account; with AWS it has applications only. Keys of "
            + "customers are refused (UpdateInstance), for there is no KMS.",
        ["gatehouse"] = "Our own service, for what AWS has no call for ([sessions.md](sessions.md)).",
    };

    [Fact]
    public void Every_operation_is_implemented_or_listed_with_its_reason()
    {
        var done = Offer.Operations.Select(operation => operation.Contract).ToHashSet();
        var page = new StringBuilder(
            """
            # Coverage

            What each service's model has, and what of it Gatehouse does. An operation that is missing is routed, its signature is
            verified, and it is refused with `NotImplemented` (501): it never answers as if it were done. A test compares this page
            with the code.


            """);
        page.Append("| service | operations | done |\n| --- | --- | --- |\n");
        foreach (var service in Offer.Services)
        {
            page.Append($"| {service.Name} | {service.All.Count} | {service.All.Count(done.Contains)} |\n");
        }

        foreach (var service in Offer.Services)
        {
            var missing = service.All.Where(operation => !done.Contains(operation)).ToList();
            page.Append($"\n## {service.Name}\n\nDone: ");
            page.AppendJoin(", ", service.All.Where(done.Contains).Select(operation => operation.Name).DefaultIfEmpty("nothing")).Append(".\n");
            if (Notes.TryGetValue(service.Name, out var note))
            {
                page.Append($"\n{note}\n");
            }

            if (missing.Count > 0)
            {
                page.Append($"\nMissing ({Reasons[service.Name]}):\n\n").AppendJoin('\n', missing.Select(operation => $"- `{operation}`")).Append('\n');
            }
        }

        Repository.MatchesPage("docs/coverage.md", page.ToString());
    }

    [Fact]
    public void Every_operation_has_a_file_and_a_test_class_of_its_name()
    {
        var sources = Repository.Sources("src").Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);
        var tests = string.Join('\n', Repository.Sources("test").Select(File.ReadAllText));
        var names = Offer.Operations.Select(operation => operation.Contract.Name).ToList();

        Assert.All(names, name => Assert.Contains(name, sources));
        Assert.All(names, name => Assert.True(
            tests.Contains($"class {name}Tests", StringComparison.Ordinal),
            $"{name} has no test class {name}Tests."));
    }

    [Fact]
    public void Every_class_that_is_an_operation_is_in_the_table()
    {
        var done = Offer.Operations.Select(operation => operation.Contract.Name).ToHashSet(StringComparer.Ordinal);
        var written = Repository.Sources("src")
            .Where(file => Repository.Relative(file) is var path && (path.StartsWith("src/Gatehouse.Iam/", StringComparison.Ordinal)
                || path.StartsWith("src/Gatehouse.Sts/", StringComparison.Ordinal) || path.StartsWith("src/Gatehouse.Organizations/", StringComparison.Ordinal)
                || path.StartsWith("src/Gatehouse.CloudTrail/", StringComparison.Ordinal) || path.StartsWith("src/Gatehouse.RolesAnywhere/", StringComparison.Ordinal)
                || path.StartsWith("src/Gatehouse.EksAuth/", StringComparison.Ordinal) || path.StartsWith("src/Gatehouse.Own/", StringComparison.Ordinal)
                || path.StartsWith("src/Gatehouse.SignIn/", StringComparison.Ordinal) || path.StartsWith("src/Gatehouse.IdentityCenter/", StringComparison.Ordinal)))
            .Where(file => File.ReadAllText(file) is var text && (text.Contains(" : IRead<", StringComparison.Ordinal)
                || text.Contains(" : IWrite<", StringComparison.Ordinal) || text.Contains(" : IReach<", StringComparison.Ordinal)))
            .Select(Path.GetFileNameWithoutExtension);

        Assert.All(written, name => Assert.Contains(name!, done));
    }
}
