import Glibc
import Host

/// A path as a key: its bytes are hashed as one run, one by one they take several times as long.
struct PathBytes: Hashable {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

extension LayerRecord.Text {
  /// The text itself, among the bytes of its index.
  func of(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[Int(start)..<Int(start) + Int(count)])
  }
}

extension UnsafeRawBufferPointer {
  /// Whether these bytes come before others in the order of bytes.
  func precedes(_ other: UnsafeRawBufferPointer) -> Bool {
    guard let own = baseAddress, let its = other.baseAddress else { return count < other.count }
    let order = memcmp(own, its, Swift.min(count, other.count))
    return order == 0 ? count < other.count : order < 0
  }
}

extension FixedSlice {
  /// Whether these bytes come before others in the order of bytes.
  func precedes(_ other: FixedSlice) -> Bool { withBytes { own in other.withBytes { own.precedes($0) } } }
}
