"""The README's story, told by boto3: configured by the environment alone."""
import json
import re

import boto3
import botocore.config
import botocore.exceptions
import os

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


iam, sts = client("iam"), client("sts")
account = sts.get_caller_identity()["Account"]
iam.create_user(UserName="bo", Tags=[{"Key": "team", "Value": "red"}])
key = iam.create_access_key(UserName="bo")["AccessKey"]
bo = dict(aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"])
assert re.match(r"User: arn:aws:iam::\d+:user/bo is not authorized to perform: iam:ListUsers", refused("AccessDenied", client("iam", **bo).list_users))

policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:List*", "Resource": "*"}]}
arn = iam.create_policy(PolicyName="lists", PolicyDocument=json.dumps(policy))["Policy"]["Arn"]
iam.attach_user_policy(UserName="bo", PolicyArn=arn)
assert client("iam", **bo).list_users()["Users"][0]["UserName"] == "bo"
version = iam.get_policy_version(PolicyArn=arn, VersionId="v1")["PolicyVersion"]
assert version["Document"] == policy, version

iam.create_role(RoleName="app", AssumeRolePolicyDocument=json.dumps(
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:user/bo"}, "Action": ["sts:AssumeRole", "sts:TagSession"]}]}))
iam.put_role_policy(RoleName="app", PolicyName="own", PolicyDocument=json.dumps(
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:GetUser", "Resource": f"arn:aws:iam::{account}:user/${{aws:PrincipalTag/who}}"}]}))
made = client("sts", **bo).assume_role(RoleArn=f"arn:aws:iam::{account}:role/app", RoleSessionName="s1", Tags=[{"Key": "who", "Value": "bo"}])
keys = made["Credentials"]
session = dict(aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"], aws_session_token=keys["SessionToken"])
assert client("iam", **session).get_user(UserName="bo")["User"]["UserName"] == "bo"
refused("AccessDenied", client("iam", **session).get_user, UserName="other")

# What was accessed last: noted beside the requests, allowed or not, and seen at once.
person = f"arn:aws:iam::{account}:user/bo"
job = iam.generate_service_last_accessed_details(Arn=person, Granularity="ACTION_LEVEL")["JobId"]
report = iam.get_service_last_accessed_details(JobId=job)
(accessed,) = report["ServicesLastAccessed"]
assert (report["JobStatus"], accessed["ServiceName"], accessed["LastAuthenticatedEntity"]) == ("COMPLETED", "AWS Identity and Access Management (IAM)", person), report
assert [one["ActionName"] for one in accessed["TrackedActionsLastAccessed"] if "LastAccessedTime" in one] == ["ListUsers"], accessed
(entity,) = iam.get_service_last_accessed_details_with_entities(JobId=iam.generate_service_last_accessed_details(Arn=arn)["JobId"], ServiceNamespace="iam")["EntityDetailsList"]
assert (entity["EntityInfo"]["Name"], entity["LastAuthenticated"]) == ("bo", accessed["LastAuthenticated"]), entity
refused("NoSuchEntity", iam.get_service_last_accessed_details, JobId="00000000-0000-4000-8000-000000000000")
(simulated,) = iam.simulate_principal_policy(PolicySourceArn=person, ActionNames=["iam:ListUsers"])["EvaluationResults"]
assert (simulated["EvalDecision"], simulated["MatchedStatements"][0]["SourcePolicyId"]) == ("allowed", "lists"), simulated

# Revocation by time, as AWS documents it.
iam.put_role_policy(RoleName="app", PolicyName="AWSRevokeOlderSessions", PolicyDocument=json.dumps(
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"DateLessThan": {"aws:TokenIssueTime": "2999-01-01T00:00:00Z"}}}]}))
refused("AccessDenied", client("iam", **session).get_user, UserName="bo")

# A role made anew under the old name does not know the old sessions.
for name in ("own", "AWSRevokeOlderSessions"):
    iam.delete_role_policy(RoleName="app", PolicyName=name)
iam.delete_role(RoleName="app")
refused("InvalidClientTokenId", client("sts", **session).get_caller_identity)

# GetSessionToken without MFA cannot call IAM.
temporary = client("sts", **bo).get_session_token()["Credentials"]
token = dict(aws_access_key_id=temporary["AccessKeyId"], aws_secret_access_key=temporary["SecretAccessKey"], aws_session_token=temporary["SessionToken"])
assert client("sts", **token).get_caller_identity()["Arn"].endswith(":user/bo")
refused("InvalidClientTokenId", client("iam", **token).list_users)

# A presigned GetCallerIdentity is a proof of identity.
import urllib.request
url = client("sts", **bo).generate_presigned_url("get_caller_identity", HttpMethod="GET")
assert b"user/bo" in urllib.request.urlopen(url).read()
print("the story holds")
