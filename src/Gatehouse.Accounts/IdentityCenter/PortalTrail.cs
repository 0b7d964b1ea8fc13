using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>What the trail of an account tells of somebody who gets a role in it at the portal.</summary>
/// <remarks>AWS: Identity Center assumes the role with an assertion of its own, and the account's trail shows that as it shows any other.</remarks>
internal static class PortalTrail
{
    private const string Service = "sso.amazonaws.com";

    /// <summary>That they ask for it.</summary>
    internal static AuditEvent Of(Call call, Account target, Role role, AssignedRole held, ProvenIdentity proof, string sessionName) => new()
    {
        EventId = call.Installation.Ids.NewUuid(),
        Account = target.Id,
        Identity = AuditIdentity.Of(proof),
        Time = call.Now,
        Source = "sts.amazonaws.com",
        Name = "AssumeRoleWithSAML",
        Region = call.Region,
        SourceAddress = call.SourceAddress ?? Service,
        UserAgent = call.UserAgent ?? Service,
        RequestId = call.RequestId,
        ReadOnly = true,
        RequestParameters = JsonObjects.Write(json =>
        {
            json.WriteString("roleArn"u8, role.ArnIn(target.Id).Text);
            json.WriteString("principalArn"u8, proof.ProviderArn);
            json.WriteString("roleSessionName"u8, sessionName);
            json.WriteNumber("durationSeconds"u8, held.PermissionSet.SessionSeconds);
            if (!proof.Tags.IsEmpty)
            {
                json.WriteStartObject("principalTags"u8);
                foreach (var tag in proof.Tags)
                {
                    json.WriteString(tag.Key, tag.Value);
                }

                json.WriteEndObject();
            }
        }),
        Resources = [new("AWS::IAM::Role", role.ArnIn(target.Id).Text, target.Id), new("AWS::IAM::SAMLProvider", proof.ProviderArn, target.Id)],
    };

    /// <summary>What they got.</summary>
    internal static byte[] Describe(Role role, ProvenIdentity proof, IssuedSession issued) => JsonObjects.Write(json =>
    {
        json.WriteString("subject"u8, proof.Subject);
        json.WriteString("subjectType"u8, proof.SubjectType);
        json.WriteString("issuer"u8, proof.Issuer);
        json.WriteString("audience"u8, proof.Audience);
        json.WriteString("nameQualifier"u8, proof.NameQualifier);
        SessionAnswer.Write(json, role, issued);
    });
}
