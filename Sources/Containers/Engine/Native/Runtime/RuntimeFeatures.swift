import Host
import Image

/// What a `runc` was built with. It tells so itself, which takes a program's start: a yes is kept as long as the program stays as
/// it is.
struct RuntimeFeatures {
  let program: String
  /// The file that keeps it.
  let note: String

  /// Whether it can filter system calls: it names the library that it does that with.
  func canFilter() async throws(EngineError) -> Bool {
    let state = FileState(at: program)
    let kept = try? Disk(workingDirectory: "/").read(note, limit: 1 << 12)
    if let state, let kept, kept.elementsEqual("\(state)".utf8) { return true }
    let output: CommandOutput
    do throws(HostError) {
      output = try await Command([program, "--version"], deadline: 20).output()
    } catch {
      throw .host(error)
    }
    guard String(decoding: output.output, as: UTF8.self).contains("libseccomp") else { return false }
    if let state, state.isSettled { try? HostFile.write(Array("\(state)".utf8), to: note, isDurable: false) }
    return true
  }
}
