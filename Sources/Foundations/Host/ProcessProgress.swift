/// How much a program has read and written so far, sockets included: all that its progress can be told by from outside.
struct ProcessProgress: Sendable {
  private let path: String

  init(of process: Int32) { path = "/proc/\(process)/io" }

  /// Returns once nothing more was read or written for some seconds.
  func end(after patience: Double) async throws {
    let clock = ContinuousClock()
    var (seen, since) = (bytes, clock.now)
    while true {
      try await Task.sleep(for: .seconds(min(1, patience / 4)))
      let now = bytes
      // What cannot be looked at is not judged.
      if now == nil || now != seen { (seen, since) = (now, clock.now) }
      if since.duration(to: clock.now) >= .seconds(patience) { return }
    }
  }

  /// The characters of proc(5), `io`: what reads and writes asked for, wherever it came from or went to.
  private var bytes: Int? {
    guard let text = try? Disk(workingDirectory: "/").read(path, limit: 1 << 12) else { return nil }
    let counts = text.split(separator: 0x0A).filter {
      $0.starts(with: "rchar:".utf8) || $0.starts(with: "wchar:".utf8)
    }
    .compactMap { Int(String(decoding: $0.dropFirst(7), as: UTF8.self)) }
    return counts.count == 2 ? counts[0] + counts[1] : nil
  }
}
