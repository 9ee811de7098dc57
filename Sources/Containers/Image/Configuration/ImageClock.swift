import Host

/// What time an image says it was made: the time now, or the one that `SOURCE_DATE_EPOCH` fixes for images
/// that are to be reproducible.
package struct ImageClock: Sendable, Hashable {
  /// Seconds since 1970.
  package let fixed: Int?

  package init(environment: [String: String]) { fixed = Self.written(in: environment).flatMap { Int($0) } }

  /// What `SOURCE_DATE_EPOCH` is, where that is no number; such a value fixes nothing.
  package static func unreadable(in environment: [String: String]) -> String? {
    written(in: environment).flatMap { Int($0) == nil ? $0 : nil }
  }

  /// An empty value is none.
  private static func written(in environment: [String: String]) -> String? {
    environment["SOURCE_DATE_EPOCH"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Seconds since 1970.
  package var now: Int { fixed ?? HostEnvironment.now() }
  package var created: String { Timestamp.text(now) }
}
