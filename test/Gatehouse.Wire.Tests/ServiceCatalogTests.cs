using Gatehouse.Contracts.AccessAnalyzer;
using Gatehouse.Contracts.Account;
using Gatehouse.Contracts.CloudTrail;
using Gatehouse.Contracts.Iam;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Sts;

namespace Gatehouse.Wire.Tests;

/// <summary>AU-3, AU-13, EN-3, EN-5: the way from a request to an operation.</summary>
public sealed class ServiceCatalogTests
{
    private static readonly ServiceCatalog Catalog = new(
        IamService.Contract, StsService.Contract, OrganizationsService.Contract, CloudTrailService.Contract, AccessAnalyzerService.Contract, AccountService.Contract);

    [Theory]
    [InlineData("/")]
    [InlineData("")]
    public void A_form_names_its_operation_with_and_without_a_trailing_slash(string path)
    {
        using var request = Requests.Form("Version=2010-05-08&Action=ListUsers", path: path);

        Assert.True(request.IsForm);
        Assert.Same(IamService.ListUsers, Catalog.Find(request).Operation);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void A_query_string_names_its_operation(string path)
    {
        using var request = Requests.Get("Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a&X-Amz-Credential=b", path);

        Assert.False(request.IsForm);
        Assert.Same(StsService.GetCallerIdentity, Catalog.Find(request).Operation);
    }

    [Fact]
    public void The_query_string_of_a_POST_counts_as_well()
    {
        using var request = Requests.Form("UserName=u", "Action=GetUser&Version=2010-05-08");

        Assert.Same(IamService.GetUser, Catalog.Find(request).Operation);
        Assert.Equal("u", IamService.GetUser.Read(request).UserName);
    }

    [Theory]
    [InlineData("Action=Nope&Version=2010-05-08", "Could not find operation Nope for version 2010-05-08")]
    [InlineData("Action=GetUser&Version=2011-06-15", "Could not find operation GetUser for version 2011-06-15")]
    [InlineData("Action=GetUser", "Could not find operation GetUser for version NO_VERSION_SPECIFIED")]
    [InlineData("Action=getuser&Version=2010-05-08", "Could not find operation getuser for version 2010-05-08")]
    [InlineData("Action=&Version=", "Could not find operation  for version ")]
    [InlineData("Action=%01%0A&Version=x", "Could not find operation ?? for version x")]
    public void An_unknown_action_is_InvalidAction(string form, string message)
    {
        using var request = Requests.Form(form);

        var route = Catalog.Find(request);

        Assert.Null(route.Operation);
        Assert.Same(Protocol.Query, route.Protocol);
        Assert.Equal((400, "InvalidAction", message), (route.Refusal!.Status, route.Refusal.Code, route.Refusal.Message));
    }

    [Fact]
    public void A_name_longer_than_any_is_not_found_and_is_cut_in_the_answer()
    {
        using var request = Requests.Form($"Action={new string('A', 5000)}&Version=2010-05-08");

        var refusal = Catalog.Find(request).Refusal!;

        Assert.Equal(CommonError.InvalidAction, refusal.Kind);
        Assert.True(refusal.Message.Length < 350);
    }

    [Fact]
    public void Known_version_and_unknown_action_still_name_the_service()
    {
        using var request = Requests.Form("Action=Nope&Version=2011-06-15");

        Assert.Same(StsService.Contract, Catalog.Find(request).Service);
    }

    [Theory]
    [InlineData("PUT", CommonError.MethodNotAllowed, 405)]
    [InlineData("DELETE", CommonError.MethodNotAllowed, 405)]
    [InlineData("GET", CommonError.MissingAction, 400)]
    public void Only_GET_and_POST_are_known_at_the_root(string method, CommonError kind, int status)
    {
        using var request = new WireRequest(method, "/", "", new Headers(), default);

        var refusal = Catalog.Find(request).Refusal!;

        Assert.Equal((kind, status), (refusal.Kind, refusal.Status));
    }

    [Theory]
    [InlineData("AWSOrganizationsV20161128.ListAccounts", "organizations:ListAccounts")]
    [InlineData("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents", "cloudtrail:LookupEvents")]
    [InlineData("CloudTrail_20131101.LookupEvents", "cloudtrail:LookupEvents")]
    public void A_target_names_its_operation(string target, string operation)
    {
        using var request = Requests.Json(target, "{}");

        Assert.False(request.IsForm);
        Assert.Equal(operation, Catalog.Find(request).Operation!.ToString());
        Assert.Same(Protocol.Json11, Catalog.Find(request).Protocol);
    }

    [Theory]
    [InlineData("AWSOrganizationsV20161128.Nope")]
    [InlineData("AWSOrganizationsV20161128.")]
    [InlineData("AWSOrganizationsV20161128")]
    [InlineData("Other.ListAccounts")]
    [InlineData(".")]
    public void An_unknown_target_is_UnknownOperation(string target)
    {
        using var request = Requests.Json(target, "{}");

        var route = Catalog.Find(request);

        Assert.Null(route.Operation);
        Assert.Equal((400, "UnknownOperationException"), route.Protocol.Describe(route.Refusal!));
    }

    [Fact]
    public void Two_targets_are_malformed()
    {
        var headers = new Headers(("X-Amz-Target", "AWSOrganizationsV20161128.ListRoots"), ("X-Amz-Target", "AWSOrganizationsV20161128.ListAccounts"));
        using var request = new WireRequest("POST", "/", "", headers, default);

        Assert.Equal(CommonError.Malformed, Catalog.Find(request).Refusal!.Kind);
    }

    [Fact]
    public void A_form_with_a_target_is_malformed()
    {
        using var request = Requests.Json("AWSOrganizationsV20161128.ListAccounts", "Action=ListUsers", "application/x-www-form-urlencoded");

        Assert.Equal(CommonError.Malformed, Catalog.Find(request).Refusal!.Kind);
    }

    [Theory]
    [InlineData("GET", "/analyzer", "ListAnalyzers")]
    [InlineData("GET", "/analyzer/a", "GetAnalyzer")]
    [InlineData("GET", "/analyzer/a%2Fb", "GetAnalyzer")]
    [InlineData("GET", "/%61nalyzer/a", "GetAnalyzer")]
    [InlineData("DELETE", "/analyzer/a/archive-rule/r", "DeleteArchiveRule")]
    [InlineData("PUT", "/policy/generation", "StartPolicyGeneration")]
    [InlineData("POST", "/getContactInformation", "GetContactInformation")]
    [InlineData("GET", "/analyzer/", null)]
    [InlineData("GET", "/analyzer/a/b", null)]
    [InlineData("GET", "//analyzer", null)]
    [InlineData("GET", "/analyzer/..", null)] // [AU-123]: its signature covers another path.
    [InlineData("GET", "/analyzer/.", null)]
    [InlineData("DELETE", "/analyzer/a/archive-rule/..", null)]
    [InlineData("GET", "/analyzer/%2e%2e", "GetAnalyzer")]
    [InlineData("GET", "/nope", null)]
    [InlineData("PATCH", "/analyzer", null)]
    public void A_path_names_its_operation(string method, string path, string? operation)
    {
        using var request = Requests.Rest(method, path);

        var route = Catalog.Find(request);

        Assert.Same(Protocol.RestJson, route.Protocol);
        Assert.Equal(operation, route.Operation?.Name);
        Assert.True(route.Operation is not null || route.Protocol.Describe(route.Refusal!) == (404, "UnknownOperationException"));
    }

    [Fact]
    public void A_label_is_decoded_once()
    {
        using var request = Requests.Rest("GET", "/analyzer/a%252Fb+c");

        Assert.Equal("a%2Fb+c", AccessAnalyzerService.GetAnalyzer.Parse(request).AnalyzerName);
    }

    [Fact]
    public void Fixed_text_goes_before_labels_and_fixed_parameters_before_none()
    {
        var service = Service("/a/{x}", "/a/b", "/a/{x+}", "/{y}/b", "/t", "/t?aws_iam=t", "/t?aws_iam");
        var catalog = new ServiceCatalog(service);

        Assert.Equal("/a/b", Find("/a/b"));
        Assert.Equal("/a/{x}", Find("/a/c"));
        Assert.Equal("/a/{x+}", Find("/a/c/d"));
        Assert.Equal("/{y}/b", Find("/z/b"));
        Assert.Equal("/t?aws_iam=t", Find("/t", "aws_iam=t"));
        Assert.Equal("/t?aws_iam", Find("/t", "aws_iam=u"));
        Assert.Equal("/t", Find("/t"));

        string? Find(string path, string query = "")
        {
            using var request = Requests.Rest("GET", path, query);
            return catalog.Find(request).Operation?.Uri!.Text;
        }
    }

    private static ServiceContract Service(params string[] templates)
    {
        ServiceContract service = null!;
        service = new("test", () => [.. templates.Select(template => new OperationContract<GetUserRequest, GetUserResponse>(service, template, GetUserRequest.Read, GetUserResponse.Read)
        {
            Method = "GET",
            Uri = new(template),
        })])
        {
            SdkId = "Test",
            ApiVersion = "1",
            SigningName = "test",
            Protocol = Protocol.RestJson,
            TargetPrefix = "Test",
            QualifiedTargetPrefix = "x.Test",
        };
        return service;
    }
}
