// Enter after a name goes on to whoever was found, and does not send a form that is not filled in yet.
const form = document.getElementById('walk-in')
form.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.target.id !== 'q') return
  event.preventDefault()
  const found = form.querySelector('input[name=customer]:checked') ?? form.querySelector('input[name=customer]')
  if (found?.value === 'new') form.querySelector('#customer_name').focus()
  else if (found) { found.checked = true; found.focus() }
})
