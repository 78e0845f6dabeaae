// Cards are moved by mouse, by touch (hold, then drag), by keyboard and by their menu. What a move needs is asked for
// in a dialog, which is the page that serves browsers without script.
const { take, overtake } = await import(document.querySelector('script[data-with]').dataset.with)

const board = document.getElementById('board')
const dialog = document.getElementById('move-dialog')
const said = document.getElementById('board-said')
const csrf = document.querySelector('meta[name=csrf]')

const ways = card => (card.dataset.ways ?? '').split(' ').filter(Boolean)
  .map(way => { const [move, to, how] = way.split(':'); return { move, to, how } })
const link = (card, move) => card.querySelector(`a[data-step=${move}]`)
const parse = text => new DOMParser().parseFromString(text, 'text/html')

async function go(card, step) {
  if (step.how === 'page') { location.assign(link(card, step.move).href); return }
  if (step.how === 'at_once') {
    await send(`${link(card, step.move).href.split('?')[0]}`, new URLSearchParams({ move: step.move, revision: card.dataset.revision, mine: board.dataset.mine }))
    return
  }
  await ask(link(card, step.move).href)
}

async function ask(address) {
  show(parse(await (await fetch(address)).text()))
  if (!dialog.open) dialog.showModal()
}

function show(page) {
  const content = page.getElementById('move')
  content.className = ''
  dialog.replaceChildren(document.importNode(content, true))
  dialog.querySelector('textarea, button')?.focus()
}

async function send(address, body) {
  const card = address.match(/[0-9a-f-]{36}/)?.[0]
  const answer = await fetch(address, { method: 'POST', body, headers: { [csrf.dataset.header]: csrf.content } })
  const page = parse(await answer.text())
  if (answer.status === 422) { show(page); return }
  if (!page.getElementById('board')) { location.reload(); return }
  dialog.close()
  for (const menu of board.querySelectorAll('.gm-menu[open]')) menu.open = false
  overtake()
  take(page)
  tell(page)
  // Whoever works with keys goes on from the card, wherever it is now; from the board when it has left that.
  if (isLost(document.activeElement)) (document.getElementById(`open-${card}`) ?? board).focus()
}
const isLost = focus => !focus || focus === document.body || !focus.checkVisibility()

let gone
function tell(page) {
  clearTimeout(gone)
  said.replaceChildren(...[...page.getElementById('board-said').children].map(node => document.importNode(node, true)))
  fade()
}
function fade() {
  const toast = said.querySelector('.gm-toast')
  if (!toast) return
  gone = setTimeout(() => { if (said.matches(':hover, :focus-within')) fade(); else said.replaceChildren() },
    toast.classList.contains('gm-stays') ? 15_000 : 8_000)
}
fade()

for (const place of [dialog, said]) {
  place.addEventListener('submit', event => {
    event.preventDefault()
    send(event.target.action, new URLSearchParams(new FormData(event.target, event.submitter)))
  })
}
dialog.addEventListener('click', event => {
  if (event.target.closest('[data-close]') || event.target === dialog) { event.preventDefault(); dialog.close() }
})
board.addEventListener('click', event => {
  const step = event.target.closest('a[data-step]')
  if (!step || event.ctrlKey || event.metaKey) return
  const card = step.closest('.gm-ticket')
  event.preventDefault()
  go(card, ways(card).find(way => way.move === step.dataset.step))
})

// By keyboard: m opens the menu of the card, arrows go from card to card and through the menu.
const cards = column => [...column.querySelectorAll('.gm-ticket a[data-open]')]
board.addEventListener('keydown', event => {
  const card = event.target.closest('.gm-ticket')
  if (!card || event.ctrlKey || event.metaKey || event.altKey) return
  const menu = card.querySelector('.gm-menu')
  const inMenu = menu?.contains(event.target)
  const column = card.closest('section')
  const list = inMenu ? [...menu.querySelectorAll('a')] : cards(column)
  const at = list.indexOf(event.target)
  const to = target => { event.preventDefault(); target?.focus() }
  switch (event.key) {
    case 'm': if (menu) { menu.open = true; to(menu.querySelector('a')) } break
    case 'Escape': if (inMenu) { menu.open = false; to(menu.querySelector('summary')) } break
    case 'ArrowDown': to(list[at + 1]); break
    case 'ArrowUp': to(list[at - 1]); break
    case 'ArrowRight': case 'ArrowLeft': {
      if (inMenu) break
      const step = event.key === 'ArrowRight' ? 'nextElementSibling' : 'previousElementSibling'
      let next = column[step]
      while (next && !cards(next).length) next = next[step]
      if (next) to(cards(next)[Math.min(at, cards(next).length - 1)])
      break
    }
  }
})

