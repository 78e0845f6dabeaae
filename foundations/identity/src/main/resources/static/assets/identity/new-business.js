// Proposes what can be guessed: the address from the name, and the browser's time zone. What somebody typed stays.
const form = document.querySelector('form[data-new-business]')
const { name, slug, timeZone } = form.elements
const proposed = text => text.normalize('NFKD').replace(/[\p{M}'’]/gu, '').toLowerCase()
  .replace(/[^a-z0-9]+/g, '-').slice(0, 40).replace(/^-|-$/g, '')

let own = slug.value !== '' && slug.value !== proposed(name.value)
slug.addEventListener('input', () => { own = slug.value !== '' })
name.addEventListener('input', () => { if (!own) slug.value = proposed(name.value) })

if (timeZone.value === '') {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if ([...timeZone.options].some(option => option.value === zone)) timeZone.value = zone
}
