"""People of an identity store, by AWS's own clients: python3 portal.py

An administrator gives somebody a role; they sign in with a browser and let a program in; every client then lives on the token that it left,
by an `sso-session` of the configuration file alone. What `aws sso login` of the second CLI does is done here step by step [AU-850, AU-851].
"""
import hashlib
import html
import http.cookiejar
import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime, timedelta, timezone

import boto3
from botocore import UNSIGNED
from botocore.config import Config

base, account = os.environ["AWS_ENDPOINT_URL"], "111122223333"
js = os.path.join(os.path.dirname(os.path.abspath(__file__)), "js")


# The administrator.
center, store = boto3.client("sso-admin"), boto3.client("identitystore")
instance = center.create_instance(Name="people")["InstanceArn"]
store_id = center.describe_instance(InstanceArn=instance)["IdentityStoreId"]
ana = store.create_user(IdentityStoreId=store_id, UserName="ana", DisplayName="Ana Silva", Name={"GivenName": "Ana", "FamilyName": "Silva"})["UserId"]
admins = store.create_group(IdentityStoreId=store_id, DisplayName="admins")["GroupId"]
store.create_group_membership(IdentityStoreId=store_id, GroupId=admins, MemberId={"UserId": ana})
permissions = center.create_permission_set(InstanceArn=instance, Name="Reader", SessionDuration="PT2H")["PermissionSet"]["PermissionSetArn"]
center.attach_managed_policy_to_permission_set(InstanceArn=instance, PermissionSetArn=permissions, ManagedPolicyArn="arn:aws:iam::aws:policy/IAMReadOnlyAccess")
status = center.create_account_assignment(
    InstanceArn=instance, PermissionSetArn=permissions, TargetId=account, TargetType="AWS_ACCOUNT", PrincipalType="GROUP", PrincipalId=admins)["AccountAssignmentCreationStatus"]
for _ in range(100):
    if status["Status"] != "IN_PROGRESS":
        break
    time.sleep(0.1)
    status = center.describe_account_assignment_creation_status(InstanceArn=instance, AccountAssignmentCreationRequestId=status["RequestId"])["AccountAssignmentCreationStatus"]
assert status["Status"] == "SUCCEEDED", status
one_time = subprocess.run(["gatehouse", "identity-users", "reset-password", "ana"], check=True, capture_output=True, text=True).stdout.split()[-1]


# The browser: no script, it keeps cookies, follows redirects and sends what forms hide.
class Browser:
    def __init__(self):
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def open(self, url, fields=None):
        request = urllib.request.Request(urllib.parse.urljoin(base, url), urllib.parse.urlencode(fields).encode() if fields else None, {"Origin": base} if fields else {})
        try:
            with self.opener.open(request) as answer:
                self.at, self.page = answer.url, answer.read().decode()
        except urllib.error.HTTPError as refused:
            sys.exit(f"{url}: {refused.code} {refused.read().decode()}")

    def submit(self, action, **fields):
        form = re.search(rf'<form method="post" action="{action}">(.*?)</form>', self.page, re.S)[1]
        hidden = {name: html.unescape(value) for name, value in re.findall(r'<input type="hidden" name="(.*?)" value="(.*?)">', form)}
        self.open(action, {**hidden, **fields})

    @property
    def heading(self):
        return html.unescape(re.search("<h1>(.*?)</h1>", self.page)[1])


# The program: registered, it shows a code and waits.
oidc = boto3.client("sso-oidc", config=Config(signature_version=UNSIGNED))
start_url = f"https://{store_id}.awsapps.com/start"
client = oidc.register_client(clientName="botocore-client-corp", clientType="public", scopes=["sso:account:access"])
wish = oidc.start_device_authorization(clientId=client["clientId"], clientSecret=client["clientSecret"], startUrl=start_url)


def fetch():
    return oidc.create_token(clientId=client["clientId"], clientSecret=client["clientSecret"], grantType="urn:ietf:params:oauth:grant-type:device_code", deviceCode=wish["deviceCode"])


try:
    fetch()
    sys.exit("nobody has allowed it")
except oidc.exceptions.AuthorizationPendingException as pending:
    assert pending.response["error"] == "authorization_pending"
