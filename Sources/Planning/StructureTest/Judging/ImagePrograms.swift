import Expectation
import Image
import Source

/// Tells a program that could not be started from one that ended with a code that stands for that.
struct ImagePrograms {
  private static let runtime =
    "failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process:"

  private let image: any ImageView

  init(_ image: any ImageView) { self.image = image }

  /// What the original's engine says where a program cannot be started; nil where it was.
  ///
  /// An engine reports 127 and 126 for such programs, and programs end with these codes too: the image's files decide.
  func faultOfStart(_ call: CommandCall, _ end: CommandResult.End, _ variables: [String: String]) -> String? {
    guard case .exited(let code) = end, code == 127 || code == 126, let name = call.arguments.first else {
      return nil
    }
    switch state(of: name, call, variables) {
    case .there: return nil
    case .missing:
      return name.utf8.contains(UInt8(ascii: "/"))
        ? fault(name, "stat \(name): no such file or directory")
        : fault(name, "executable file not found in $PATH")
    case .unexecutable: return fault(name, "permission denied")
    }
  }

  private func fault(_ name: String, _ reason: String) -> String {
    "API error (400): \(Self.runtime) exec: \"\(name)\": \(reason): unknown"
  }

  private enum State { case there, missing, unexecutable }

  private func state(of name: String, _ call: CommandCall, _ variables: [String: String]) -> State {
    if name.utf8.contains(UInt8(ascii: "/")) {
      let folder = image.configuration.value?.workingDirectory ?? ""
      return state(at: name.hasPrefix("/") ? name : "\(folder)/\(name)")
    }
    let path =
      call.environment["PATH"] ?? variables["PATH"]
      ?? "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    let states = path.split(separator: ":").map { state(at: "\($0)/\(name)") }
    return states.first { if case .there = $0 { true } else { false } } ?? .missing
  }

  private func state(at path: String) -> State {
    var settings = StructureTestSettings(.mended)
    settings.driver = .tar
    let files = CreatedContainer(image, settings)
    guard case .entry(var entry) = files.lookUp(path) else { return .missing }
    if entry.kind == .symlink {
      guard case .entry(let last) = files.end(of: entry, at: path) else { return .missing }
      entry = last
    }
    return entry.kind == .file && entry.mode & 0o111 != 0 ? .there : .unexecutable
  }
}
