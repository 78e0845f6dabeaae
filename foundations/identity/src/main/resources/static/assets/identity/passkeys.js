// The form carries what the passkey is to sign, and takes along what it answers.
const form = document.querySelector('form[data-passkey]')
const answer = form.querySelector('[data-passkey-answer]')
const failed = form.querySelector('[data-passkey-failed]')

async function ask() {
  const options = JSON.parse(form.dataset.passkey)
  return form.dataset.ceremony === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
}

form.addEventListener('submit', async event => {
  if (event.submitter?.name) {
    return
  }
  event.preventDefault()
  failed.hidden = true
  try {
    answer.value = JSON.stringify(await ask())
    form.submit()
  } catch {
    failed.hidden = false
  }
})
