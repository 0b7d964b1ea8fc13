using System.Xml.Linq;

namespace Gatehouse.House.Tests;

/// <summary>The picture of ARCHITECTURE.md, compared with the project files. That signatures need nothing, ASP.NET least of all, is AU-100.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Drawn = new(StringComparer.Ordinal)
    {
        ["Gatehouse.PolicyEngine"] = [],
        ["Gatehouse.ServiceAuthorization"] = [],
        ["Gatehouse.Policies"] = ["Gatehouse.PolicyEngine", "Gatehouse.ServiceAuthorization"],
        ["Gatehouse.Signatures"] = [],
        ["Gatehouse.Wire"] = [],
        ["Gatehouse.Contracts"] = ["Gatehouse.Wire"],
        ["Gatehouse.Accounts"] = ["Gatehouse.PolicyEngine", "Gatehouse.ServiceAuthorization"],
        ["Gatehouse.Storage.Sqlite"] = ["Gatehouse.Accounts"],
        ["Gatehouse.Federation"] = ["Gatehouse.Accounts"],
        ["Gatehouse.Workloads"] = ["Gatehouse.Accounts"],
        ["Gatehouse.SignIn"] = ["Gatehouse.Operations", "Gatehouse.Contracts"],
        ["Gatehouse.Operations"] = ["Gatehouse.Wire", "Gatehouse.Accounts"],
        ["Gatehouse.Iam"] = ["Gatehouse.Operations", "Gatehouse.Contracts"],
        ["Gatehouse.Sts"] = ["Gatehouse.Operations", "Gatehouse.Contracts"],
        ["Gatehouse.Organizations"] = ["Gatehouse.Operations", "Gatehouse.Contracts"],
        ["Gatehouse.CloudTrail"] = ["Gatehouse.Operations", "Gatehouse.Contracts"],
        ["Gatehouse.RolesAnywhere"] = ["Gatehouse.Operations", "Gatehouse.Contracts"],
        ["Gatehouse.IdentityCenter"] = ["Gatehouse.Operations", "Gatehouse.Contracts"],
        ["Gatehouse.EksAuth"] = ["Gatehouse.Operations", "Gatehouse.Contracts"],
        ["Gatehouse.Own"] = ["Gatehouse.Operations", "Gatehouse.Contracts"],
        ["Gatehouse.Server"] =
        [
            "Gatehouse.Policies", "Gatehouse.Signatures", "Gatehouse.Storage.Sqlite", "Gatehouse.Iam", "Gatehouse.Sts", "Gatehouse.Organizations", "Gatehouse.CloudTrail",
            "Gatehouse.Federation", "Gatehouse.RolesAnywhere", "Gatehouse.IdentityCenter", "Gatehouse.EksAuth", "Gatehouse.Own", "Gatehouse.Workloads", "Gatehouse.SignIn",
        ],
    };

    [Fact]
    public void Every_arrow_between_projects_is_drawn_and_no_other_exists()
    {
        var found = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), References, StringComparer.Ordinal);

        Assert.Equal(Drawn.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(Drawn, drawn => Assert.Equal(drawn.Value.Order(StringComparer.Ordinal), found[drawn.Key].Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_picture_in_the_architecture_names_every_project()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));

        Assert.All(Drawn.Keys, project => Assert.Contains(project, page, StringComparison.Ordinal));
    }

    private static string[] References(string project) => XDocument.Load(project).Descendants("ProjectReference")
        .Where(reference => reference.Attribute("OutputItemType") is null)
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
        .ToArray();
}
