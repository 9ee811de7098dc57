import Dispatch
import Glibc
import Synchronization

/// Runs asynchronous work from a synchronous `main` and turns signals into cancellation.
///
/// `main` stays synchronous because a suspended `main` makes a static executable sort all its unwinding tables first,
/// which costs more than a whole lint.
package enum AsynchronousRun {
  /// What a run came to.
  package enum Outcome: Sendable, Hashable {
    case finished(Int32)
    /// A signal cancelled the work, which then ended in its own time.
    case interrupted
  }

  /// Runs the work to its end; INT, TERM and HUP cancel its task, one more of them ends the process at once.
  ///
  /// Wrappers signal a program and then its whole group: what comes within a second of the first is the same interruption.
  package static func wait(for work: @escaping @Sendable () async -> Int32) -> Outcome {
    let state = RunState()
    // The work begins when somebody listens: what is begun can be stopped.
    let sources = listen(for: state)
    let task = Task {
      state.code.store(await work(), ordering: .releasing)
      state.finished.signal()
    }
    state.task.withLock { $0 = task }
    if state.isInterrupted { task.cancel() }
    state.finished.wait()
    for source in sources { source.cancel() }
    return state.isInterrupted ? .interrupted : .finished(state.code.load(ordering: .acquiring))
  }

  /// Turns signals into interruptions from now on; none that comes meanwhile is lost.
  private static func listen(for state: RunState) -> [any DispatchSourceSignal] {
    var (wanted, before) = (sigset_t(), sigset_t())
    sigemptyset(&wanted)
    for number in signals { sigaddset(&wanted, number) }
    pthread_sigmask(SIG_BLOCK, &wanted, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let listening = DispatchSemaphore(value: 0)
    // None is set to be ignored meanwhile: that would discard one that is pending (sigaction(2)). The source has a handler of its own.
    let sources = signals.map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setRegistrationHandler { listening.signal() }
      source.setEventHandler {
        let now = Int(DispatchTime.now().uptimeNanoseconds)
        let (isFirst, first) = state.interruption.compareExchange(
          expected: 0, desired: now, ordering: .acquiringAndReleasing)
        if isFirst {
          state.task.withLock { $0?.cancel() }
        } else if now - first > 1_000_000_000 {
          _exit(130)
        }
      }
      source.resume()
      return source
    }
    for _ in sources { listening.wait() }
    return sources
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]
}

/// What the waiting thread, the task and the signal handlers share; a class for its identity.
private final class RunState: Sendable {
  let finished = DispatchSemaphore(value: 0)
  let code = Atomic<Int32>(0)
  /// When the first signal came, in nanoseconds of uptime; 0 for never.
  let interruption = Atomic<Int>(0)
  /// The work, once it is begun.
  let task = Mutex<Task<Void, Never>?>(nil)

  var isInterrupted: Bool { interruption.load(ordering: .acquiring) != 0 }
}
