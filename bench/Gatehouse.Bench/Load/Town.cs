using System.Globalization;
using System.Xml.Linq;
using Gatehouse.Signatures;

namespace Gatehouse.Bench.Load;

/// <summary>What the measured server holds: a user with ten managed policies, and a role that it may assume; and the requests that use them.</summary>
internal sealed class Town
{
    private const string UserName = "alice";
    private const string RoleName = "deploy";
    private const string Account = "111122223333";
    private const int Distinct = 512;
    private readonly QueryClient user;

    private Town(QueryClient user) => this.user = user;

    /// <summary>The settings that a new server gets its first account from.</summary>
    internal static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["GATEHOUSE_ACCOUNT_ID"] = Account,
        ["GATEHOUSE_ROOT_ACCESS_KEY_ID"] = "AKIABENCHBENCHBENCH1",
        ["GATEHOUSE_ROOT_SECRET_ACCESS_KEY"] = RootSecret,
    };

    private static string RootSecret => "bench/bench/bench/bench/bench/bench/0001";

    /// <summary>A client of the account's root user.</summary>
    internal static QueryClient Root(Child server) => new(server, new("AKIABENCHBENCHBENCH1", RootSecret));

    /// <summary>Makes everything, by the server's own operations.</summary>
    internal static Town Found(Child server)
    {
        var root = Root(server);
        root.Call("iam", "CreateUser", ("UserName", UserName));
        for (var number = 0; number < 10; number++)
        {
            var name = $"team-{number}";
            root.Call("iam", "CreatePolicy", ("PolicyName", name), ("PolicyDocument", Policy(number)));
            root.Call("iam", "AttachUserPolicy", ("UserName", UserName), ("PolicyArn", $"arn:aws:iam::{Account}:policy/{name}"));
        }

        root.Call("iam", "CreateRole", ("RoleName", RoleName), ("AssumeRolePolicyDocument", Trust));
        var key = root.Call("iam", "CreateAccessKey", ("UserName", UserName));
        return new(new(server, new(Value(key, "AccessKeyId"), Value(key, "SecretAccessKey"))));
    }

    /// <summary>What is measured, with the shares that are wanted.</summary>
    internal IReadOnlyList<Scenario> Scenarios() =>
    [
        new("GetCallerIdentity", 0.75, Requests("sts", "GetCallerIdentity", _ => [])),
        new("GetUser", 0.65, Requests("iam", "GetUser", _ => [("UserName", UserName)])),
        new("AssumeRole", 0.50, Requests(
            "sts", "AssumeRole", number => [("RoleArn", $"arn:aws:iam::{Account}:role/{RoleName}"), ("RoleSessionName", $"session-{number}")])),
    ];

    // Signed for different seconds of the last minutes, so that no two signatures are the same.
    private byte[][] Requests(string service, string action, Func<int, (string, string)[]> parameters)
    {
        var now = TimeProvider.System.GetUtcNow();
        return [.. Enumerable.Range(0, Distinct).Select(number => user.Bytes(now.AddSeconds(-number % 300), service, action, parameters(number)))];
    }

    private static string Value(XElement answer, string name) => answer.Descendants().Single(element => element.Name.LocalName == name).Value;

    private const string Trust = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole",
         "Condition":{"IpAddress":{"aws:SourceIp":["127.0.0.0/8","::1/128"]}}}]}
        """;

    // Six statements each, as a platform team writes them; what the measured requests need stands in two of the ten.
    private static string Policy(int number)
    {
        var team = number.ToString(CultureInfo.InvariantCulture);
        var last = number switch
        {
            3 => """{"Effect":"Allow","Action":["iam:Get*","iam:List*"],"Resource":"arn:aws:iam::111122223333:user/${aws:username}"}""",
            6 => """{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::111122223333:role/*","Condition":{"Bool":{"aws:ViaAWSService":"false"}}}""",
            9 => """{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":["10.0.0.0/8","127.0.0.0/8","::1/128"]},"Bool":{"aws:ViaAWSService":"false"}}}""",
            _ => """{"Effect":"Allow","Action":["iam:GetRole","iam:PassRole"],"Resource":"arn:aws:iam::111122223333:role/team-#-*"}""",
        };
        return ("""
            {"Version":"2012-10-17","Statement":[
             {"Sid":"Objects","Effect":"Allow","Action":["s3:GetObject*","s3:PutObject","s3:DeleteObject"],"Resource":"arn:aws:s3:::team-#-*/*"},
             {"Sid":"Buckets","Effect":"Allow","Action":["s3:ListBucket","s3:GetBucket*"],"Resource":"arn:aws:s3:::team-#-*","Condition":{"StringLike":{"s3:prefix":["home/${aws:username}/*","shared/*"]}}},
             {"Sid":"Machines","Effect":"Allow","Action":["ec2:Describe*","ec2:StartInstances","ec2:StopInstances"],"Resource":"*","Condition":{"StringEquals":{"aws:RequestedRegion":["us-east-1","eu-west-1"]}}},
             {"Sid":"Tables","Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:Query","dynamodb:UpdateItem"],"Resource":"arn:aws:dynamodb:*:111122223333:table/team-#-*","Condition":{"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["${aws:userid}"]}}},
             {"Sid":"Logs","Effect":"Allow","Action":["logs:Get*","logs:FilterLogEvents","cloudwatch:GetMetricData"],"Resource":"*"},
            """ + last + "]}").Replace("#", team, StringComparison.Ordinal);
    }
}
