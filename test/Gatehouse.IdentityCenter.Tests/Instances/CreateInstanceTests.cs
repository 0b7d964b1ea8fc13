using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Testing;

namespace Gatehouse.IdentityCenter.Tests.Instances;

public sealed class CreateInstanceTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Makes_the_account_s_instance_whose_store_is_found_by_its_id()
    {
        var arn = Create(new() { Name = "corp", Tags = [new() { Key = "team", Value = "red" }] });

        var instance = account.Account.IdentityCenter!;
        Assert.Matches("^arn:aws:sso:::instance/ssoins-[0-9a-f]{16}$", arn);
        Assert.Matches("^d-[0-9a-f]{10}$", instance.IdentityStoreId);
        Assert.Equal((arn, "corp", "us-east-1", account.Clock.GetUtcNow()), (instance.Arn.Text, instance.Name, instance.Region, instance.Created));
        Assert.Equal([new Tag("team", "red")], instance.Tags);
        Assert.Equal(AccountFixture.Id, account.Installation.Names.OwnerOf("identitystore", instance.IdentityStoreId));
    }

    [Fact]
    public void Answers_the_same_request_again_with_the_same_instance()
    {
        var arn = Create(new() { ClientToken = "once" });

        Assert.Equal(arn, Create(new() { ClientToken = "once" }));
        Assert.Single(account.Installation.Names.Of("identitystore"));
    }

    [Theory]
    [InlineData("another", null)]
    [InlineData("once", "renamed")]
    [InlineData(null, null)]
    public void Refuses_a_second_instance(string? token, string? name)
    {
        Create(new() { ClientToken = "once" });

        Assert.Throws<ConflictException>(() => Create(new() { ClientToken = token, Name = name }));
    }

    [Fact]
    public void Refuses_tags_before_anything_is_claimed()
    {
        Assert.Throws<ValidationException>(() => Create(new() { Tags = [new() { Key = "aws:x", Value = "" }] }));

        Assert.Null(account.Account.IdentityCenter);
        Assert.Empty(account.Installation.Names.Of("identitystore"));
    }

    [Fact]
    public void Policies_can_test_the_tags_of_the_request()
    {
        var center = new SetFixture();
        var policy = SetFixture.Policy("sso:CreateInstance", "arn:aws:sso:::instance/*", condition: """{"StringEquals":{"aws:RequestTag/team":"red"}}""");

        Assert.True(center.May<CreateInstance, CreateInstanceRequest>("sso:CreateInstance", new() { Tags = [new() { Key = "team", Value = "red" }] }, policy));
        Assert.False(center.May<CreateInstance, CreateInstanceRequest>("sso:CreateInstance", new() { Tags = [new() { Key = "team", Value = "blue" }] }, policy));
    }

    private string Create(CreateInstanceRequest request) => account.Reach<CreateInstance, CreateInstanceRequest, CreateInstanceResponse>(request).InstanceArn!;
}
