// Asks the browser for a passkey when a form of ours is sent, and sends the form with the answer.
"use strict";

(() => {
  const bytesOf = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
  const textOf = buffer => btoa(Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const credentialsOf = list => list.map(one => ({ ...one, id: bytesOf(one.id) }));

  const create = options => navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytesOf(options.challenge),
      user: { ...options.user, id: bytesOf(options.user.id) },
      excludeCredentials: credentialsOf(options.excludeCredentials),
    },
  });

  const get = options => navigator.credentials.get({
    publicKey: { ...options, challenge: bytesOf(options.challenge), allowCredentials: credentialsOf(options.allowCredentials) },
  });

  const write = credential => {
    const response = { clientDataJSON: textOf(credential.response.clientDataJSON) };
    for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[name]) {
        response[name] = textOf(credential.response[name]);
      }
    }

    if (credential.response.getTransports) {
      response.transports = credential.response.getTransports();
    }

    return JSON.stringify({ id: credential.id, rawId: textOf(credential.rawId), type: credential.type, response });
  };

  const explain = error => ({
    NotAllowedError: "No passkey was used: it was cancelled, took too long, or this device has none. Try again.",
    InvalidStateError: "This device or security key has a passkey of yours already.",
    SecurityError: "The address in the address bar is not the one that passkeys of this server are made for.",
  })[error.name] ?? "The browser could not use a passkey: " + error.message;

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const [field, problem, button] = [form.elements.namedItem("credential"), form.querySelector("[role=alert]"), form.querySelector("button")];
    form.addEventListener("submit", async event => {
      event.preventDefault();
      problem.hidden = true;
      button.disabled = true;
      try {
        if (!window.PublicKeyCredential) {
          throw new Error("it does not know any.");
        }

        const options = JSON.parse(form.dataset.options);
        field.value = write(await (form.dataset.passkey === "create" ? create(options) : get(options)));
        form.submit();
      } catch (error) {
        problem.textContent = explain(error);
        problem.hidden = false;
        button.disabled = false;
      }
    });
  }
})();
