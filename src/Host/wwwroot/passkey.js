// Answers a form with a passkey (WebAuthn): asks the site for a challenge, hands it to the browser, and sends what the
// authenticator has signed as a field of the form. What is wrong is said by the page, or by the site's answer to the form.
for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.hidden = false;
  if (window.PublicKeyCredential && navigator.credentials) {
    form.addEventListener('submit', event => {
      event.preventDefault();
      answer(form);
    });
  } else {
    tell(form, 'unknown');
    form.querySelector('button').disabled = true;
  }
}

async function answer(form) {
  // The site will refuse it: then no device keeps a key that opens nothing.
  if ([...form.querySelectorAll('input[type=text]')].some(input => !input.value.trim())) {
    form.submit();
    return;
  }

  const button = form.querySelector('button');
  const field = form.elements['Form.Credential'];
  button.disabled = true;
  tell(form, null);
  try {
    const challenge = await fetch(form.dataset.challenge, { method: 'POST', body: new FormData(form), redirect: 'manual' });
    if (challenge.ok) {
      const options = decoded(await challenge.json());
      const credential = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: options })
        : await navigator.credentials.get({ publicKey: options });
      field.value = JSON.stringify(encoded(credential));
    }

    // Without a challenge the form goes as it is, and the site says why.
    form.submit();
  } catch {
    tell(form, 'refused');
    button.disabled = false;
  }
}

function tell(form, trouble) {
  for (const note of form.querySelectorAll('[data-trouble]')) {
    note.hidden = note.dataset.trouble !== trouble;
  }
}

function decoded(options) {
  const ids = list => (list ?? []).map(key => ({ ...key, id: bytes(key.id) }));
  return {
    ...options,
    challenge: bytes(options.challenge),
    user: options.user && { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: ids(options.excludeCredentials),
    allowCredentials: ids(options.allowCredentials),
  };
}

function encoded(credential) {
  const { response } = credential;
  const parts = {};
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (response[part]) {
      parts[part] = text(response[part]);
    }
  }

  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: response.getTransports ? { ...parts, transports: response.getTransports() } : parts,
  };
}

function bytes(text) {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, character => character.charCodeAt(0));
}

function text(buffer) {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
