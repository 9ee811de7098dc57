import Baking
import Host
import Packer
import Source

extension RunClock {
  /// The moment now and a new identity; clocks and `uuid` in a template are filled from them.
  static func now() -> RunClock {
    let started = HostEnvironment.now()
    return RunClock(started: started, uuid: .timeOrderedUUID(at: started)) { call in
      Hole.function(call).value(startedAt: GoTime(unix: started), uuid: { .timeOrderedUUID(at: started) })
    }
  }
}

extension String {
  /// A random UUID whose first four bytes are the time, so that it sorts by age, as Packer makes them.
  fileprivate static func timeOrderedUUID(at seconds: Int) -> String {
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    let time = UInt32(truncatingIfNeeded: seconds)
    for index in 0..<4 { bytes[index] = UInt8(truncatingIfNeeded: time >> (24 - 8 * UInt32(index))) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let hex = bytes.hexadecimal
    var rest = Substring(hex)
    return [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }.joined(separator: "-")
  }
}
