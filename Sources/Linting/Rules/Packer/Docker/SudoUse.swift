import Packer
import Plan
import Project
import ShellSyntax
import Source

/// Where a step speaks of sudo.
struct SudoUse {
  private let project: Project

  init(in project: Project) { self.project = project }

  /// Whether an operation runs a command with sudo.
  static func isCalled(_ operation: Operation) -> Bool {
    guard case .run(let run) = operation else { return false }
    return mentions(Array(run.command.shown.utf8))
  }

  /// Whether an operation may bring sudo into the container: it speaks of it, or cannot be read.
  func mayInstall(_ operation: Operation) -> Bool {
    switch operation {
    case .run: return Self.isCalled(operation)
    case .uploadFile(let upload):
      switch upload.content {
      case .generated(let text): return Self.mentions(Array(text.shown.utf8))
      case .file(let path), .textFile(let path):
        guard let path = path.complete, let file = project.sources[FileID(path)] else {
          // An unread file may do anything; one that is not there does nothing, and is reported as such.
          return !isAbsent(path.complete)
        }
        return Self.mentions(file.bytes)
      }
    default: return false
    }
  }

  private func isAbsent(_ path: String?) -> Bool {
    project.references.contains { reference in
      guard case .absent = reference.state else { return false }
      return reference.path == path
    }
  }

  /// The place of the word in a text.
  static func place(in text: DerivedText) -> Location? {
    words(of: text.bytes).first(where: isSudo).map {
      text.location(of: ByteRange($0.startIndex, $0.endIndex))
    }
  }

  /// The first call of a script whose failure ends it, where nothing before it may have installed sudo.
  static func sureCall(in script: ProjectScript) -> Location? {
    var stops = script.script.shebang?.arguments.contains { $0.hasPrefix("-") && $0.contains("e") } == true
    for call in StraightCall.all(in: script.script) {
      if call.name == "set", call.call.arguments.contains(where: setsErrorExit) { stops = true }
      if call.name == "sudo" { return stops && call.isSure ? call.call.name.location : nil }
      if !call.isPlain || call.call.arguments.contains(where: { $0.knownPrefix.mentions("sudo") }) {
        return nil
      }
    }
    return nil
  }

  private static func setsErrorExit(_ word: ShellWord) -> Bool {
    guard let text = word.text else { return false }
    return text == "errexit" || text.hasPrefix("-") && !text.hasPrefix("--") && text.contains("e")
  }

  private static func mentions(_ text: [UInt8]) -> Bool { words(of: text).contains(where: isSudo) }

  private static func words(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split { byte in " \t\r\n;&|()'\"`=".utf8.contains(byte) }
  }

  private static func isSudo(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual("sudo".utf8) || word.elementsEqual("/usr/bin/sudo".utf8)
  }
}
