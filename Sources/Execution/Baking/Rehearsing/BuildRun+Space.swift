import Diagnostics
import Engine
import Host
import Packer
import Plan
import Source

extension BuildRun {
  /// Adds what a step would upload.
  func weigh(_ step: Step) {
    guard case .provision(let operations) = step.action else { return }
    for operation in operations { rehearsed.uploadBytes += size(of: operation) }
  }

  /// Compares what the steps would need with what is free, and tells of it.
  func tellOfSpace(in container: any RunningContainer) async throws {
    let needed = rehearsed.packageBytes + rehearsed.uploadBytes
    guard needed > 0 else { return }
    let answer = try await answer(["df", "-Pk", "/"], in: container)
    guard let fields = answer.lines.last?.split(separator: " "), fields.count >= 4,
      let kilobytes = Int(fields[3])
    else {
      return
    }
    let free = kilobytes << 10
    let words =
      "the steps need at least \(needed.shownBytes) (uploads \(rehearsed.uploadBytes.shownBytes), packages "
      + "\(rehearsed.packageBytes.shownBytes)); \(free.shownBytes) are free"
    guard needed > free else { return await note(words) }
    guard let start = plan.steps.first, let index = results.firstIndex(where: { $0.id == start.id }) else {
      return
    }
    let isFault = tell(
      Diagnostic(
        "rehearsal/full-disk", .error, words, at: start.origin,
        help: "free some space, or set `OVENPROOF_HOME` to a folder on a larger disk"), of: start)
    guard isFault else { return }
    results[index] = StepResult(start, .failed, message: words, duration: results[index].duration)
    await kitchen.sink(.stepEnded(build: plan.name, result: results[index]))
  }

  private func size(of operation: Operation) -> Int {
    switch operation {
    case .uploadFile(let upload):
      switch upload.content {
      case .generated(let text): text.shown.utf8.count
      case .file(let path), .textFile(let path): size(at: path)
      }
    case .uploadDirectory(let upload): size(at: upload.source)
    case .uploadPath(let source, _): size(at: source)
    case .runThenAlways(_, let operations), .runOrElse(_, let operations):
      operations.reduce(0) { $0 + size(of: $1) }
    default: 0
    }
  }

  private func size(at path: RunText) -> Int {
    guard let path = path.complete else { return 0 }
    var open = [path]
    var bytes = 0
    var seen = 0
    while let next = open.popLast(), seen < 100_000 {
      seen += 1
      guard let status = kitchen.host.files.status(next) else { continue }
      if status.kind == .directory {
        guard !kitchen.host.files.isSymbolicLink(next) || next == path else { continue }
        let folder = next.hasSuffix("/") ? next : next + "/"
        open += ((try? kitchen.host.files.list(next)) ?? []).map { folder + $0 }
      } else {
        bytes += status.size
      }
    }
    return bytes
  }
}
