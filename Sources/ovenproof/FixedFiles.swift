import Host
import Lint
import Source

/// Puts mended files where they were.
struct FixedFiles {
  private let result: FixResult
  private let workplace: Workplace

  init(_ result: FixResult, in workplace: Workplace) {
    self.result = result
    self.workplace = workplace
  }

  /// Writes each file, whole or not at all; what came by standard input goes to standard output, changed or not.
  func write(standardInput name: String?) throws(HostError) {
    for file in result.files where file.id.path != name {
      try HostFile.write(file.after, to: workplace.disk.absolute(file.id.path))
    }
    guard let name else { return }
    let mended = result.files.first { $0.id.path == name }?.after
    try workplace.console.write(mended ?? result.lint.sources[FileID(name)]?.bytes ?? [])
  }
}
