import Image
import Source

/// The program that reads a script, looked up in the files of an image.
struct Interpreter {
  /// The words that start it: `python3`, `/usr/bin/env python3 -B`.
  let words: [String]
  /// Variables laid over those of the image.
  let environment: [String: String]
  let image: any ImageView

  private static let searchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
  /// How many links lead to it at most.
  private static let mostLinks = 40

  private enum State { case there, missing, unexecutable }

  /// Why it cannot be started; nil where the files of the image do not tell.
  var fault: String? {
    guard let name = words.first else { return nil }
    if let fault = fault(of: name) { return fault }
    guard name == "env" || name.hasSuffix("/env"),
      let other = words.dropFirst().first(where: { !$0.hasPrefix("-") && !$0.contains("=") })
    else { return nil }
    return fault(of: other)
  }

  private func fault(of name: String) -> String? {
    switch state(of: name) {
    case .there: nil
    case .missing: "the image has no program `\(name)` to run the script"
    case .unexecutable: "`\(name)` cannot be executed to run the script"
    }
  }

  private func state(of name: String) -> State {
    let folder = image.configuration.value?.workingDirectory ?? ""
    if name.contains("/") { return state(at: name.hasPrefix("/") ? name : "\(folder)/\(name)", links: 0) }
    let own = image.configuration.value?.environment.last { $0.hasPrefix("PATH=") }
    let path = environment["PATH"] ?? own.map { String($0.dropFirst(5)) } ?? Self.searchPath
    let states = path.split(separator: ":").map { state(at: "\($0)/\(name)", links: 0) }
    return states.contains(.there) ? .there : states.contains(.unexecutable) ? .unexecutable : .missing
  }

  private func state(at path: String, links: Int) -> State {
    // What cannot be told is no fault of the image.
    guard let found = try? image.entry(at: path), links < Self.mostLinks else { return .there }
    switch found {
    case .absent: return .missing
    case .unknown: return .there
    case .value(let entry):
      guard entry.kind == .symlink, let target = entry.target else {
        return entry.kind == .file && entry.mode & 0o111 != 0 ? .there : .unexecutable
      }
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      return state(at: target.hasPrefix("/") ? target : "/\(folder)/\(target)", links: links + 1)
    }
  }
}
