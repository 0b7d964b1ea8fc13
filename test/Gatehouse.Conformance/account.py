"""An account's own settings and reports, told by boto3: configured by the environment alone."""
import csv
import io
import json
import os
import time

import boto3
import botocore.config
import botocore.exceptions

config = botocore.config.Config(retries={"max_attempts": 1})
endpoint = os.environ["AWS_ENDPOINT_URL"]


def client(service, **credentials):
    return boto3.client(service, config=config, endpoint_url=endpoint, **credentials)


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except botocore.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return error.response["Error"]["Message"]
    raise AssertionError("not refused")


iam, organizations = client("iam"), client("organizations")
account = client("sts").get_caller_identity()["Account"]

# A role that a service owns.
role = iam.create_service_linked_role(AWSServiceName="autoscaling.amazonaws.com", Description="Scales")["Role"]
assert role["Arn"] == f"arn:aws:iam::{account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling", role
assert role["AssumeRolePolicyDocument"]["Statement"][0]["Principal"] == {"Service": "autoscaling.amazonaws.com"}
name = role["RoleName"]
assert iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"][0]["PolicyName"] == "AutoScalingServiceRolePolicy"
refused("InvalidInput", iam.create_service_linked_role, AWSServiceName="autoscaling.amazonaws.com")
refused("InvalidInput", iam.create_service_linked_role, AWSServiceName="nothing.amazonaws.com")
assert name in refused("UnmodifiableEntity", iam.delete_role, RoleName=name)
task = iam.delete_service_linked_role(RoleName=name)["DeletionTaskId"]
assert iam.get_service_linked_role_deletion_status(DeletionTaskId=task)["Status"] == "SUCCEEDED"
refused("NoSuchEntity", iam.get_role, RoleName=name)

# The credential report, made as a job.
refused("ReportNotPresent", iam.get_credential_report)
iam.create_user(UserName="ann")
iam.create_access_key(UserName="ann")
assert iam.generate_credential_report()["State"] == "STARTED"
for _ in range(100):
    if iam.generate_credential_report()["State"] == "COMPLETE":
        break
    time.sleep(0.05)
report = iam.get_credential_report()
rows = list(csv.DictReader(io.StringIO(report["Content"].decode())))
assert [row["user"] for row in rows] == ["<root_account>", "ann"], rows
assert len(rows[0]) == 22 and rows[0]["password_enabled"] == "not_supported" and rows[0]["access_key_1_active"] == "true"
assert rows[1]["access_key_1_active"] == "true" and rows[1]["access_key_1_last_used_date"] == "N/A"

iam.set_security_token_service_preferences(GlobalEndpointTokenVersion="v2Token")
summary = iam.get_account_summary()["SummaryMap"]
assert summary["GlobalEndpointTokenVersion"] == 2 and summary["Users"] == 1 and summary["UsersQuota"] == 5000

# Central root access: only once the organization lets IAM in.
organizations.create_organization(FeatureSet="ALL")
if hasattr(iam, "enable_organizations_root_sessions"):
    refused("ServiceAccessNotEnabledException", iam.enable_organizations_root_sessions)
organizations.enable_aws_service_access(ServicePrincipal="iam.amazonaws.com")
assert [one["ServicePrincipal"] for one in organizations.list_aws_service_access_for_organization()["EnabledServicePrincipals"]] == ["iam.amazonaws.com"]
refused("InvalidInputException", organizations.enable_aws_service_access, ServicePrincipal="iam.example.com")
refused("AccountNotFoundException", organizations.register_delegated_administrator, AccountId="999999999999", ServicePrincipal="iam.amazonaws.com")
assert organizations.list_delegated_administrators()["DelegatedAdministrators"] == []
if hasattr(iam, "enable_organizations_root_sessions"):
    assert iam.enable_organizations_root_sessions()["EnabledFeatures"] == ["RootSessions"]
    assert iam.enable_organizations_root_credentials_management()["EnabledFeatures"] == ["RootCredentialsManagement", "RootSessions"]
    assert iam.disable_organizations_root_sessions()["EnabledFeatures"] == ["RootCredentialsManagement"]
    assert iam.list_organizations_features()["EnabledFeatures"] == ["RootCredentialsManagement"]

# A delegation request from wish to grant.
if hasattr(iam, "create_delegation_request"):
    template = iam.create_policy(PolicyName="template", PolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::@{bucketName}/*"}]}))["Policy"]["Arn"]
    made = iam.create_delegation_request(
        Description="Reads backups", RequestorWorkflowId="workflow-1", NotificationChannel=f"arn:aws:sns:us-east-1:{account}:topic", SessionDuration=900,
        Permissions={"PolicyTemplateArn": template, "Parameters": [{"Name": "bucketName", "Type": "string", "Values": ["backups"]}]})["DelegationRequestId"]
    iam.put_user_policy(UserName="ann", PolicyName="delegates", PolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:AssociateDelegationRequest", "iam:AcceptDelegationRequest"], "Resource": "*"}]}))
    key = iam.create_access_key(UserName="ann")["AccessKey"]
    ann = client("iam", aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"])
    refused("AccessDenied", ann.get_delegation_request, DelegationRequestId=made)
    ann.associate_delegation_request(DelegationRequestId=made)
    # Its owner may look, hand it on and have it summed up without any policy that says so.
    assert ann.get_delegation_request(DelegationRequestId=made)["DelegationRequest"]["State"] == "ASSIGNED"
    ann.update_delegation_request(DelegationRequestId=made, Notes="for the boss")
    summary = ann.get_human_readable_summary(EntityArn=f"arn:aws:iam::{account}:delegation-request/{made}")
    assert "It may do s3:GetObject on arn:aws:s3:::backups/*." in summary["SummaryContent"], summary
    refused("AccessDenied", ann.reject_delegation_request, DelegationRequestId=made)
    ann.accept_delegation_request(DelegationRequestId=made)
    shown = iam.list_delegation_requests()["DelegationRequests"]
    assert [(one["State"], one["ApproverId"]) for one in shown] == [("ACCEPTED", f"arn:aws:iam::{account}:user/ann")], shown
    iam.reject_delegation_request(DelegationRequestId=made, Notes="changed my mind")
    assert iam.get_delegation_request(DelegationRequestId=made)["DelegationRequest"]["RejectionReason"] == "changed my mind"
print("the story holds")
