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
    let task = Task {
      state.code.store(await work(), ordering: .releasing)
      state.finished.signal()
    }
    let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setEventHandler {
        let now = Int(DispatchTime.now().uptimeNanoseconds)
        let (isFirst, first) = state.interruption.compareExchange(
          expected: 0, desired: now, ordering: .acquiringAndReleasing)
        if isFirst { task.cancel() } else if now - first > 1_000_000_000 { _exit(130) }
      }
      source.resume()
      return source
    }
    state.finished.wait()
    for source in sources { source.cancel() }
    return state.interruption.load(ordering: .acquiring) != 0
      ? .interrupted : .finished(state.code.load(ordering: .acquiring))
  }
}

/// What the waiting thread, the task and the signal handlers share; a class for its identity.
private final class RunState: Sendable {
  let finished = DispatchSemaphore(value: 0)
  let code = Atomic<Int32>(0)
  /// When the first signal came, in nanoseconds of uptime; 0 for never.
  let interruption = Atomic<Int>(0)
}
