import ShellSyntax
import Source

/// A script of a test, parsed from a file of its own.
struct ShellText {
  let file: SourceFile
  let script: ShellScript

  init(_ text: String) {
    file = SourceFile(FileID("script.sh"), bytes: Array(text.utf8))
    script = ShellScript.parse(DerivedText(file))
  }

  /// What stands at a place.
  func text(at location: Location) -> String {
    String(decoding: file.bytes[location.range.indices], as: UTF8.self)
  }

  /// The names that are called, in order.
  var names: [String] { script.calls.map(\.name.value) }

  /// The simple commands of the top level, as their words' texts; `?` for a word that is made by expansion.
  var commands: [[String]] {
    script.body.items.flatMap { [$0.first] + $0.rest.map(\.pipeline) }.flatMap(\.commands).compactMap {
      command in
      guard case .simple(let simple) = command.body else { return nil }
      return simple.words.map { $0.text ?? "?" }
    }
  }
}
