// Sends the files of a form piece by piece (tus 1.0.0), and goes on after a cut or a reload where it was. Without this
// script the form sends the same files by itself.
const endpoint = '/fichiers/envois';
const pieceBytes = 1_000_000;
const longestPause = 30_000;
const giveUpAfter = 12;
const tus = { 'Tus-Resumable': '1.0.0' };

// For the scripts of pages that keep files on the device first.
globalThis.resumableUpload = { send, forget: file => localStorage.removeItem(memoryOf(file)) };

for (const input of document.querySelectorAll('input[type=file][data-uploads]')) {
  prepare(input);
}

function prepare(input) {
  const form = input.form;
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.hidden = true;
  bar.setAttribute('aria-label', 'Avancement de l’envoi');
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  input.after(bar, status);

  form.addEventListener('submit', async event => {
    if (input.files.length === 0) {
      return;
    }

    event.preventDefault();
    const tooHeavy = [...input.files].find(file => file.size > Number(input.dataset.max));
    if (tooHeavy) {
      status.textContent = `« ${tooHeavy.name} » est trop lourd. Allégez-le, ou choisissez un autre fichier.`;
      return;
    }

    const button = form.querySelector('button');
    button.disabled = true;
    bar.hidden = false;
    try {
      for (const file of input.files) {
        const url = await send(file, part => {
          bar.value = part;
          status.textContent = `Envoi de « ${file.name} » : ${Math.floor(part * 100)} %`;
        }, words => {
          status.textContent = words;
        });
        form.append(hidden(input.dataset.uploads, url.split('/').pop()));
      }

      status.textContent = 'Les fichiers sont arrivés. Vérification en cours…';
      [...input.files].forEach(file => localStorage.removeItem(memoryOf(file)));
      input.disabled = true;
      form.submit();
    } catch (error) {
      form.querySelectorAll(`input[name="${input.dataset.uploads}"]`).forEach(sent => sent.remove());
      status.textContent = error.message;
      bar.hidden = true;
      button.disabled = false;
    }
  });
}

function hidden(name, value) {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = name;
  field.value = value;
  return field;
}

// Answers with the address of the upload, once all of it has come.
async function send(file, onProgress, onTrouble) {
  const memory = memoryOf(file);
  let url = localStorage.getItem(memory);
  let offset = url === null ? null : await offsetOf(url);
  if (offset === null) {
    url = await begin(file, onTrouble);
    localStorage.setItem(memory, url);
    offset = 0;
  }

  for (let failures = 0; offset < file.size;) {
    onProgress(offset / file.size);
    const answer = await ask(url, {
      method: 'PATCH',
      headers: { ...tus, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) },
      body: file.slice(offset, offset + pieceBytes),
    });
    if (answer?.status === 204) {
      offset = Number(answer.headers.get('Upload-Offset'));
      failures = 0;
      continue;
    }

    if (answer && answer.status < 500 && ![409, 423].includes(answer.status)) {
      localStorage.removeItem(memory);
      throw new Error(await wordsOf(answer));
    }

    await pause(++failures, onTrouble);
    offset = await offsetOf(url) ?? offset;
  }

  onProgress(1);
  return url;
}

function memoryOf(file) {
  return `upload:${file.name}:${file.size}:${file.lastModified}`;
}

async function begin(file, onTrouble) {
  const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)));
  for (let failures = 0; ;) {
    const answer = await ask(endpoint, {
      method: 'POST',
      headers: { ...tus, 'Upload-Length': String(file.size), 'Upload-Metadata': `filename ${name}` },
    });
    if (answer?.status === 201) {
      return answer.headers.get('Location');
    }

    if (answer && answer.status < 500) {
      throw new Error(await wordsOf(answer));
    }

    await pause(++failures, onTrouble);
  }
}

// Null when the upload is no longer known, or nobody answers.
async function offsetOf(url) {
  const answer = await ask(url, { method: 'HEAD', headers: tus });
  return answer?.ok && answer.headers.has('Upload-Offset') ? Number(answer.headers.get('Upload-Offset')) : null;
}

// Null when the connection is cut. A redirect leads to the sign-in page, and is the answer.
async function ask(url, request) {
  try {
    return await fetch(url, { ...request, redirect: 'manual' });
  } catch {
    return null;
  }
}

async function pause(failures, onTrouble) {
  if (failures > giveUpAfter) {
    throw new Error('La connexion ne revient pas. Réessayez plus tard : l’envoi reprendra où il en était.');
  }

  onTrouble('La connexion est coupée. L’envoi reprend dès qu’elle revient.');
  await new Promise(resolve => setTimeout(resolve, Math.min(longestPause, 500 * 2 ** failures)));
}

async function wordsOf(answer) {
  return answer.status === 413 ? await answer.text()
    : answer.type === 'opaqueredirect' ? 'Votre session est terminée. Rechargez la page et reconnectez-vous.'
    : 'L’envoi est interrompu. Choisissez le fichier de nouveau.';
}
