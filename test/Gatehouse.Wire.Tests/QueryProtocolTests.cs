using System.Text;
using Gatehouse.Contracts.Iam;
using Gatehouse.Contracts.Iam.Shapes;
using Gatehouse.Contracts.Sts;

namespace Gatehouse.Wire.Tests;

public sealed class QueryProtocolTests
{
    private static readonly ServiceCatalog Catalog = new(IamService.Contract, StsService.Contract);

    [Fact]
    public void Finds_reads_and_answers_the_hottest_call()
    {
        using var request = Requests.Form("Action=GetCallerIdentity&Version=2011-06-15");
        using var answer = new WireAnswer();

        var route = Catalog.Find(request);
        Assert.Same(StsService.GetCallerIdentity, route.Operation);
        Assert.NotNull(StsService.GetCallerIdentity.Read(request));
        route.Protocol.WriteResponse(route.Operation!, new GetCallerIdentityResponse { Account = "1", Arn = "arn:x", UserId = "AIDA" }, "req-1", answer);

        Assert.Equal(
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><UserId>AIDA</UserId><Account>1</Account>"
            + "<Arn>arn:x</Arn></GetCallerIdentityResult><ResponseMetadata><RequestId>req-1</RequestId></ResponseMetadata></GetCallerIdentityResponse>",
            Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal((200, "text/xml"), (answer.Status, answer.ContentType));
        Assert.Equal(new("x-amzn-RequestId", "req-1"), Assert.Single(answer.Headers));
    }

    [Fact]
    public void Reads_lists_by_number_whatever_their_order_and_gaps()
    {
        using var request = Requests.Form(
            "Action=CreateUser&UserName=al%69ce&Tags.member.10.Key=ten&Tags.member.10.Value=10&Tags.member.2.Value=2&Tags.member.2.Key=two&Unknown=1&Path=%2Fa+b%2F");

        var read = IamService.CreateUser.Parse(request);

        Assert.Equal(("alice", "/a b/"), (read.UserName, read.Path));
        Assert.Equal([("two", "2"), ("ten", "10")], read.Tags!.Select(tag => (tag.Key, tag.Value)));
    }
}
