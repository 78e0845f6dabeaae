// Uploads files one after the other and shows how far each has come. Without it the form sends them all at once.
const forms = 'form[data-upload]'

const send = (form, file, data, onProgress) => new Promise((resolve, reject) => {
  const call = new XMLHttpRequest()
  call.open('POST', form.action)
  call.setRequestHeader('HX-Request', 'true')
  const csrf = document.querySelector('meta[name=csrf]')
  if (csrf) call.setRequestHeader(csrf.dataset.header, csrf.content)
  call.upload.addEventListener('progress', event => {
    if (event.lengthComputable) onProgress(Math.floor(100 * event.loaded / event.total))
  })
  call.addEventListener('load', () => {
    if (call.status === 401 && call.getResponseHeader('HX-Redirect')) location.assign(call.getResponseHeader('HX-Redirect'))
    else if (call.status === 200 || call.status === 422) resolve(call.responseText)
    else reject(new Error(String(call.status)))
  })
  call.addEventListener('error', () => reject(new Error('offline')))
  call.send(data)
})

const line = (list, file) => {
  const item = list.appendChild(document.createElement('li'))
  const words = item.appendChild(document.createElement('span'))
  const bar = item.appendChild(document.createElement('progress'))
  bar.max = 100
  bar.value = 0
  words.textContent = file.name
  bar.setAttribute('aria-label', file.name)
  return { words, bar }
}

const card = html => new DOMParser().parseFromString(html, 'text/html').querySelector('#documents')

async function upload(form) {
  const input = form.querySelector('input[type=file]')
  const button = form.querySelector('button')
  const list = form.querySelector('[data-progress]')
  const words = form.dataset
  list.hidden = false
  list.replaceChildren()
  button.disabled = true
  const problems = []
  let answer = null
  const refuse = (file, why) => {
    const problem = document.createElement('p')
    problem.className = 'invalid-feedback d-block mb-0'
    problem.setAttribute('role', 'alert')
    problem.textContent = `${file.name}: ${why}`
    problems.push(problem)
  }
  for (const file of [...input.files]) {
    if (file.size > Number(words.most)) {
      refuse(file, words.tooLarge)
      continue
    }
    const { words: text, bar } = line(list, file)
    const data = new FormData(form)
    data.delete('file')
    data.append('file', file, file.name)
    try {
      answer = card(await send(form, file, data, percent => {
        bar.value = percent
        text.textContent = words.uploading.replace('{0}', file.name).replace('{1}', percent)
      }))
      problems.push(...answer.querySelectorAll('#document-problems > p'))
      text.textContent = `${file.name}: ${words.done}`
    } catch {
      refuse(file, words.failed)
    }
  }
  button.disabled = false
  button.classList.remove('gm-busy')
  delete words.sent
  const shown = form.closest('#documents')
  const next = answer ?? shown
  next.querySelector('#document-problems')?.replaceChildren(...problems)
  next.querySelector('#document-file')?.classList.toggle('is-invalid', problems.length > 0)
  if (answer) shown.replaceWith(answer)
  else list.hidden = true
  document.dispatchEvent(new CustomEvent('gm:taken'))
  document.querySelector('#documents')?.querySelector(problems.length ? '#document-file' : 'h2')?.focus()
  const live = document.getElementById('live')
  if (live) live.textContent = problems.length ? problems[0].textContent : words.done
}

document.addEventListener('submit', event => {
  const form = event.target
  if (!form.matches(forms)) return
  event.preventDefault()
  if (form.querySelector('input[type=file]').files.length) upload(form)
})

const over = event => event.dataTransfer?.types.includes('Files') ? event.target.closest?.('#documents')?.querySelector(forms) : null
document.addEventListener('dragover', event => {
  const form = over(event)
  document.querySelectorAll(forms).forEach(each => each.classList.toggle('gm-can-drop', each === form))
  if (form) event.preventDefault()
})
document.addEventListener('dragleave', event => {
  if (!event.relatedTarget) document.querySelectorAll(forms).forEach(each => each.classList.remove('gm-can-drop'))
})
document.addEventListener('drop', event => {
  const form = over(event)
  if (!form) return
  event.preventDefault()
  form.classList.remove('gm-can-drop')
  form.querySelector('input[type=file]').files = event.dataTransfer.files
  form.requestSubmit()
})
