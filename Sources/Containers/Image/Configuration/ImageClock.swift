import Host

/// What time an image says it was made: the time now, or the one that `SOURCE_DATE_EPOCH` fixes for images
/// that are to be reproducible.
package struct ImageClock: Sendable, Hashable {
  /// Seconds since 1970.
  package let fixed: Int?

  package init(environment: [String: String]) { fixed = environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) } }

  /// Seconds since 1970.
  package var now: Int { fixed ?? HostEnvironment.now() }
  package var created: String { Timestamp.text(now) }
}
