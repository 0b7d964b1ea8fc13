using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.LastAccess;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.LastAccess;

public sealed class GetServiceLastAccessedDetailsWithEntitiesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_who_used_the_service_last_before_those_who_never_did()
    {
        var job = GivenReport();

        var answer = Call(new() { JobId = job, ServiceNamespace = "s3" });

        Assert.Equal("COMPLETED", answer.JobStatus);
        Assert.Equal(["Carol True", "Alice True", "Bob False"], answer.EntityDetailsList!.Select(entity => $"{entity.EntityInfo!.Name} {entity.LastAuthenticated is not null}"));
        Assert.Equal(("USER", "/", "arn:aws:iam::111122223333:user/Carol"), (
            answer.EntityDetailsList![0].EntityInfo!.Type, answer.EntityDetailsList[0].EntityInfo!.Path, answer.EntityDetailsList[0].EntityInfo!.Arn));
    }

    [Fact]
    public void Pages_over_entities()
    {
        var job = GivenReport();

        var first = Call(new() { JobId = job, ServiceNamespace = "s3", MaxItems = 2 });
        var second = Call(new() { JobId = job, ServiceNamespace = "s3", MaxItems = 2, Marker = first.Marker });

        Assert.Equal((true, false), (first.IsTruncated, second.IsTruncated));
        Assert.Equal("Bob", Assert.Single(second.EntityDetailsList!).EntityInfo!.Name);
    }

    [Fact]
    public void A_service_that_is_not_granted_has_nobody_and_one_that_AWS_does_not_have_is_refused()
    {
        var job = GivenReport();

        Assert.Empty(Call(new() { JobId = job, ServiceNamespace = "ec2" }).EntityDetailsList!);
        account.Refuses<InvalidInputException>(
            400, "InvalidInput", "nosuch is not a valid service namespace.", () => Call(new() { JobId = job, ServiceNamespace = "nosuch" }));
    }

    [Fact]
    public void Knows_no_job_that_is_not_there() => account.RefusesMissing(
        "Job with id 00000000-0000-4000-8000-000000000000 does not exist.",
        () => Call(new() { JobId = "00000000-0000-4000-8000-000000000000", ServiceNamespace = "s3" }));

    private string GivenReport()
    {
        var (alice, carol) = (account.AddUser("Alice"), account.AddUser("Carol"));
        account.AddUser("Bob");
        var group = account.AddGroup("staff", members: ["Alice", "Bob", "Carol"]);
        account.Change(draft => draft.Put(group with { InlinePolicies = [new("p", Uses.Document("s3:*"))] }));
        account.Asks(alice, "s3:GetObject");
        account.Clock.Advance(TimeSpan.FromHours(1));
        account.Asks(carol, "s3:PutObject");
        return account.Report(group.Arn());
    }

    private GetServiceLastAccessedDetailsWithEntitiesResponse Call(GetServiceLastAccessedDetailsWithEntitiesRequest request) =>
        account.Read<GetServiceLastAccessedDetailsWithEntities, GetServiceLastAccessedDetailsWithEntitiesRequest, GetServiceLastAccessedDetailsWithEntitiesResponse>(request);
}
