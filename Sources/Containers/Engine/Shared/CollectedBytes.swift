/// Bytes that come in pieces, up to a limit.
package actor CollectedBytes {
  private let limit: Int
  package private(set) var bytes: [UInt8] = []
  /// Whether more came than is kept.
  private(set) var isOverLimit = false

  package init(limit: Int = .max) { self.limit = limit }

  package func append(_ more: [UInt8]) {
    if more.count > limit - bytes.count { isOverLimit = true } else { bytes += more }
  }
}
