// What others do is seen at once. The page hears that something changed, asks for itself again, and takes over the
// parts (data-part, each with an id) that have changed, but for those in which somebody is typing or has a menu open.
const address = document.querySelector('meta[name=live]').content
const root = document.querySelector('[data-live]')
const shows = (root?.dataset.live ?? '').split(' ').filter(Boolean)
const note = document.getElementById('gm-changed')

const BETWEEN = 700
const shown = new WeakMap()
let source, lost, again
let wanted = false, waiting = false, pressed = false, last = 0, asked = 0, taken = 0, bell

const token = /(<input[^>]*name="_csrf"[^>]*value=")[^"]*/g
const text = node => node.outerHTML.replace(token, '$1')

const changedField = field => field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked
  : field.tagName === 'SELECT' ? [...field.options].some(option => option.selected !== option.defaultSelected && !unset(field))
  : field.type !== 'hidden' && field.value !== field.defaultValue
// A list from which nobody has chosen yet stands on its first entry.
const unset = list => list.selectedIndex === 0 && ![...list.options].some(option => option.defaultSelected)
const isBusy = part => part.contains(document.activeElement) && document.activeElement.matches('input, textarea, select')
  || part.querySelector('details.gm-menu[open]')
  || [...part.querySelectorAll('input, textarea, select')].some(changedField)

/** Takes the parts of another copy of this page over; says whether some had to wait. */
export function take(fresh) {
  let waits = false
  for (const part of document.querySelectorAll('[data-part]')) {
    const next = fresh.getElementById(part.id)
    if (!next || shown.get(part) === text(next)) continue
    if (isBusy(part)) { waits = true; continue }
    replace(part, document.importNode(next, true))
  }
  document.dispatchEvent(new CustomEvent('gm:taken'))
  return waits
}

function replace(part, next) {
  const focus = part.contains(document.activeElement) ? document.activeElement.id : ''
  const said = part.querySelector('[data-announce]')?.textContent
  shown.set(next, text(next))
  for (const fold of part.querySelectorAll('details[id]')) {
    const same = next.querySelector(`#${CSS.escape(fold.id)}`)
    if (same) same.open = fold.open
  }
  part.replaceWith(next)
  window.htmx?.process(next)
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true })
  const says = next.querySelector('[data-announce]')?.textContent
  if (says && says !== said) document.getElementById('live').textContent = says
}

// What is under a finger stays there: a click on something replaced between press and release would be lost.
const isHeld = () => pressed || document.querySelector('[data-dragging]')

/** Asks for this page again, at most once in a while, and never while something is pressed or dragged. */
export function refresh() {
  wanted = true
  if (again || !root) return
  again = setTimeout(async () => {
    again = undefined
    if (document.hidden || isHeld()) return
    wanted = false
    last = Date.now()
    const turn = ++asked
    try {
      const answer = await fetch(root.dataset.liveFrom ?? location.href, { headers: { 'X-Live': 'yes' } })
      if (!answer.ok || answer.redirected || turn < taken) return
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (turn < taken) return
      if (isHeld()) { wanted = true; return }
      taken = turn
      waiting = take(fresh)
      if (note) note.hidden = !waiting
    } catch { /* the next signal or the next look at the page asks again */ }
  }, Math.max(50, last + BETWEEN - Date.now()))
}

/** What was asked for before this must not undo what is known since. */
export function overtake() {
  taken = ++asked
}

function ring() {
  bell ??= setTimeout(async () => {
    bell = undefined
    const old = document.getElementById('bell')
    if (!old) return
    const answer = await fetch(old.dataset.from)
    if (answer.status !== 200) return
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('bell')
    if (next) old.replaceWith(document.importNode(next, true))
  }, 200)
}

function hear(line) {
  const [kind, subject] = line.split(' ')
  if (kind === 'notice') ring()
  if (shows.includes(kind) || shows.includes(`${kind}:${subject}`)) refresh()
}

function open() {
  if (source || document.hidden) return
  source = new EventSource(address)
  source.onmessage = event => event.data.split('\n').forEach(hear)
  source.onopen = () => {
    if (lost && Date.now() - lost > 60_000) everything()
    lost = undefined
  }
  source.onerror = () => {
    lost ??= Date.now()
    if (source?.readyState !== EventSource.CLOSED) return
    source = undefined
    setTimeout(open, 30_000)
  }
}

function close() {
  source?.close()
  source = undefined
}

function everything() {
  ring()
  refresh()
}

// A browser gives one place only so many lines: a page that nobody looks at keeps none, and catches up afterwards.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) { close(); return }
  open()
  everything()
})
addEventListener('pagehide', close)
addEventListener('pageshow', event => { if (event.persisted) { open(); everything() } })
document.addEventListener('gm:dropped', () => { if (wanted) refresh() })
document.addEventListener('focusout', () => { if (waiting) refresh() })
document.addEventListener('toggle', event => { if (waiting && !event.target.open) refresh() }, true)
document.addEventListener('pointerdown', () => { pressed = true }, true)
for (const end of ['pointerup', 'pointercancel', 'blur']) {
  addEventListener(end, () => {
    pressed = false
    if (wanted) refresh()
  })
}
open()
