// Asks this browser whether it may be woken. Without this script the part of the page that asks stays hidden.
const part = document.getElementById('push')
const button = document.getElementById('push-on')
const told = document.getElementById('push-told')

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), it => it.charCodeAt(0))
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

const say = what => { told.textContent = part.dataset[what] }

async function subscribe() {
  if (await Notification.requestPermission() !== 'granted') { say('denied'); return }
  const worker = await navigator.serviceWorker.register('/service-worker.js', { scope: '/' })
  await navigator.serviceWorker.ready
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytes(part.dataset.key),
  })
  const csrf = document.querySelector('meta[name=csrf]')
  const answer = await fetch(part.dataset.to, {
    method: 'POST',
    headers: csrf ? { [csrf.dataset.header]: csrf.content } : {},
    body: new URLSearchParams({
      endpoint: subscription.endpoint,
      key: text(subscription.getKey('p256dh')),
      secret: text(subscription.getKey('auth')),
    }),
  })
  if (!answer.ok) throw new Error(String(answer.status))
  location.reload()
}

if (part && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) {
  part.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    try { await subscribe() } catch { say('failed') } finally { button.disabled = false }
  })
}
