/// Bytes that are packed with gzip, in memory.
package enum Gzip {
  /// What some bytes unpack to, up to a limit; of damaged ones what comes before the damage.
  package static func unpacked(_ bytes: [UInt8], limit: Int) -> (plain: [UInt8], isWhole: Bool) {
    guard let decoder = try? GzipDecoder() else { return ([], false) }
    var plain: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    var place = 0
    var isWhole = false
    while plain.count < limit {
      let step = bytes[place...].withUnsafeBytes { input in
        room.withUnsafeMutableBytes { decoder.decode(input, into: $0) }
      }
      guard let step else { return (plain, false) }
      plain += room.prefix(step.produced)
      place += step.consumed
      isWhole = step.isAtBoundary
      if step.produced == 0, step.consumed == 0 || place == bytes.count { break }
    }
    return (plain, isWhole && !bytes.isEmpty)
  }
}
