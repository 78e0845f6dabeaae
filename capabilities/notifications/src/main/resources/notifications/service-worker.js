// Shows what a push service brings, and opens the page that it tells of. Nothing is cached here.
self.addEventListener('push', event => {
  const news = event.data?.json() ?? {}
  event.waitUntil(self.registration.showNotification(news.title ?? '', {
    body: news.body,
    tag: news.tag,
    data: { url: news.url },
    icon: '/favicon.ico',
  }))
})

self.addEventListener('notificationclick', event => {
  event.notification.close()
  const url = new URL(event.notification.data?.url || '/', self.location.origin)
  if (url.origin !== self.location.origin) return
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
    const same = open.find(page => page.url === url.href)
    return same ? same.focus() : self.clients.openWindow(url.href)
  })())
})
