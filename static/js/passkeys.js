// Passkeys: asks the browser for one, or to make one, and sends the answer with the form.
// Without this file the forms stay hidden, and the code by mail does the same.

const waiting = document.querySelectorAll("form[data-passkey]");
const missing = document.querySelectorAll('[data-passkey="missing"]');
// The browser refuses passkeys for an address that is a number.
const isNumber = /^[\d.]+$|^\[/.test(location.hostname);

if (window.PublicKeyCredential && navigator.credentials && !isNumber) {
  for (const form of waiting) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      use(form);
    });
  }
  for (const element of missing) element.hidden = true;
}

async function use(form) {
  const note = form.querySelector('[role="alert"]');
  const button = form.querySelector("button");
  note.textContent = "";
  button.disabled = true;
  try {
    const { publicKey } = await optionsFor(form);
    const credential = form.dataset.passkey === "create" ? await create(publicKey) : await get(publicKey);
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch (error) {
    const isKnown = error.name === "InvalidStateError" && form.dataset.known;
    note.textContent = isKnown ? form.dataset.known : form.dataset.stopped;
    button.disabled = false;
  }
}

async function optionsFor(form) {
  if (!form.dataset.options) return JSON.parse(document.getElementById("passkey-options").textContent);
  const answer = await fetch(form.dataset.options, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options;
}

async function get(options) {
  const { response, ...rest } = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: (options.allowCredentials || []).map(withBytes),
    },
  }).then(parts);
  return {
    ...rest,
    response: {
      clientDataJSON: letters(response.clientDataJSON),
      authenticatorData: letters(response.authenticatorData),
      signature: letters(response.signature),
      userHandle: response.userHandle ? letters(response.userHandle) : null,
    },
  };
}

async function create(options) {
  const { response, ...rest } = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: withBytes(options.user),
      excludeCredentials: (options.excludeCredentials || []).map(withBytes),
      // Each passkey signs in by itself: the device keeps it, and asks who is there.
      authenticatorSelection: {
        ...options.authenticatorSelection,
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
    },
  }).then(parts);
  return {
    ...rest,
    response: {
      clientDataJSON: letters(response.clientDataJSON),
      attestationObject: letters(response.attestationObject),
      transports: response.getTransports ? response.getTransports() : [],
    },
  };
}

// What every answer has, ready for JSON but for its `response`.
function parts(credential) {
  return {
    id: credential.id,
    rawId: letters(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: credential.response,
  };
}

function withBytes(named) {
  return { ...named, id: bytes(named.id) };
}

// Bytes travel as base64 with "-" and "_" and without "=" (RFC 4648, section 5).
function bytes(text) {
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
}

function letters(buffer) {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
