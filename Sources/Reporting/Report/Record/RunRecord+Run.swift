extension RunRecord {
  /// The only part of a record with clocks in it.
  package struct Run: Sendable, Hashable {
    /// Seconds since 1970.
    package var started: Int?
    /// Seconds by name: `lint`, and those of `BuildRecord.durations(of:in:)`.
    package var durations: [String: Double]
    package var host: String?

    package init(started: Int? = nil, durations: [String: Double] = [:], host: String? = nil) {
      self.started = started
      self.durations = durations
      self.host = host
    }
  }
}
