import Packer

/// A format as Go's `Sprintf` reads it, for values that are texts: what is lacking or superfluous is said in the result itself.
struct VariableFormat {
  private enum Piece {
    case text(RunText)
    /// The letter behind the per cent sign, and which value it takes, from 1; nil for the next one.
    case verb(Character, Int?)
    /// The format ends behind a per cent sign.
    case unfinished
  }

  private var pieces: [Piece] = []

  init(_ format: RunText) {
    for part in format.parts {
      guard case .literal(let text) = part else {
        pieces.append(.text(RunText([part])))
        continue
      }
      read(text[...])
    }
  }

  /// The format with its values.
  func filled(with values: [RunText]) -> RunText {
    var result: RunText = ""
    var next = 0
    var isReordered = false
    for piece in pieces {
      switch piece {
      case .text(let text): result = result + text
      case .unfinished: result = result + "%!(NOVERB)"
      case .verb(let letter, let number):
        if let number { (next, isReordered) = (number - 1, true) }
        guard values.indices.contains(next) else {
          result = result + "%!\(String(letter))(\(number == nil ? "MISSING" : "BADINDEX"))"
          continue
        }
        result = result + Self.shown(values[next], as: letter)
        next += 1
      }
    }
    guard !isReordered, next < values.count else { return result }
    let rest = values[next...].map { "string=\($0)" as RunText }.joined(by: ", ")
    return "\(result)%!(EXTRA \(rest))"
  }

  private static func shown(_ value: RunText, as letter: Character) -> RunText {
    switch letter {
    case "s", "v": value
    case "q": "\"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    case "T": "string"
    default: "%!\(String(letter))(string=\(value))"
    }
  }

  private mutating func read(_ text: Substring) {
    var rest = text
    while let sign = rest.firstIndex(of: "%") {
      append(rest[..<sign])
      rest = rest[rest.index(after: sign)...]
      var number: Int?
      if rest.first == "[", let end = rest.firstIndex(of: "]"),
        let place = Int(rest.dropFirst().prefix { $0 != "]" })
      {
        number = place
        rest = rest[rest.index(after: end)...]
      }
      guard let letter = rest.popFirst() else { return pieces.append(.unfinished) }
      pieces.append(letter == "%" ? .text("%") : .verb(letter, number))
    }
    append(rest)
  }

  private mutating func append(_ text: Substring) {
    if !text.isEmpty { pieces.append(.text(RunText(String(text)))) }
  }
}
