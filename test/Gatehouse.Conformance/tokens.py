"""What STS does for organizations, denied callers, delegations and outbound federation, asked by boto3."""
import json
import os
import time

import boto3
import botocore.auth
import botocore.awsrequest
import botocore.config
import botocore.exceptions
import botocore.httpsession

config = botocore.config.Config(retries={"max_attempts": 1})
endpoint = os.environ["AWS_ENDPOINT_URL"]


def client(service, session=boto3.Session()):
    return session.client(service, config=config, endpoint_url=endpoint)


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except botocore.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return error.response
    raise AssertionError("not refused")


def session_of(credentials):
    return boto3.Session(credentials["AccessKeyId"], credentials["SecretAccessKey"], credentials.get("SessionToken"))


def user(name, policy=None):
    iam.create_user(UserName=name)
    if policy:
        iam.put_user_policy(UserName=name, PolicyName="own", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": policy}))
    return session_of(iam.create_access_key(UserName=name)["AccessKey"])


def receive(session, request):
    """gatehouse:ReceiveDelegationToken, which no SDK knows, signed by botocore."""
    wire = botocore.awsrequest.AWSRequest("POST", endpoint + "/", data=json.dumps({"DelegationRequestId": request}), headers={
        "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "Gatehouse.ReceiveDelegationToken"})
    botocore.auth.SigV4Auth(session.get_credentials().get_frozen_credentials(), "gatehouse", "us-east-1").add_auth(wire)
    return botocore.httpsession.URLLib3Session().send(wire.prepare())


iam, sts, organizations = client("iam"), client("sts"), client("organizations")
everything = {"Effect": "Allow", "Action": "*", "Resource": "*"}
admin = user("admin", everything)
low = user("low")

# AssumeRoot: of a member, for a task and no more [AU-322].
organizations.create_organization(FeatureSet="ALL")
organizations.enable_aws_service_access(ServicePrincipal="iam.amazonaws.com")
made = organizations.create_account(AccountName="member", Email="member@example.com")["CreateAccountStatus"]["Id"]
while (status := organizations.describe_create_account_status(CreateAccountRequestId=made)["CreateAccountStatus"])["State"] == "IN_PROGRESS":
    time.sleep(0.1)
task = {"TargetPrincipal": status["AccountId"], "TaskPolicyArn": {"arn": "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"}}
refused("AccessDenied", client("sts", admin).assume_root, **task)
iam.enable_organizations_root_sessions()
refused("AccessDenied", client("sts", low).assume_root, **task)
root = session_of(client("sts", admin).assume_root(**task)["Credentials"])
assert client("sts", root).get_caller_identity()["Arn"] == f"arn:aws:iam::{status['AccountId']}:root"
assert client("iam", root).get_account_summary()["SummaryMap"]["Users"] == 0
assert "session policy" in refused("AccessDenied", client("iam", root).create_user, UserName="x")["Error"]["Message"]

# DecodeAuthorizationMessage: whoever was denied has the message, whoever may open it learns why [AU-321].
denial = refused("AccessDenied", client("iam", low).list_users)
message = denial["ResponseMetadata"]["HTTPHeaders"]["x-gatehouse-authorization-message"]
refused("AccessDenied", client("sts", low).decode_authorization_message, EncodedMessage=message)
refused("InvalidAuthorizationMessageException", client("sts", admin).decode_authorization_message, EncodedMessage=message[:-4])
opened = json.loads(client("sts", admin).decode_authorization_message(EncodedMessage=message)["DecodedMessage"])
assert (opened["allowed"], opened["context"]["action"]) == (False, "iam:ListUsers"), opened

# GetFederationToken and GetAccessKeyInfo.
federated = session_of(client("sts", admin).get_federation_token(Name="fed", Policy=json.dumps({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*"}}))["Credentials"])
refused("AccessDenied", client("sts", federated).get_federation_token, Name="fed")
account = sts.get_access_key_info(AccessKeyId=low.get_credentials().access_key)["Account"]
assert client("sts", federated).get_caller_identity()["Arn"] == f"arn:aws:sts::{account}:federated-user/fed"

# GetDelegatedAccessToken: asked, taken up, granted, sent, fetched and traded in, within what was asked [AU-326].
template = iam.create_policy(PolicyName="template", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*"}}))["Policy"]["Arn"]
request = iam.create_delegation_request(
    Description="Counts users.", RequestorWorkflowId="workflow-1", SessionDuration=900, NotificationChannel=f"arn:aws:sns:us-east-1:{account}:topic",
    Permissions={"PolicyTemplateArn": template})["DelegationRequestId"]
boss = client("iam", admin)
boss.associate_delegation_request(DelegationRequestId=request)
boss.accept_delegation_request(DelegationRequestId=request)
boss.send_delegation_token(DelegationRequestId=request)
assert receive(low, request).status_code == 400
token = json.loads(receive(boto3.Session(), request).content)["TradeInToken"]
traded = sts.get_delegated_access_token(TradeInToken=token)
assert traded["AssumedPrincipal"] == f"arn:aws:iam::{account}:user/admin", traded
delegated = client("iam", session_of(traded["Credentials"]))
assert delegated.list_users()["Users"]
refused("AccessDenied", delegated.list_roles)

# GetWebIdentityToken: off until the account turns it on [AU-325].
refused("OutboundWebIdentityFederationDisabledException", client("sts", admin).get_web_identity_token, Audience=["a"], SigningAlgorithm="ES384")
iam.enable_outbound_web_identity_federation()
assert client("sts", admin).get_web_identity_token(Audience=["a"], SigningAlgorithm="ES384")["WebIdentityToken"].count(".") == 2

print("the story holds")
