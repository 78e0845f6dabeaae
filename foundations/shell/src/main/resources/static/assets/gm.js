// What every page has in common. Each form and link also works without it.
const live = document.getElementById('live')
const say = text => { if (live) live.textContent = text }

document.addEventListener('htmx:configRequest', event => {
  const csrf = document.querySelector('meta[name=csrf]')
  if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content
})

document.addEventListener('htmx:responseError', event => {
  if (event.detail.xhr.status !== 401) say(document.body.dataset.failed ?? 'That did not work. Try again.')
})

// After a swap the focus goes to what the answer marks, so that the keyboard and a screen reader go on from there.
document.addEventListener('htmx:afterSwap', event => {
  const next = event.detail.target?.querySelector('[autofocus], .is-invalid')
  if (next) next.focus()
  prepare(document)
})
document.addEventListener('gm:taken', () => prepare(document))

const toggle = document.querySelector('[data-theme-toggle]')
if (toggle) {
  toggle.hidden = false
  toggle.addEventListener('click', () => {
    const theme = document.documentElement.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark'
    localStorage.setItem('theme', theme)
    document.documentElement.setAttribute('data-bs-theme', theme)
  })
}

// The rail is open on wide screens and folded on narrow ones; without this script it is open everywhere.
const fold = document.querySelector('[data-fold]')
const wide = matchMedia('(min-width: 62rem)')
if (fold) {
  const set = () => { fold.open = wide.matches }
  wide.addEventListener('change', set)
  set()
}

document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.gm-person[open], details.gm-menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false
  }
})

// A form that is on its way shows it and is not sent twice.
document.addEventListener('submit', event => {
  if (event.defaultPrevented || event.target.hasAttribute('hx-post')) return
  if (event.target.dataset.sent) { event.preventDefault(); return }
  event.target.dataset.sent = 'yes'
  event.submitter?.classList.add('gm-busy')
})
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent
  for (const button of document.querySelectorAll('.gm-busy')) button.classList.remove('gm-busy')
})

// One box ticks all others of its form that have this name.
for (const all of document.querySelectorAll('[data-tick]')) {
  all.hidden = false
  const box = all.querySelector('input')
  box.addEventListener('change', () => {
    for (const one of box.form.elements) if (one.name === all.dataset.tick) one.checked = box.checked
  })
}

const keys = document.getElementById('keys')
for (const button of document.querySelectorAll('button[data-keys]')) {
  button.hidden = false
  button.addEventListener('click', () => keys?.showModal())
}

const typing = target => target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog')
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    for (const menu of document.querySelectorAll('details.gm-person[open], details.gm-menu[open]')) {
      const within = menu.contains(document.activeElement)
      menu.open = false
      if (within) menu.querySelector('summary').focus()
    }
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
  const go = selector => {
    const target = document.querySelector(selector)
    if (!target) return
    event.preventDefault()
    if (target.matches('a')) target.click()
    else target.focus()
  }
  const rows = [...document.querySelectorAll('[data-row] a[data-open]')]
  const at = rows.indexOf(document.activeElement?.closest('[data-row]')?.querySelector('a[data-open]'))
  switch (event.key) {
    case '/': go('main input[type=search], input[type=search]'); break
    case 'c': go('a[data-create]'); break
    case 'j': rows[Math.min(at + 1, rows.length - 1)]?.focus(); break
    case 'k': rows[Math.max(at - 1, 0)]?.focus(); break
    case '?': if (keys && !keys.open) keys.showModal(); break
  }
})

const units = [['day', 86_400], ['hour', 3_600], ['minute', 60]]
const relative = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' })
function prepare(root) {
  for (const time of root.querySelectorAll('time[data-relative]')) {
    const seconds = (new Date(time.dateTime) - Date.now()) / 1000
    const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60]
    if (Math.abs(seconds) < 7 * 86_400) {
      time.title ||= time.textContent
      time.textContent = relative.format(Math.round(seconds / size), unit) + (time.dataset.at ? ` (${time.dataset.at})` : '')
    }
  }
}
prepare(document)

for (const button of document.querySelectorAll('button[data-copy]')) {
  const field = document.getElementById(button.dataset.copy)
  button.hidden = !navigator.clipboard
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(field.value)
    button.textContent = button.dataset.copied
    say(button.dataset.copied)
  })
}
