/// How much a program has read and written so far, sockets included: all that its progress can be told by from outside.
struct ProcessProgress: Sendable {
  /// The counts of proc(5), `io`: what reads and writes asked for, wherever it came from or went to.
  private struct Counts {
    let bytes: Int
    let calls: Int

    /// Whether anything was moved since `earlier`.
    ///
    /// Runtimes wake their own threads through pipes and event counters, a byte or eight at a time, and do so all the
    /// more on a busy machine: that is no progress.
    func hasProgress(since earlier: Counts) -> Bool {
      bytes - earlier.bytes > 8 * (calls - earlier.calls)
    }
  }

  private let path: String

  init(of process: Int32) { path = "/proc/\(process)/io" }

  /// Returns once nothing more was read or written for some seconds.
  func end(after patience: Double) async throws {
    let clock = ContinuousClock()
    var (seen, since) = (counts, clock.now)
    while true {
      try await Task.sleep(for: .seconds(min(1, patience / 4)))
      let now = counts
      // What cannot be looked at is not judged.
      let isMoving = if let now, let seen { now.hasProgress(since: seen) } else { true }
      if isMoving { since = clock.now }
      seen = now
      if since.duration(to: clock.now) >= .seconds(patience) { return }
    }
  }

  private var counts: Counts? {
    guard let text = try? Disk(workingDirectory: "/").read(path, limit: 1 << 12) else { return nil }
    var counts: [Substring: Int] = [:]
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: ":")
      if parts.count == 2 { counts[parts[0]] = Int(parts[1].drop { $0 == " " }) }
    }
    guard let read = counts["rchar"], let written = counts["wchar"], let reads = counts["syscr"],
      let writes = counts["syscw"]
    else { return nil }
    return Counts(bytes: read + written, calls: reads + writes)
  }
}
