using System.Text;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Storage;
using Gatehouse.IdentityCenter.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.Provisioning;

public sealed class ProvisionerTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Makes_a_role_of_all_that_the_set_gives()
    {
        center.Account.Change(draft =>
        {
            draft.Put(new ManagedPolicy { Id = "ANPAOWN", Name = "own", Path = "/team/", Created = draft.Now, Updated = draft.Now, DefaultVersion = 1, NextVersion = 2, Versions = [new(1, "{}", draft.Now)] });
            draft.Put(center.Set with
            {
                Description = "reads",
                SessionSeconds = 7200,
                ManagedPolicies = ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
                CustomerPolicies = [new PolicyReference("own", "/team/")],
                InlinePolicy = SetFixture.Policy("s3:*"),
                BoundaryPolicy = "arn:aws:iam::aws:policy/PowerUserAccess",
            });
        });

        Assert.Equal(("SUCCEEDED", null), (center.Assign().Status, center.Assign().FailureReason));

        var role = center.RoleIn(Own)!;
        Assert.Matches("^arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Readers_[0-9a-f]{16}$", role.ArnIn(Own).Text);
        Assert.Equal(("reads", 43200, "arn:aws:iam::aws:policy/PowerUserAccess"), (role.Description, role.MaxSessionSeconds, role.PermissionsBoundary));
        Assert.Equal(["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::111122223333:policy/team/own"], role.AttachedPolicies);
        Assert.Equal([new InlinePolicy("AwsSSOInlinePolicy", SetFixture.Policy("s3:*"))], role.InlinePolicies);
        Assert.Matches("""^\{"Version":"2012-10-17","Statement":\[\{"Effect":"Allow","Principal":\{"Federated":"arn:aws:iam::111122223333:saml-provider/AWSSSO_[0-9a-f]{16}_DO_NOT_DELETE"\},"Action":\["sts:AssumeRoleWithSAML","sts:TagSession"\],"Condition":\{"StringEquals":\{"SAML:aud":"https://signin.aws.amazon.com/saml"\}\}\}\]\}$""", role.TrustPolicy);
        Assert.Contains(center.Instance.ProviderArnIn(Own), role.TrustPolicy, StringComparison.Ordinal);
        Assert.Equal([Own], center.Set.Provisioned);
        Assert.Empty(center.Account.Installation.Names.Of("provisioning"));
    }

    [Fact]
    public void Names_the_region_in_the_path_of_roles_elsewhere_than_in_us_east_1()
    {
        center.Account.Change(draft => draft.Put(center.Instance with { Region = "eu-central-1" }));

        center.Assign();

        Assert.Equal("/aws-reserved/sso.amazonaws.com/eu-central-1/", center.RoleIn(Own)!.Path);
    }

    [Fact]
    public void Makes_roles_in_the_accounts_of_the_organization_that_the_account_governs()
    {
        center.Organize();

        Assert.Equal("SUCCEEDED", center.Assign(Member).Status);

        Assert.NotNull(center.RoleIn(Member));
        Assert.Null(center.RoleIn(Own));
        Assert.NotEqual(center.Instance.ProviderArnIn(Member), center.Instance.ProviderArnIn(Own));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Makes_none_in_accounts_of_others(bool organized)
    {
        if (organized)
        {
            center.Organize();
        }

        center.Account.Found("777788889999");

        var ended = center.Assign("777788889999");

        Assert.Equal(("FAILED", "Received a 404 status error: Account 777788889999 was not found."), (ended.Status, ended.FailureReason));
        Assert.Equal(ended.FailureReason, center.Assign("999999999999").FailureReason!.Replace("999999999999", "777788889999", StringComparison.Ordinal));
        Assert.Null(center.RoleIn("777788889999"));
        Assert.Empty(center.Account.Account.Assignments);
    }

    [Fact]
    public void Fails_when_the_account_lacks_a_policy_that_it_must_have_itself()
    {
        center.Account.Change(draft => draft.Put(center.Set with { CustomerPolicies = [new PolicyReference("own", "/team/")] }));

        Assert.Equal("Received a 404 status error: Not supported policy arn:aws:iam::111122223333:policy/team/own.", center.Assign().FailureReason);

        Assert.Empty(center.Account.Account.Roles);
        Assert.Empty(center.Set.Provisioned);
    }

    [Fact]
    public void Fails_when_a_role_of_the_account_has_the_name()
    {
        var name = center.Set.RoleNameIn(Own);
        center.Account.Change(draft => draft.Put(new Role { Id = "AROAOTHER", Name = name, Path = "/", Created = draft.Now, TrustPolicy = "{}" }));

        Assert.Equal($"Received a 409 status error: Role with name {name} already exists.", center.Assign().FailureReason);

        Assert.Equal("AROAOTHER", Assert.Single(center.Account.Account.Roles).Id);
    }

    [Fact]
    public void Fails_when_the_role_would_have_more_policies_than_roles_may()
    {
        center.Account.Change(draft => draft.Put(center.Set with
        {
            ManagedPolicies = [.. center.Account.Installation.AwsPolicies.All.Where(policy => policy.Path == "/").Take(11).Select(policy => policy.ArnIn("aws").Text)],
        }));

        Assert.Equal("Received a 409 status error: Cannot exceed quota for PoliciesPerRole: 10", center.Assign().FailureReason);
    }

    [Fact]
    public void Takes_the_role_away_with_the_last_assignment()
    {
        center.Assign();
        center.Assign(principal: SetFixture.GroupId, type: "GROUP");

        center.AskAway();
        center.Work();
        Assert.NotNull(center.RoleIn(Own));

        center.AskAway(principal: SetFixture.GroupId, type: "GROUP");
        center.Work();
        Assert.Null(center.RoleIn(Own));
        Assert.Empty(center.Set.Provisioned);
    }

    [Fact]
    public void Somebody_who_left_meanwhile_gets_nothing()
    {
        var asked = center.Ask();
        center.Account.Change(draft => draft.Remove(draft.Account.IdentityUsers.FindById(SetFixture.UserId)!));

        center.Work();

        Assert.Equal("FAILED", center.Created(asked.RequestId!).Status);
        Assert.Null(center.RoleIn(Own));
    }

    [Fact]
    public void A_role_keeps_its_id_when_it_changes()
    {
        center.Assign();
        var before = center.RoleIn(Own)!;
        center.Account.Change(draft => draft.Put(center.Set with { InlinePolicy = SetFixture.Policy("s3:*"), Outdated = [Own] }));

        Assert.Equal("SUCCEEDED", center.Provision().Status);

        Assert.Equal((before.Id, before.Created, 1), (center.RoleIn(Own)!.Id, center.RoleIn(Own)!.Created, center.RoleIn(Own)!.InlinePolicies.Length));
        Assert.Empty(center.Set.Outdated);
    }

    [Fact]
    public void Leaves_events_of_the_service_in_the_trail_of_the_account()
    {
        center.Organize();
        center.Assign(Member);
        center.AskAway(Member);
        center.Work();

        var events = center.Account.Store.HistoryAsync("account/" + Member, long.MaxValue, default).ToBlockingEnumerable()
            .SelectMany(commit => commit.Rows).Where(row => row.Kind == RowKind.Note).Select(row => AuditEvent.Read(row.Value.Span)).ToList();

        Assert.Equal(["CreateRole", "DeleteRole"], events.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => one.Name));
        Assert.All(events, one => Assert.Equal(("sso.amazonaws.com", "AwsServiceEvent"), (one.Identity.InvokedBy, one.EventType)));
        Assert.All(events, one => Assert.Contains("AWSReservedSSO_Readers_", Encoding.UTF8.GetString(one.ServiceDetails.Span), StringComparison.Ordinal));
    }

    [Fact]
    public void Goes_on_wherever_an_earlier_worker_stopped()
    {
        // Stopped after the role was made, before anything said so.
        var made = center.Ask();
        var role = new Role { Id = "AROAEARLIER", Name = center.Set.RoleNameIn(Own), Path = center.Instance.RolePath, Created = center.Account.Clock.GetUtcNow(), TrustPolicy = "{}" };
        center.Account.Change(draft => draft.Put(role));
        Restart();
        Assert.Equal(("SUCCEEDED", "AROAEARLIER"), (center.Created(made.RequestId!).Status, center.RoleIn(Own)!.Id));
        Assert.NotEqual("{}", center.RoleIn(Own)!.TrustPolicy);

        // Stopped after the role was taken away, before anything said so.
        var taken = center.AskAway();
        center.Account.Change(draft => draft.Remove(center.RoleIn(Own)!));
        Restart();
        Assert.Equal("SUCCEEDED", center.Deleted(taken.RequestId!).Status);
        Assert.Empty(center.Account.Account.Assignments);
        Assert.Empty(center.Set.Provisioned);
        Assert.Empty(center.Account.Installation.Names.Of("provisioning"));
    }

    [Fact]
    public void A_role_that_an_earlier_worker_made_for_somebody_who_left_is_taken_away_again()
    {
        center.Ask();
        center.Account.Change(draft =>
        {
            draft.Put(new Role { Id = "AROAEARLIER", Name = center.Set.RoleNameIn(Own), Path = center.Instance.RolePath, Created = draft.Now, TrustPolicy = "{}" });
            draft.Remove(draft.Account.IdentityUsers.FindById(SetFixture.UserId)!);
        });

        Restart();

        Assert.Null(center.RoleIn(Own));
    }

    [Fact]
    public async Task Does_nothing_a_second_time()
    {
        var asked = center.Assign();
        var version = center.Account.Account.Version;

        await new Provisioner(center.Account.Installation).FinishAsync(Own, asked.RequestId!, TestContext.Current.CancellationToken);

        Assert.Equal(version, center.Account.Account.Version);
    }

    [Fact]
    public async Task Passes_over_a_note_whose_request_never_came()
    {
        await center.Account.Installation.Names.ClaimAsync("provisioning", "none", Own, TestContext.Current.CancellationToken);
        var version = center.Account.Account.Version;

        Restart();

        Assert.Equal(version, center.Account.Account.Version);
    }

    [Fact]
    public void Keeps_finished_requests_for_a_while_and_not_without_bound()
    {
        var first = center.Assign();
        center.Account.Clock.Advance(TimeSpan.FromDays(91));
        var second = center.Assign();

        Assert.Throws<Contracts.SsoAdmin.ResourceNotFoundException>(() => center.Created(first.RequestId!));
        center.Account.Change(draft =>
        {
            foreach (var number in Enumerable.Range(0, 1100))
            {
                draft.Put(new ProvisioningRequest
                {
                    Id = $"{number:x32}", Kind = ProvisioningKind.Provisioning, InstanceId = SetFixture.InstanceId, PermissionSetId = SetFixture.SetId, PermissionSetName = "Readers",
                    Requested = draft.Now.AddDays(-1), Completed = draft.Now,
                });
            }
        });
        center.Assign();

        Assert.Equal("SUCCEEDED", center.Created(second.RequestId!).Status);
        Assert.Equal(1001, center.Account.Account.Provisionings.Count);
    }

    // Another process begins, with nothing but what the store holds.
    private void Restart()
    {
        while (center.Account.Installation.Provisionings.TryNext(out _))
        {
        }

        new Provisioner(center.Account.Installation).Resume();
        center.Work();
    }
}
