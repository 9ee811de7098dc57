/// Bytes that come in pieces, up to a limit.
actor CollectedBytes {
  private let limit: Int
  private(set) var bytes: [UInt8] = []
  /// Whether more came than is kept.
  private(set) var isOverLimit = false

  init(limit: Int = .max) { self.limit = limit }

  func append(_ more: [UInt8]) {
    if more.count > limit - bytes.count { isOverLimit = true } else { bytes += more }
  }
}