// What was done last is undone by u, as long as the board offers it.
addEventListener('keydown', event => {
  if (event.key !== 'u' || event.ctrlKey || event.metaKey || event.altKey || dialog.open || event.target.closest?.('input, textarea, select')) return
  said.querySelector('form')?.requestSubmit()
})

// By mouse and touch.
let drag
const FAR = 6, HOLD = 350, EDGE = 48

function begin() {
  const box = drag.card.getBoundingClientRect()
  const ghost = drag.card.cloneNode(true)
  ghost.removeAttribute('id')
  ghost.classList.add('gm-ghost')
  ghost.setAttribute('aria-hidden', 'true')
  ghost.style.width = `${box.width}px`
  document.body.append(ghost)
  Object.assign(drag, { on: true, ghost, dx: drag.x - box.left, dy: drag.y - box.top })
  drag.card.dataset.dragging = ''
  for (const column of board.children) {
    const way = ways(drag.card).find(({ to }) => to === column.dataset.status && column !== drag.card.parentElement)
    column.classList.toggle('gm-can-drop', !!way)
    column.classList.toggle('gm-cannot-drop', !way && column !== drag.card.parentElement)
    if (way) column.dataset.drop = link(drag.card, way.move).textContent
  }
  follow()
}

function follow() {
  if (!drag?.on) return
  drag.ghost.style.transform = `translate(${drag.x - drag.dx}px, ${drag.y - drag.dy}px) rotate(1deg)`
  const under = document.elementsFromPoint(drag.x, drag.y).map(node => node.closest?.('#board > section')).find(Boolean)
  for (const column of board.children) column.classList.toggle('gm-over', column === under && column.classList.contains('gm-can-drop'))
  drag.over = under
  const edge = board.getBoundingClientRect()
  const pull = drag.x > edge.right - EDGE ? 10 : drag.x < edge.left + EDGE ? -10 : 0
  if (pull) { board.scrollLeft += pull; cancelAnimationFrame(drag.frame); drag.frame = requestAnimationFrame(follow) }
}

function end(dropped) {
  if (!drag) return
  const { card, on, over, ghost, timer, frame } = drag
  clearTimeout(timer)
  cancelAnimationFrame(frame)
  drag = undefined
  if (!on) return
  ghost.remove()
  delete card.dataset.dragging
  const way = dropped && over ? ways(card).find(({ to }) => to === over.dataset.status) : undefined
  const legal = over?.classList.contains('gm-can-drop')
  for (const column of board.children) { column.classList.remove('gm-can-drop', 'gm-cannot-drop', 'gm-over'); delete column.dataset.drop }
  // The click that ends a drag opens nothing.
  board.addEventListener('click', stop, { capture: true, once: true })
  setTimeout(() => board.removeEventListener('click', stop, { capture: true }), 50)
  if (way && legal) go(card, way)
  document.dispatchEvent(new CustomEvent('gm:dropped'))
}
const stop = event => { event.preventDefault(); event.stopPropagation() }

board.addEventListener('pointerdown', event => {
  const card = event.target.closest('.gm-ticket')
  if (!card || event.button !== 0 || !event.isPrimary || event.target.closest('.gm-menu') || !ways(card).length) return
  drag = { card, x: event.clientX, y: event.clientY, startX: event.clientX, startY: event.clientY, id: event.pointerId }
  if (event.pointerType === 'touch') drag.timer = setTimeout(begin, HOLD)
})
addEventListener('pointermove', event => {
  if (!drag || event.pointerId !== drag.id) return
  Object.assign(drag, { x: event.clientX, y: event.clientY })
  if (drag.on) { follow(); return }
  const far = Math.hypot(event.clientX - drag.startX, event.clientY - drag.startY) > FAR
  if (far && event.pointerType === 'touch') end(false)
  else if (far) begin()
})
addEventListener('pointerup', event => { if (event.pointerId === drag?.id) end(true) })
addEventListener('pointercancel', event => { if (event.pointerId === drag?.id) end(false) })
addEventListener('keydown', event => { if (event.key === 'Escape') end(false) })
board.addEventListener('dragstart', event => event.preventDefault())
board.addEventListener('contextmenu', event => { if (drag) event.preventDefault() })
board.addEventListener('touchmove', event => { if (drag?.on) event.preventDefault() }, { passive: false })
