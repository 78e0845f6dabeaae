// Runs before the first paint, so that a dark page never flashes white.
(() => {
  const chosen = localStorage.getItem('theme')
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const theme = localStorage.getItem('theme') ?? (dark.matches ? 'dark' : 'light')
    document.documentElement.setAttribute('data-bs-theme', theme)
  }
  if (chosen !== null && chosen !== 'dark' && chosen !== 'light') localStorage.removeItem('theme')
  dark.addEventListener('change', apply)
  apply()
})()
