import ShellSyntax
import Source

/// The variables of a script that are given values once, written out, in every run.
struct ShellConstants {
  private var values: [String: [ShellWord]] = [:]

  /// No variable is known.
  init() {}

  init(_ script: ShellScript) {
    let named = Dictionary(grouping: script.variables, by: \.name)
    for (name, given) in named {
      guard given.count == 1, let only = given.first, only.isSure, only.values.allSatisfy({ $0.text != nil })
      else {
        continue
      }
      values[name] = only.values
    }
  }

  /// The words that a word stands for, each with its place; nil where that cannot be told.
  func words(for word: ShellWord) -> [Located<String>]? {
    if let text = word.text { return text.isEmpty ? [] : [Located(text, at: word.location)] }
    guard word.parts.count == 1, case .parameter(let parameter, isQuoted: _) = word.parts[0],
      parameter.operation.isEmpty, let given = values[parameter.name]
    else { return nil }
    return given.flatMap(Self.pieces)
  }

  /// The words of a value, each with its own place where only quotes stand around the text.
  private static func pieces(of value: ShellWord) -> [Located<String>] {
    let text = value.text ?? ""
    let quotes = value.location.range.count - text.utf8.count
    return text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map { piece in
      guard [0, 2, 4].contains(quotes) else { return Located(String(piece), at: value.location) }
      let before = text.utf8.distance(from: text.startIndex, to: piece.startIndex)
      let start = value.location.range.start + quotes / 2 + before
      return Located(
        String(piece), at: Location(value.location.file, ByteRange(start, start + piece.utf8.count)))
    }
  }
}
