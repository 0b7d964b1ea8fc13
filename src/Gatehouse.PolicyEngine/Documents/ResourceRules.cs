namespace Gatehouse.PolicyEngine;

/// <summary>What a resource must look like to be saved (V4 and V8).</summary>
internal static class ResourceRules
{
    private static readonly string[] Partitions = ["*", "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"];

    private static readonly string[] IamPaths =
    [
        "user/", "federated-user/", "role/", "group/", "instance-profile/", "mfa/", "server-certificate/", "policy/", "sms-mfa/", "saml-provider/", "oidc-provider/",
        "report/", "access-report/",
    ];

    /// <summary>V4, which AWS only looks at while it has seen no V8 error: all Resource elements first, then all NotResource.</summary>
    internal static void LegacyParsing(DocumentShape shape, Problems problems)
    {
        var elements = shape.Statements.Select(static statement => statement.Resource).Concat(shape.Statements.Select(static statement => statement.NotResource));
        foreach (var element in elements.OfType<PolicyNode>())
        {
            var resources = StatementShape.Strings(element).Where(static node => node.Text != "*").ToArray();
            if (resources.Any(static node => Judge(node.Text) is not null))
            {
                return;
            }

            foreach (var resource in resources)
            {
                var fields = resource.Text.Split(':');
                if ((fields.Length < 6 && resource.Text.Contains("::", StringComparison.Ordinal)) || (fields.Length > 2 && fields[2].Length == 0))
                {
                    problems.Add(4, "resource-fields", WireTexts.LegacyParsing, resource, "an ARN of six fields, or a shorter one without empty fields");
                }
            }
        }
    }

    /// <summary>V8.</summary>
    // AWS: of several wrong resources in one list the ordinally smallest is the one named.
    internal static void Forms(DocumentShape shape, Problems problems)
    {
        foreach (var statement in shape.Statements)
        {
            foreach (var resource in StatementShape.Strings(statement.AnyResource).OrderBy(static node => node.Text, StringComparer.Ordinal))
            {
                if (Judge(resource.Text) is var (code, message))
                {
                    problems.Add(8, code, message, resource, "\"*\" or an ARN");
                }
            }
        }
    }

    private static (string Code, string Message)? Judge(string resource)
    {
        if (resource == "*")
        {
            return null;
        }

        var fields = resource.Split(':', 6);
        if (fields.Length == 1)
        {
            return ("resource-form", WireTexts.ResourceForm(resource));
        }

        if (!Partitions.Contains(fields[1], StringComparer.Ordinal))
        {
            string Shown(int index) => index < fields.Length ? fields[index] : "*";
            return ("resource-partition", WireTexts.Partition(fields[1], $"arn:{fields[1]}:{Shown(2)}:{Shown(3)}:{Shown(4)}:{Shown(5)}"));
        }

        if (fields.Length == 2)
        {
            return ("resource-vendor", WireTexts.ResourceVendor);
        }

        var region = fields.Length > 3 ? fields[3] : "";
        var rest = fields.Length > 5 ? fields[5] : "*";
        return fields[2] switch
        {
            "iam" when region.Length > 0 => ("resource-region", WireTexts.IamRegion(resource)),
            "iam" when rest != "*" && !IamPaths.Any(path => rest.StartsWith(path, StringComparison.Ordinal)) => ("resource-path", WireTexts.IamPath),
            "s3" when region.Length > 0 && !rest.StartsWith("accesspoint/", StringComparison.Ordinal) && !rest.StartsWith("access-grants/", StringComparison.Ordinal) =>
                ("resource-region", WireTexts.S3Region(resource)),
            _ => null,
        };
    }
}
