// A browser, with the authenticator that Chromium brings for tests: a user registers a passkey, signs in with it, and takes it away.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { IAMClient, CreateLoginProfileCommand, CreateUserCommand, GetMFADeviceCommand, ListMFADevicesCommand, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { chromium } from "playwright-core";

// The name under which browsers know the server, where it is in truth, its account, and where pictures go, if anywhere.
const [base, server, account, picture] = process.argv.slice(2);
const password = "correct Horse 7 battery";
const iam = new IAMClient({});
await iam.send(new CreateUserCommand({ UserName: "alice" }));
await iam.send(new CreateLoginProfileCommand({ UserName: "alice", Password: password }));
await iam.send(new PutUserPolicyCommand({
  UserName: "alice",
  PolicyName: "own-devices",
  PolicyDocument: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: "iam:ListMFADevices", Resource: "*" },
      { Effect: "Allow", Action: "iam:EnableMFADevice", Resource: `arn:aws:iam::${account}:user/alice` },
      { Effect: "Allow", Action: "iam:DeactivateMFADevice", Resource: "*", Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } },
    ],
  }),
}));

process.on("uncaughtException", async error => {
  console.error(error, page.url(), await page.innerText("main"), complaints);
  process.exit(1);
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", `--host-resolver-rules=MAP ${new URL(base).host} ${new URL(server).host}`],
});
const page = await browser.newPage();
page.setDefaultTimeout(15_000);
const complaints = [];
page.on("console", message => message.type() === "error" && complaints.push(message.text()));
page.on("pageerror", error => complaints.push(String(error)));

const authenticators = await page.context().newCDPSession(page);
await authenticators.send("WebAuthn.enable");
const { authenticatorId } = await authenticators.send("WebAuthn.addVirtualAuthenticator", {
  options: { protocol: "ctap2", transport: "usb", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
});

const said = async () => (await page.locator("[role=alert]:visible").allInnerTexts()).join("\n");
const enter = async (name = "alice") => {
  await page.goto(`${base}/signin?account=${account}`);
  await page.fill("[name=userName]", name);
  await page.fill("[name=password]", password);
  await page.click("main button[type=submit]");
};

// A password opens a session, and the session may register a passkey.
await enter();
await page.waitForURL(`${base}/console`);
await page.goto(`${base}/console/security`);
await page.fill("[name=passkeyName]", "laptop");
if (picture) {
  await page.screenshot({ path: `${picture}-register.png`, fullPage: true });
}

await page.click("form[data-passkey=create] button");
await page.waitForSelector("text=u2f/user/alice/laptop-");
const listed = (await iam.send(new ListMFADevicesCommand({ UserName: "alice" }))).MFADevices;
assert.equal(listed.length, 1);
assert.match(listed[0].SerialNumber, new RegExp(`^arn:aws:iam::${account}:u2f/user/alice/laptop-[A-Z2-7]{26}$`));
assert.equal((await iam.send(new GetMFADeviceCommand({ SerialNumber: listed[0].SerialNumber }))).UserName, "alice");
const cli = JSON.parse(execFileSync("aws", ["--endpoint-url", server, "iam", "list-mfa-devices", "--user-name", "alice", "--output", "json"], { encoding: "utf8" }));
assert.deepEqual(cli.MFADevices.map(device => [device.UserName, device.SerialNumber]), [["alice", listed[0].SerialNumber]]);
if (picture) {
  await page.screenshot({ path: `${picture}-registered.png`, fullPage: true });
}

// The same authenticator makes no second one.
await page.fill("[name=passkeyName]", "again");
await page.click("form[data-passkey=create] button");
await page.waitForSelector("form[data-passkey=create] [role=alert]:visible");
assert.match(await said(), /a passkey of yours already/);

// From now on the password is not enough.
await page.goto(`${base}/console`);
await page.click("main form[action=\"/console/signout\"] button");
await page.waitForURL(/\/signin/);
await enter();
await page.waitForURL(`${base}/signin/code`);
if (picture) {
  await page.screenshot({ path: `${picture}-signin.png`, fullPage: true });
}

await authenticators.send("WebAuthn.setResponseOverrideBits", { authenticatorId, isBogusSignature: true });
await page.click("form[data-passkey=get] button");
await page.waitForSelector("[role=alert]:visible");
assert.match(await said(), /Your authentication information is incorrect/);
await authenticators.send("WebAuthn.setResponseOverrideBits", { authenticatorId, isBogusSignature: false });
await page.click("form[data-passkey=get] button");
await page.waitForURL(`${base}/console`);
assert.match(await page.innerText("main"), /shown at/);

// Who showed it may take it away; with it goes what it opened.
await page.goto(`${base}/console/security`);
await page.click("main button.plain");
await page.waitForURL(/\/signin/);
assert.equal((await iam.send(new ListMFADevicesCommand({ UserName: "alice" }))).MFADevices.length, 0);

// [AU-616]: the account asks everybody for a second factor. Who is signed in stays so; who comes next can bring one in, and nothing else.
for (const name of ["bob", "carol"]) {
  await iam.send(new CreateUserCommand({ UserName: name }));
  await iam.send(new CreateLoginProfileCommand({ UserName: name, Password: password }));
}

const heading = async () => page.innerText("h1");
await enter("bob");
await page.waitForURL(`${base}/console`);
assert.match(execFileSync("gatehouse", ["sign-ins", "settings", "--require-mfa", "all"], { encoding: "utf8" }), /^account +all\ninstallation +root\nholds +all\n$/);
await page.goto(`${base}/console`);
assert.equal(await heading(), "Signed in");
await page.click("main form[action=\"/console/signout\"] button");
await enter("bob");
await page.waitForURL(`${base}/signin/device`);
assert.equal(await heading(), "Multi-factor authentication is required");
if (picture) {
  await page.screenshot({ path: `${picture}-required.png`, fullPage: true });
}

for (const closed of ["/console", "/console/security", "/console/sessions"]) {
  await page.goto(base + closed);
  assert.equal(await heading(), "Sign in");
}

await enter("bob");
await page.fill("[name=passkeyName]", "key");
await page.click("form[data-passkey=create] button");
await page.waitForURL(`${base}/signin/code`);
await page.click("form[data-passkey=get] button");
await page.waitForURL(`${base}/console`);
assert.match(await page.innerText("main"), /shown at/);
await page.click("main form[action=\"/console/signout\"] button");

// An app does as well; whoever gave up on the way is offered another name.
await enter("carol");
await page.waitForURL(`${base}/signin/device`);
await page.click("form[action=\"/signin/device\"] button");
await page.waitForSelector("img.qr");
await enter("carol");
await page.waitForURL(`${base}/signin/device`);
assert.equal(await page.inputValue("[name=deviceName]"), "carol-authenticator-2");
await page.click("form[action=\"/signin/device\"] button");
await page.waitForSelector("img.qr");
const code = when => execFileSync("oathtool", ["--totp", "--base32", "--now", when, seed], { encoding: "utf8" }).trim();
const seed = await page.innerText("main code");
await page.fill("[name=code1]", code("30 seconds ago"));
await page.fill("[name=code2]", code("now"));
await page.click("main button[type=submit]");
await page.waitForURL(`${base}/console`);
assert.match(await page.innerText("main"), /shown at/);
assert.match((await iam.send(new ListMFADevicesCommand({ UserName: "carol" }))).MFADevices[0].SerialNumber, /:mfa\/carol-authenticator-2$/);

assert.deepEqual(complaints, []);
await browser.close();
console.log("passkeys hold");
