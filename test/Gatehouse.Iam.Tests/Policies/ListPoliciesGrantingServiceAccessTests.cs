using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class ListPoliciesGrantingServiceAccessTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Finds_what_grants_a_user_anything_of_a_service_groups_included()
    {
        var read = account.AddPolicy("read");
        var staff = account.AddGroup("staff");
        account.Change(draft => draft.Put(staff with { InlinePolicies = [new("all", Allowing("*"))], AttachedPolicies = [read] }));
        var alice = account.Put(account.AddUser("Alice") with
        {
            AttachedPolicies = [read],
            InlinePolicies = [new("mail", Allowing("SES:Send*")), new("no", Allowing("s3:*").Replace("Allow", "Deny", StringComparison.Ordinal))],
            Groups = [staff.Id],
        });

        var entries = Call(new() { Arn = alice.ArnIn(AccountFixture.Id).Text, ServiceNamespaces = ["s3", "ses", "ec2"] }).PoliciesGrantingServiceAccess;

        Assert.Equal(["s3: MANAGED read, INLINE all of GROUP staff", "ses: INLINE mail of USER Alice, INLINE all of GROUP staff", "ec2: INLINE all of GROUP staff"], entries.Select(Line));
        Assert.Equal(read, entries[0].Policies![0].PolicyArn);
    }

    [Theory]
    [InlineData("iam:*", "")]
    [InlineData("*", "")]
    [InlineData("iam:Delete*", "INLINE some of ROLE app")]
    [InlineData("s3:*", "INLINE some of ROLE app")]
    public void Reads_what_is_left_when_a_policy_names_what_it_does_not_grant(string excepted, string found)
    {
        var role = account.Put(account.AddRole("app") with { InlinePolicies = [new("some", Allowing(excepted).Replace("Action", "NotAction", StringComparison.Ordinal))] });

        var entry = Call(new() { Arn = role.ArnIn(AccountFixture.Id).Text, ServiceNamespaces = ["iam"] }).PoliciesGrantingServiceAccess[0];

        Assert.Equal("iam: " + found, Line(entry));
    }

    [Fact]
    public void Knows_nobody_who_is_not_there() => account.RefusesMissing(
        "The group with name none cannot be found.", () => Call(new() { Arn = "arn:aws:iam::111122223333:group/none", ServiceNamespaces = ["s3"] }));

    [Fact]
    public void Refuses_the_ARN_of_something_else() => account.Refuses<InvalidInputException>(
        400,
        "InvalidInput",
        "Invalid Entity Arn: arn:aws:iam::111122223333:root does not clearly define entity type and name.",
        () => Call(new() { Arn = "arn:aws:iam::111122223333:root", ServiceNamespaces = ["s3"] }));

    private static string Allowing(string action) => Givens.Document.Replace("s3:GetObject", action, StringComparison.Ordinal);

    private static string Line(Contracts.Iam.Shapes.ListPoliciesGrantingServiceAccessEntry entry) => $"{entry.ServiceNamespace}: " + string.Join(
        ", ",
        entry.Policies!.Select(policy => $"{policy.PolicyType} {policy.PolicyName}" + (policy.EntityName is { } name ? $" of {policy.EntityType} {name}" : "")));

    private ListPoliciesGrantingServiceAccessResponse Call(ListPoliciesGrantingServiceAccessRequest request) =>
        account.Read<ListPoliciesGrantingServiceAccess, ListPoliciesGrantingServiceAccessRequest, ListPoliciesGrantingServiceAccessResponse>(request);
}
