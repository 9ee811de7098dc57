import Glibc

/// A moment by which something must be done.
struct Deadline: Sendable {
  private let end: ContinuousClock.Instant
  let seconds: Double

  init(in seconds: Double) {
    self.seconds = seconds
    end = .now + .seconds(seconds)
  }

  /// In seconds.
  var left: Double { ContinuousClock.now.duration(to: end) / .seconds(1) }

  /// The time for people: `5 s`, `500 ms`.
  var words: String { seconds < 1 ? "\(Int((seconds * 1000).rounded())) ms" : "\(Self.trimmed(seconds)) s" }

  /// Waits until a descriptor is ready for `events` of poll(2); false where the time is over.
  func wait(for descriptor: Int32, _ events: Int32) -> Bool {
    while true {
      let milliseconds = Int32(clamping: Int((left * 1000).rounded(.up)))
      guard milliseconds > 0 else { return false }
      var watched = pollfd(fd: descriptor, events: Int16(events), revents: 0)
      let count = poll(&watched, 1, milliseconds)
      if count > 0 { return true }
      if count == 0 || errno != EINTR { return false }
    }
  }

  private static func trimmed(_ seconds: Double) -> String {
    Int(exactly: seconds).map(String.init) ?? "\(seconds)"
  }
}
