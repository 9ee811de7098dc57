import ShellSyntax
import Source

extension ShellCall {
  /// The command's name without its folder.
  var program: String {
    let file = name.value.fileName
    return file.isEmpty ? name.value : String(file)
  }

  /// The arguments as far as they are the same in every run.
  var words: [String] { arguments.map { $0.text ?? $0.knownPrefix } }

  /// Whether an option is given, by its long name or as a letter among others: `-fsSL`.
  func has(_ long: String, or letter: Character? = nil) -> Bool {
    for word in words {
      if word == "--" { return false }
      if word == long || word.hasPrefix(long + "=") { return true }
      if let letter, word.hasPrefix("-"), !word.hasPrefix("--"), word.dropFirst().contains(letter) {
        return true
      }
    }
    return false
  }

  /// The first argument that is no option, and no value of one of the given options.
  func verb(skipping valued: Set<String> = []) -> String? {
    var rest = words[...]
    while let word = rest.popFirst() {
      if valued.contains(word) {
        _ = rest.popFirst()
      } else if !word.hasPrefix("-") {
        return word
      }
    }
    return nil
  }
}
