using System.Net;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>What a user may and may not do, and what the refusal says.</summary>
public sealed class DenialTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_user_without_policies_is_told_who_what_where_and_why()
    {
        var alice = await NewUserAsync("alice");

        var reply = await server.QueryAsync(alice, "iam", "CreateUser", ("UserName", "mallory"));

        Assert.Equal(HttpStatusCode.Forbidden, reply.Status);
        Assert.Equal("AccessDenied", reply.Code);
        Assert.Equal(
            "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: iam:CreateUser on resource: "
            + "arn:aws:iam::111122223333:user/mallory because no identity-based policy allows the iam:CreateUser action",
            reply.Message);
    }

    [Fact]
    public async Task An_explicit_deny_of_a_managed_policy_names_the_policy()
    {
        var bob = await NewUserAsync("bob");
        await server.QueryAsync("iam", "AttachUserPolicy", ("UserName", "bob"), ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));
        await server.QueryAsync("iam", "AttachUserPolicy", ("UserName", "bob"), ("PolicyArn", "arn:aws:iam::aws:policy/AWSDenyAll"));

        var reply = await server.QueryAsync(bob, "iam", "GetUser", ("UserName", "bob"));

        Assert.Equal(
            "User: arn:aws:iam::111122223333:user/bob is not authorized to perform: iam:GetUser on resource: user bob "
            + "with an explicit deny in an identity-based policy: arn:aws:iam::aws:policy/AWSDenyAll",
            reply.Message);
    }

    [Fact]
    public async Task An_inline_policy_allows_from_the_next_request_on_and_no_longer_than_it_stands()
    {
        var carol = await NewUserAsync("carol");
        Assert.Equal("AccessDenied", (await server.QueryAsync(carol, "iam", "ListUsers")).Code);

        const string policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}}""";
        await server.QueryAsync("iam", "PutUserPolicy", ("UserName", "carol"), ("PolicyName", "list"), ("PolicyDocument", policy));
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(carol, "iam", "ListUsers")).Status);

        await server.QueryAsync("iam", "DeleteUserPolicy", ("UserName", "carol"), ("PolicyName", "list"));
        Assert.Equal("AccessDenied", (await server.QueryAsync(carol, "iam", "ListUsers")).Code);
    }

    // AU-10, AU-208, BI-34, BI-35: a key that is disabled or deleted is refused on the next request.
    [Fact]
    public async Task A_key_stops_working_at_once()
    {
        var dave = await NewUserAsync("dave");
        Assert.Equal("AccessDenied", (await server.QueryAsync(dave, "iam", "ListUsers")).Code);

        await server.QueryAsync("iam", "UpdateAccessKey", ("UserName", "dave"), ("AccessKeyId", dave.AccessKeyId), ("Status", "Inactive"));
        Assert.Equal("InvalidClientTokenId", (await server.QueryAsync(dave, "iam", "ListUsers")).Code);

        await server.QueryAsync("iam", "UpdateAccessKey", ("UserName", "dave"), ("AccessKeyId", dave.AccessKeyId), ("Status", "Active"));
        Assert.Equal("AccessDenied", (await server.QueryAsync(dave, "iam", "ListUsers")).Code);

        await server.QueryAsync("iam", "DeleteAccessKey", ("UserName", "dave"), ("AccessKeyId", dave.AccessKeyId));
        Assert.Equal("InvalidClientTokenId", (await server.QueryAsync(dave, "iam", "ListUsers")).Code);
    }

    private async Task<SigningCredentials> NewUserAsync(string name)
    {
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync("iam", "CreateUser", ("UserName", name))).Status);
        var key = await server.QueryAsync("iam", "CreateAccessKey", ("UserName", name));
        return new(key["AccessKeyId"]!, key["SecretAccessKey"]!);
    }
}
