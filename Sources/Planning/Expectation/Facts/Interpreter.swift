import Image
import Source

/// The program that reads a script, looked up in the files of an image.
struct Interpreter {
  /// The words that start it: `python3`, `/usr/bin/env python3 -B`.
  let words: [String]
  /// Variables laid over those of the image.
  let environment: [String: String]
  let image: any ImageView

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
    let own = image.configuration.value?.environment.last { $0.utf8.starts(with: "PATH=".utf8) }
    let path = environment["PATH"] ?? own.map { String($0.dropFirst(5)) } ?? ImageProgram.searchPath
    return switch ImageProgram(in: image).state(of: name, searching: path) {
    case .startable: nil
    case .missing: "the image has no program `\(name)` to run the script"
    case .unexecutable: "`\(name)` cannot be executed to run the script"
    }
  }
}
