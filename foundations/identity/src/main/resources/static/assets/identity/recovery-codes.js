const codes = [...document.querySelectorAll('[data-codes] code')].map(code => code.textContent).join('\n')
const copy = document.querySelector('[data-copy-codes]')
const print = document.querySelector('[data-print-codes]')

if (navigator.clipboard) {
  copy.hidden = false
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(codes)
    copy.textContent = copy.dataset.done
  })
}
print.hidden = false
print.addEventListener('click', () => window.print())
