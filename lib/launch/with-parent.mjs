import { isMainThread } from 'node:worker_threads'

// Loaded into every child before its own code. Its standard input is a pipe that only the launcher holds open: when the
// launcher is killed outright, the pipe closes, and a child that went on would keep the port. Threads and processes
// that the child starts inherit this file, and their standard input says nothing.
if (isMainThread && process.ppid === Number(process.env.LOCUS_LAUNCHER)) {
  const end = () => process.kill(process.pid, 'SIGTERM')
  process.stdin.on('end', end)
  process.stdin.on('error', end)
  process.stdin.resume()
  process.stdin.unref()
}
