import CLinux
import Glibc
import Host

/// A process by its number and the time of its start, which together are never used again.
struct ProcessIdentity: Sendable, Hashable, CustomStringConvertible {
  let number: Int32
  /// In clock ticks since the machine started (proc(5), `stat`).
  let start: UInt64

  init(number: Int32, start: UInt64) {
    self.number = number
    self.start = start
  }

  /// Reads `NUMBER-START`.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let number = Int32(parts[0]), let start = UInt64(parts[1]) else { return nil }
    self.init(number: number, start: start)
  }

  /// The process that has this number now; nil for none, and for one that has ended or is about to.
  init?(running number: Int32) {
    guard let fields = Self.fields(of: number) else { return nil }
    let isExiting: UInt64 = 4
    guard fields[0] != "Z", fields[0] != "X", let flags = UInt64(fields[6]), flags & isExiting == 0,
      let start = UInt64(fields[19])
    else { return nil }
    self.init(number: number, start: start)
  }

  /// The process that has this number now, be it that it has ended and nobody has asked for its status yet.
  init?(known number: Int32) {
    guard let fields = Self.fields(of: number), let start = UInt64(fields[19]) else { return nil }
    self.init(number: number, start: start)
  }

  /// What the kernel says of a process behind its name (proc(5), `stat`).
  private static func fields(of number: Int32) -> [Substring]? {
    let path = "/proc/\(number)/stat"
    guard let bytes = try? Disk(workingDirectory: "/").read(path, limit: 1 << 12),
      let end = bytes.lastIndex(of: 0x29)
    else { return nil }
    // The name, in brackets, may itself hold blanks and brackets.
    let fields = String(decoding: bytes[(end + 1)...], as: UTF8.self).split(separator: " ")
    return fields.count > 19 ? fields : nil
  }

  /// This process.
  static var own: ProcessIdentity {
    ProcessIdentity(running: getpid()) ?? ProcessIdentity(number: getpid(), start: 0)
  }

  var description: String { "\(number)-\(start)" }
  var isRunning: Bool { ProcessIdentity(running: number) == self }

  /// Waits until it has ended, some seconds at most.
  func waitForEnd(within seconds: Int32) {
    let descriptor = clinux_process_descriptor(number)
    defer { if descriptor >= 0 { close(descriptor) } }
    // By now the number may be that of another.
    guard ProcessIdentity(known: number) == self else { return }
    _ = Self.ends(number, within: seconds, by: descriptor)
  }

  /// Whether a process ends within some seconds.
  ///
  /// An old kernel, or a filter of calls, gives no descriptor to wait by, but -1: then it is looked at again and again.
  static func ends(_ number: Int32, within seconds: Int32, by descriptor: Int32) -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let pause = descriptor < 0 ? 20 : seconds * 1000
    var left = seconds * 1000
    while left > 0 {
      if poll(&watched, 1, min(pause, left)) != 0 || ProcessIdentity(running: number) == nil { return true }
      left -= pause
    }
    return false
  }
}
