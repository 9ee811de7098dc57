import Host
import Image

/// What time an image says it was made: the time now, or the one that `SOURCE_DATE_EPOCH` fixes for builds
/// that are to be reproducible.
struct CommitClock: Sendable, Hashable {
  /// Seconds since 1970.
  let fixed: Int?

  init(environment: [String: String]) { fixed = environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) } }

  /// Seconds since 1970.
  var now: Int { fixed ?? HostEnvironment.now() }
  var created: String { Timestamp.text(now) }
}
