// Rows can be dragged by their handle, with mouse, pen or finger; the arrows beside it do the same without this script.
const grips = root => {
  for (const grip of root.querySelectorAll('[data-grip]')) grip.hidden = false
}
grips(document)
document.addEventListener('htmx:afterSwap', () => grips(document))

let dragged = null

document.addEventListener('pointerdown', event => {
  const grip = event.target.closest('[data-grip]')
  if (!grip) return
  event.preventDefault()
  const row = grip.closest('tr')
  dragged = { row, next: row.nextElementSibling }
  row.classList.add('gm-dragged')
  grip.setPointerCapture(event.pointerId)
})

document.addEventListener('pointermove', event => {
  if (!dragged) return
  const { row } = dragged
  for (const other of row.parentElement.querySelectorAll('tr[data-id]')) {
    const box = other.getBoundingClientRect()
    if (other === row || event.clientY < box.top || event.clientY > box.bottom) continue
    if (event.clientY < box.top + box.height / 2) other.before(row)
    else other.after(row)
  }
})

document.addEventListener('pointerup', () => drop(true))
document.addEventListener('pointercancel', () => drop(false))
document.addEventListener('keydown', event => { if (event.key === 'Escape') drop(false) })

function drop(keep) {
  if (!dragged) return
  const { row, next } = dragged
  dragged = null
  row.classList.remove('gm-dragged')
  if (!keep) row.parentElement.insertBefore(row, next)
  if (row.nextElementSibling === next) return
  const above = row.previousElementSibling?.dataset.id
  const below = row.nextElementSibling?.dataset.id
  const form = row.querySelector('form')
  const values = above ? { after: above } : { before: below }
  const domain = form.elements.domain?.value
  if (domain) values.domain = domain
  htmx.ajax('POST', form.getAttribute('hx-post'), { values, target: '#catalogue', select: '#catalogue', swap: 'outerHTML' })
}
