import Baking
import Host
import Packer

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
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
      text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
