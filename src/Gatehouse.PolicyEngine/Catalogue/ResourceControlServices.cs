using System.Collections.Frozen;

namespace Gatehouse.PolicyEngine;

/// <summary>The services whose resources resource control policies govern (PL-46, as of September 2026).</summary>
public static class ResourceControlServices
{
    private const string Prefixes = """
        aoss appconfig appstream autoscaling autoscaling-plans budgets clouddirectory cloudfront cloudsearch cloudtrail-data codeartifact codebuild
        codecommit codepipeline cognito-identity cognito-idp comprehend comprehendmedical compute-optimizer cost-optimization-hub dax dsql dynamodb
        ecr ecr-public events firehose fis fms gamelift health inspector-scan kendra kinesisvideo kms logs memorydb networkmonitor notifications
        opensearch pca-connector-ad personalize polly pricing resource-groups rolesanywhere s3 secretsmanager servicediscovery signin sqs sts
        support swf textract timestream-influxdb transcribe transfer translate wafv2 workspaces xray
        """;

    private static readonly FrozenSet<string> All = Prefixes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether RCPs can be in force for an action of this service. A host may add services of its own.</summary>
    /// <param name="prefix">Prefix of the service, as in <c>s3:GetObject</c>.</param>
    public static bool Contains(string prefix) => All.Contains(prefix);

    /// <summary>The prefixes, sorted.</summary>
    public static IEnumerable<string> List => All.Order(StringComparer.Ordinal);
}