browser = Browser()
browser.open(wish["verificationUriComplete"])
browser.submit("/start/signin", userName="ana", password=one_time)
assert browser.heading == "Choose a password", browser.page
browser.submit("/start/password", newPassword="Correct horse 1B", newPasswordAgain="Correct horse 1B")
assert browser.heading == "Let a program in?" and wish["userCode"] in browser.page, browser.page
browser.submit("/device", decision="allow")
assert browser.heading == "Allowed", browser.page
time.sleep(wish["interval"] + 0.1)
token = fetch()
print("let in")

# What it leaves, where every client looks for it.
folder = os.path.join(os.environ["HOME"], ".aws", "sso", "cache")
os.makedirs(folder, exist_ok=True)


def moment(seconds):
    return (datetime.now(timezone.utc) + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def leave(name, seconds):
    path = os.path.join(folder, hashlib.sha1(name.encode()).hexdigest() + ".json")
    with open(path, "w") as file:
        json.dump({
            "startUrl": start_url, "region": "us-east-1", "accessToken": token["accessToken"], "expiresAt": moment(seconds), "clientId": client["clientId"],
            "clientSecret": client["clientSecret"], "registrationExpiresAt": moment(80 * 86400), "refreshToken": token["refreshToken"],
        }, file)
    return path


with open(os.environ["AWS_CONFIG_FILE"], "w") as config:
    config.write(f"""[profile app]
region = us-east-1
sso_session = corp
sso_account_id = {account}
sso_role_name = Reader
[sso-session corp]
sso_start_url = {start_url}
sso_region = us-east-1
sso_registration_scopes = sso:account:access
[profile old]
region = us-east-1
sso_start_url = {start_url}
sso_region = us-east-1
sso_account_id = {account}
sso_role_name = Reader
""")
environment = {**os.environ}
root = {name: environment.pop(name) for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")}
clients = {
    "AWS CLI": ["aws", "sts", "get-caller-identity", "--query", "Arn", "--output", "text"],
    "boto3": [sys.executable, "-c", 'import boto3; print(boto3.client("sts").get_caller_identity()["Arn"])'],
    "SDK for JavaScript": ["node", os.path.join(js, "whoami.mjs")],
}


def ask(name, profile):
    done = subprocess.run(clients[name], env={**environment, "AWS_PROFILE": profile}, capture_output=True, text=True, timeout=120)
    found = done.returncode == 0 and re.search(rf"arn:aws:sts::{account}:assumed-role/AWSReservedSSO_Reader_[0-9a-f]{{16}}/ana\n?$", done.stdout)
    return "found" if found else repr((done.returncode, done.stdout, done.stderr))


# By a session that lasts, by one that must be renewed first, and by the old form of a profile.
for name in clients:
    leave("corp", 3600)
    print(f"{name} by an sso-session: {ask(name, 'app')}")
for name in clients:
    path = leave("corp", 60)
    found = ask(name, "app")
    with open(path) as file:
        renewed = json.load(file)
    print(f"{name} by a refresh token: {found if renewed['accessToken'] != token['accessToken'] else 'not renewed'}")
    token = {**token, "accessToken": renewed["accessToken"], "refreshToken": renewed["refreshToken"]}
leave(start_url, 3600)
for name in clients:
    print(f"{name} by a start URL: {ask(name, 'old')}")

# The CLI's own commands, and the end.
listed = subprocess.run(["aws", "sso", "list-account-roles", "--account-id", account, "--access-token", token["accessToken"], "--query", "roleList[].roleName", "--output", "text"],
                        env=environment, check=True, capture_output=True, text=True)
assert listed.stdout == "Reader\n", listed
subprocess.run(["aws", "sso", "logout", "--access-token", token["accessToken"]], env=environment, check=True)
after = subprocess.run(["aws", "sso", "list-accounts", "--access-token", token["accessToken"]], env=environment, capture_output=True, text=True)
assert after.returncode != 0 and "UnauthorizedException" in after.stderr and "Session token not found or invalid" in after.stderr, after
print("logged out")

# What IAM says of the role: nobody in the account changes it.
arn = boto3.client("iam", aws_access_key_id=root["AWS_ACCESS_KEY_ID"], aws_secret_access_key=root["AWS_SECRET_ACCESS_KEY"])
role = next(role for role in arn.list_roles(PathPrefix="/aws-reserved/sso.amazonaws.com/")["Roles"])
try:
    arn.delete_role(RoleName=role["RoleName"])
    sys.exit("the role was deleted")
except arn.exceptions.UnmodifiableEntityException:
    print("the role is protected")
